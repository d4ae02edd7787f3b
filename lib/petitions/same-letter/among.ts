import type { Why } from "./compare";
import { byScore, judge } from "./find";
import { lookedAt, nearestFirst, weightOf } from "./held";
import type { KeyedLetter } from "./sketch";

/** Letters of one file with each other, found by the same marks as those in the database. */
export type Among = {
  /** The earlier letters that are the same, or of one case, by their place; the best first. */
  alike: (letter: KeyedLetter) => { at: number; score: number; why: Why; same: boolean }[];
  add: (letter: KeyedLetter) => void;
};

export function among(): Among {
  const letters: KeyedLetter[] = [];
  const byMark = new Map<bigint, number[]>();
  const marksOf = (letter: KeyedLetter) => new Set([...letter.petitionerMarks, ...letter.matterMarks]);
  return {
    alike(letter) {
      const weight = new Map<number, number>();
      for (const mark of marksOf(letter)) {
        const held = lookedAt(byMark.get(mark) ?? []);
        for (const at of held) weight.set(at, (weight.get(at) ?? 0) + weightOf(held.length));
      }
      return nearestFirst(weight)
        .flatMap((at) => {
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
