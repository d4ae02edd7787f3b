import type { Why } from "./compare";
import { byScore, judge } from "./find";
import type { KeyedLetter } from "./sketch";

/** Letters of one file with each other, found by the same marks as those in the database. */
export type Among = {
  /** The earlier letters that are the same, or of one case, by their place; the best first. */
  alike: (letter: KeyedLetter) => { at: number; score: number; why: Why; same: boolean }[];
  add: (letter: KeyedLetter) => void;
};

/** How many letters of a mark are looked at, from the newest on, and how many letters are compared at most. */
const perMark = 64;
const compared = 40;

export function among(): Among {
  const letters: KeyedLetter[] = [];
  const byMark = new Map<bigint, number[]>();
  const marksOf = (letter: KeyedLetter) => new Set([...letter.petitionerMarks, ...letter.matterMarks]);
  return {
    alike(letter) {
      const weight = new Map<number, number>();
      for (const mark of marksOf(letter)) {
        const held = byMark.get(mark)?.slice(-perMark) ?? [];
        for (const at of held) weight.set(at, (weight.get(at) ?? 0) + 1 / Math.sqrt(held.length));
      }
      const nearest = [...weight].sort(([one, a], [other, b]) => b - a || other - one).slice(0, compared);
      return nearest
        .flatMap(([at]) => {
          const other = letters[at];
          const verdict = other && judge(letter.sketch, other.sketch, false);
          return verdict && (verdict.same || verdict.ofCase)
            ? [{ at, score: verdict.score, why: verdict.why, same: verdict.same }]
            : [];
        })
        .sort(byScore);
    },
    add(letter) {
      const at = letters.push(letter) - 1;
      for (const mark of marksOf(letter)) {
        const held = byMark.get(mark);
        if (held) held.push(at);
        else byMark.set(mark, [at]);
      }
    },
  };
}
