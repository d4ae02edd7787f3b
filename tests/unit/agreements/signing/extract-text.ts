import { inflateSync } from "node:zlib";
import { PdfFile } from "@/lib/agreements/signing/pdf-reader/pdf-file";
import {
  isArray,
  isDictionary,
  isStream,
  type PdfDictionary,
  type PdfValue,
} from "@/lib/agreements/signing/pdf-reader/pdf-values";
import { readPageTree } from "@/lib/agreements/signing/verification/page-tree";

/**
 * The text of each page as a reader would copy it: glyph numbers of the content translated by the fonts'
 * ToUnicode maps. Knows what the renderer writes (hexadecimal strings in TJ, ranges as arrays), no more.
 */
export function extractPages(bytes: Uint8Array): string[] {
  const file = new PdfFile(bytes);
  const revision = file.revision(file.sections.length - 1);
  const dictionary = (value: PdfValue | undefined): PdfDictionary => {
    const found = revision.get(value);
    if (isStream(found)) return found.dictionary;
    if (!isDictionary(found)) throw new Error("no dictionary");
    return found;
  };
  const unpack = (value: PdfValue | undefined): string => {
    const found = revision.get(value);
    if (!isStream(found)) throw new Error("no stream");
    return (found.dictionary.has("Filter") ? inflateSync(found.raw) : found.raw).toString("latin1");
  };
  return readPageTree(revision).pages.map((page) => {
    const fonts = dictionary(dictionary(page.dictionary.get("Resources")).get("Font"));
    const maps = new Map(
      [...fonts].map(([name, font]) => [name, readMap(unpack(dictionary(font).get("ToUnicode")))]),
    );
    const contents = page.dictionary.get("Contents");
    return (isArray(contents) ? contents : [contents])
      .map((content) => readContent(unpack(content), maps))
      .join("");
  });
}

type UnicodeMap = ReadonlyMap<number, string>;

function readContent(content: string, maps: ReadonlyMap<string, UnicodeMap>): string {
  let map: UnicodeMap | undefined;
  let text = "";
  for (const token of content.matchAll(/\/(\w+) [\d.]+ Tf|\[([^\]]*)\] TJ/g)) {
    if (token[1] !== undefined) map = maps.get(token[1]);
    for (const piece of (token[2] ?? "").matchAll(/<([0-9a-fA-F]+)>/g)) {
      for (const code of (piece[1] ?? "").match(/.{4}/g) ?? [])
        text += map?.get(Number.parseInt(code, 16)) ?? "\ufffd";
    }
    if (token[2] !== undefined) text += "\n";
  }
  return text;
}

function readMap(cmap: string): UnicodeMap {
  const map = new Map<number, string>();
  for (const range of cmap.matchAll(/<([0-9a-fA-F]{4})> <[0-9a-fA-F]{4}> \[([^\]]*)\]/g)) {
    const first = Number.parseInt(range[1] ?? "", 16);
    for (const [index, entry] of [...(range[2] ?? "").matchAll(/<([0-9a-fA-F]*)>/g)].entries()) {
      map.set(
        first + index,
        Buffer.from(entry[1] ?? "", "hex")
          .swap16()
          .toString("utf16le"),
      );
    }
  }
  return map;
}
