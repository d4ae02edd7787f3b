import { PdfFile } from "./pdf-reader/pdf-file";
import { isStream } from "./pdf-reader/pdf-values";
import { unpackStream } from "./pdf-reader/unpack-stream";
import { roomForPlaces, type SignaturePlace, writePlaces } from "./signature-places";
import { readPageTree } from "./verification/page-tree";

const pageHeight = 841.89;
/** A dashed line as pdfmake draws it, in points from the top of the page; only the blocks of the signatures have these dashes. */
const dashedLine = /\[2 2\] 0 d\n\d j\n\d J\n([\d.]+) ([\d.]+) m\n([\d.]+) ([\d.]+) l/g;
const sides = 4;

/** The blocks as they came to stand on the pages, in the order in which they were drawn. */
function drawnBlocks(bytes: Uint8Array): Omit<SignaturePlace, "name">[] {
  const revision = new PdfFile(bytes).revision(0);
  return readPageTree(revision).pages.flatMap(({ dictionary }, index) => {
    const content = revision.get(dictionary.get("Contents"));
    if (!isStream(content)) return [];
    const lines = [...unpackStream(content).toString("latin1").matchAll(dashedLine)].map((line) =>
      line.slice(1).map(Number),
    );
    return Array.from({ length: Math.floor(lines.length / sides) }, (_, block) => {
      const ends = lines.slice(block * sides, (block + 1) * sides);
      const across = ends.flatMap(([x0 = 0, , x1 = 0]) => [x0, x1]);
      const down = ends.flatMap(([, y0 = 0, , y1 = 0]) => [y0, y1]);
      return {
        page: index + 1,
        rectangle: [
          Math.min(...across),
          pageHeight - Math.max(...down),
          Math.max(...across),
          pageHeight - Math.min(...down),
        ] as const,
      };
    });
  });
}

/**
 * Writes where each block stands into the room that the information dictionary keeps for it: only the finished pages tell, and the
 * file keeps its length, so that nothing in it moves.
 */
export function fillPlaces(bytes: Uint8Array, names: readonly string[]): Uint8Array {
  const blocks = drawnBlocks(bytes);
  if (blocks.length !== names.length) throw new Error("A block was drawn for each signature");
  const places = names.flatMap((name, index) => {
    const block = blocks[index];
    return block ? [{ name, ...block }] : [];
  });
  const room = Buffer.from(roomForPlaces(names.length), "latin1");
  const filled = Buffer.from(bytes);
  const at = filled.indexOf(room);
  if (at < 0) throw new Error("The file keeps no room for the places");
  filled.write(writePlaces(places, names.length), at, "latin1");
  return new Uint8Array(filled);
}
