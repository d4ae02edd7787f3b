import { PdfFile } from "./pdf-reader/pdf-file";
import { isDictionary, textOf } from "./pdf-reader/pdf-values";
import type { ReservedPlace } from "./verification/reserved-place";

/** A block on the paper that is kept for one signature. */
export type SignaturePlace = { name: string } & Pick<ReservedPlace, "page" | "rectangle">;

/** The entry of the document information dictionary (ISO 32000-2 §14.3.3) that says where the blocks are. */
export const placesKey = "SignaturePlaces";

const entryLength = 64;
const entry =
  /^([a-z]+_\d{1,3})=(\d{1,4}),(\d{1,4}\.\d{2}),(\d{1,4}\.\d{2}),(\d{1,4}\.\d{2}),(\d{1,4}\.\d{2})$/;
/** Points. A larger "block" could be laid over the text by whoever made the file. */
const largest = { width: 300, height: 130 };

/** Room in the file for so many places, filled in once they are known. */
export function roomForPlaces(count: number): string {
  return "#".repeat(entryLength * Math.max(1, count));
}

/** The places, exactly as long as the room kept for them. */
export function writePlaces(places: readonly SignaturePlace[], count: number): string {
  const room = roomForPlaces(count).length;
  const text = places
    .map(
      ({ name, page, rectangle }) => `${name}=${page},${rectangle.map((side) => side.toFixed(2)).join(",")}`,
    )
    .join(";");
  if (text.length > room) throw new RangeError("The places of the signatures do not fit");
  return text.padEnd(room, " ");
}

/**
 * Where the issued file keeps a block for each signature: as its first revision says. Part of what is signed, so that whoever has
 * only the file reads the same. Older files keep none.
 */
export function readPlaces(file: PdfFile): SignaturePlace[] {
  const revision = file.revision(0);
  const info = revision.get(revision.trailer.get("Info"));
  const written = isDictionary(info) ? textOf(revision.get(info.get(placesKey))) : "";
  return written
    .trim()
    .split(";")
    .flatMap((part) => {
      const [, name = "", page, ...sides] = entry.exec(part) ?? [];
      const [left = 0, bottom = 0, right = 0, top = 0] = sides.map(Number);
      const fits = right - left <= largest.width && top - bottom <= largest.height;
      return name === "" || !fits
        ? []
        : [{ name, page: Number(page), rectangle: [left, bottom, right, top] as const }];
    });
}

/** The same of bytes that may be no file at all: none. */
export function placesOf(bytes: Uint8Array): SignaturePlace[] {
  try {
    return readPlaces(new PdfFile(bytes));
  } catch {
    // What makes the file unreadable is said where it is judged.
    return [];
  }
}
