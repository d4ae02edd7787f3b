/** Numbers in [0, 1) from a seed: mulberry32. The same seed draws the same cells on every machine. */
export type Draw = {
  below: (count: number) => number;
  pick: <T>(from: readonly T[]) => T;
};

export function drawFrom(seed: number): Draw {
  let state = seed;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const below = (count: number) => Math.floor(next() * count);
  return {
    below,
    pick: (from) => {
      const drawn = from[below(from.length)];
      if (drawn === undefined) throw new Error("nothing to draw from");
      return drawn;
    },
  };
}
