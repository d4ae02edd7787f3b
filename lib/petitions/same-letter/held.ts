/** So many letters of a mark are looked at: half of them from the oldest on, half from the newest. As the function same_letter does. */
const ofMark = 64;
/** How many letters are compared at most. */
export const mostCompared = 40;

/** The first of many is the one to be told of, and the last is what came a moment ago. */
export function lookedAt(held: readonly number[]): readonly number[] {
  return held.length <= ofMark ? held : [...held.slice(0, ofMark / 2), ...held.slice(-ofMark / 2)];
}

/** The rarer a mark, the more two letters say that share it; one that more letters have than are looked at says little. */
export function weightOf(looked: number): number {
  return looked < ofMark ? 1 / Math.sqrt(looked) : 1 / 32;
}

/** Letters by what they share with one, the most first; of those that share as much the oldest. */
export function nearestFirst(shared: ReadonlyMap<number, number>): number[] {
  return [...shared]
    .sort(([one, a], [other, b]) => b - a || one - other)
    .slice(0, mostCompared)
    .map(([at]) => at);
}
