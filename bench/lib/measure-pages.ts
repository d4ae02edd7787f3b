import type { Visitor } from "./visitor";
import type { WebServer } from "./web-server";

export type Side = { server: WebServer; visitor: Visitor };

export type PageFigures = {
  milliseconds: readonly number[];
  perSecond: number;
  memoryMb: number | null;
  processorMsPerPage: number | null;
};

const connections = 4;
const blockSize = 40;
// A fresh server compiles what it runs for its first few hundred pages; what is asked is how it serves afterwards.
const warmBlocks = 6;

/** Fetches one page `blockSize` times over a few connections; answers each duration and the whole's in ms. */
async function block({ visitor }: Side, path: string): Promise<{ each: number[]; whole: number }> {
  const each: number[] = [];
  let left = blockSize;
  const connection = async () => {
    while (left > 0) {
      left -= 1;
      const began = performance.now();
      await visitor.fetch(path);
      each.push(performance.now() - began);
    }
  };
  const began = performance.now();
  await Promise.all(Array.from({ length: connections }, connection));
  return { each, whole: performance.now() - began };
}

/**
 * Fetches a page from two servers in turns, a block of requests each, so that whatever else the machine does falls on
 * both alike. The first blocks warm up and are not counted.
 */
export async function measurePages(
  path: string,
  sides: readonly [Side, Side],
  blocks: number,
): Promise<[PageFigures, PageFigures]> {
  for (const side of sides) {
    for (let round = 0; round < warmBlocks; round += 1) await block(side, path);
  }
  const seen = sides.map((side) => ({ side, each: [] as number[], whole: 0, processor: 0 as number | null }));
  for (let round = 0; round < blocks; round += 1) {
    for (const one of seen) {
      const before = one.side.server.processorMs();
      const { each, whole } = await block(one.side, path);
      const after = one.side.server.processorMs();
      one.each.push(...each);
      one.whole += whole;
      one.processor =
        one.processor === null || before === null || after === null ? null : one.processor + after - before;
    }
  }
  const [small, large] = seen.map(({ side, each, whole, processor }) => ({
    milliseconds: each,
    perSecond: (each.length / whole) * 1000,
    memoryMb: side.server.memoryMb(),
    processorMsPerPage: processor === null ? null : processor / each.length,
  }));
  if (!small || !large) throw new Error("two sides are measured");
  return [small, large];
}
