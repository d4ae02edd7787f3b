import { type FileKind, fileKinds } from "@/lib/platform/forms/upload";

const longest = 150;
// Control and private characters, and those that turn the direction of what is read: "…\u202Efdp.exe" ends with exe.
const unseen = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}]/gu;

/** The name a file is kept and handed out under: without folders, unseen characters and what systems do not allow. */
export function cleanName(given: string): string {
  const last = given.normalize("NFC").replace(unseen, "").split(/[\\/]/).at(-1) ?? "";
  const name = last
    .replace(/[<>:"|?*]/g, "-")
    .replace(/\s+/g, " ")
    .replace(/^[.\s]+|[.\s]+$/g, "");
  const [, stem = name, ending = ""] = /^(.*?)(\.[^.]{1,5})?$/su.exec(name) ?? [];
  const kept = Array.from(stem).slice(0, longest).join("").trim();
  return `${kept === "" ? "tep" : kept}${ending}`;
}

export function kindOf(name: string): FileKind | null {
  const ending = /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase();
  return fileKinds.find((kind) => kind === ending) ?? null;
}
