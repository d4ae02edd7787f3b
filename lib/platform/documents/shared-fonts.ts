import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { type DocumentFonts, findDocumentFonts } from "./document-fonts";

type Font = Record<string, unknown>;
type Fontkit = {
  create: (bytes: Uint8Array) => Font;
  registerFormat: (format: Format) => void;
};
type Format = { probe: (bytes: Uint8Array) => boolean; new (stream: { buffer: Uint8Array }): object };

const mark = "tinos:";
const isFace = (name: string): name is keyof DocumentFonts => Object.hasOwn(findDocumentFonts(), name);
const faceOf = (bytes: Uint8Array) => {
  const name = Buffer.from(bytes).toString("latin1");
  return name.startsWith(mark) ? name.slice(mark.length) : "";
};

/** What is given to the typesetter for a face: its name alone, since the face itself is read before. */
export function sharedFace(face: keyof DocumentFonts): Buffer {
  return Buffer.from(mark + face, "latin1");
}

let shared = false;

/**
 * Reads each face once a process. Parsing them anew for every paper was more than half the work of one (200 against 80 ms of a
 * processor for three pages). Tables are shared; glyphs are not, since a glyph remembers the letter it was first drawn for, and
 * the bytes of a paper must depend on what it says alone.
 */
export function shareFonts(): void {
  if (shared) return;
  const files = findDocumentFonts();
  // The very copy the typesetter uses, which is the one beside the fonts.
  const fontkit = createRequire(files.normal)("fontkit") as Fontkit;
  const read = new Map<string, Font>();
  const readOnce = (face: keyof DocumentFonts) => {
    const font = read.get(face) ?? fontkit.create(readFileSync(files[face]));
    read.set(face, font);
    return font;
  };
  fontkit.registerFormat(
    class {
      static probe(bytes: Uint8Array) {
        return isFace(faceOf(bytes));
      }
      constructor({ buffer }: { buffer: Uint8Array }) {
        const face = faceOf(buffer);
        if (!isFace(face)) throw new RangeError("a face of the documents");
        // biome-ignore lint/correctness/noConstructorReturn: a format is built with new, and this one hands out what was read before.
        return Object.assign(Object.create(readOnce(face)) as Font, { _glyphs: {} });
      }
    },
  );
  shared = true;
}
