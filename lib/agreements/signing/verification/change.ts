/** What a revision changed that signing does not change. */
export type ChangeKind =
  | "content"
  | "font"
  | "picture"
  | "resources"
  | "annotation"
  | "page"
  | "geometry"
  | "page-tree"
  | "layers"
  | "action"
  | "names"
  | "form"
  | "signature-place"
  | "signature-field"
  | "catalogue"
  | "trailer"
  | "metadata"
  | "deleted-object"
  | "new-object"
  | "unsigned-revision"
  | "several-signatures";

/** `page` counts from 1; `path` is where in the file's structure, for the log and not for people. */
export type Change = { kind: ChangeKind; page?: number; path: string };

/** What stands under a key decides what a difference there means to a reader. */
const KINDS: ReadonlyMap<string, ChangeKind> = new Map([
  ["Contents", "content"],
  ["Resources", "resources"],
  ["Font", "font"],
  ["XObject", "picture"],
  ["Annots", "annotation"],
  ["OCProperties", "layers"],
  ["OpenAction", "action"],
  ["AA", "action"],
  ["JavaScript", "action"],
  ["Names", "names"],
  ["AcroForm", "form"],
  ["MediaBox", "geometry"],
  ["CropBox", "geometry"],
  ["Rotate", "geometry"],
  ["UserUnit", "geometry"],
]);

export function kindOfKey(key: string, otherwise: ChangeKind): ChangeKind {
  return KINDS.get(key) ?? otherwise;
}
