import { existsSync } from "node:fs";
import { dirname, join } from "node:path";

const FONT_FOLDER = "node_modules/@expo-google-fonts/tinos";

const FONT_FILES = {
  normal: "400Regular/Tinos_400Regular.ttf",
  bold: "700Bold/Tinos_700Bold.ttf",
  italics: "400Regular_Italic/Tinos_400Regular_Italic.ttf",
  bolditalics: "700Bold_Italic/Tinos_700Bold_Italic.ttf",
} as const;

export type DocumentFonts = Record<keyof typeof FONT_FILES, string>;

let found: DocumentFonts | undefined;

/**
 * Absolute paths of the four Tinos faces (the metrics of Times New Roman, which Nghị định 30/2020/NĐ-CP asks
 * for). Looked for upwards from the working folder, then from the started script, because a standalone build
 * runs from its own folder with its own node_modules. Throws when the fonts were not shipped.
 */
export function findDocumentFonts(): DocumentFonts {
  found ??= locate([process.cwd(), dirname(process.argv[1] ?? process.cwd())]);
  return found;
}

function locate(starts: readonly string[]): DocumentFonts {
  for (const start of starts) {
    for (let folder = start; ; folder = dirname(folder)) {
      const base = join(/* turbopackIgnore: true */ folder, FONT_FOLDER);
      if (existsSync(join(/* turbopackIgnore: true */ base, FONT_FILES.normal))) {
        return {
          normal: join(/* turbopackIgnore: true */ base, FONT_FILES.normal),
          bold: join(/* turbopackIgnore: true */ base, FONT_FILES.bold),
          italics: join(/* turbopackIgnore: true */ base, FONT_FILES.italics),
          bolditalics: join(/* turbopackIgnore: true */ base, FONT_FILES.bolditalics),
        };
      }
      if (dirname(folder) === folder) break;
    }
  }
  throw new Error(`The fonts of the documents were not found (${FONT_FOLDER})`);
}
