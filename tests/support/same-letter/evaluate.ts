import { compare } from "@/lib/petitions/same-letter/compare";
import { lookedAt, nearestFirst, weightOf } from "@/lib/petitions/same-letter/held";
import { type KeyedLetter, keyedLetter } from "@/lib/petitions/same-letter/sketch";
import type { Written } from "./letters";

/** Two letters and whether they are one; `kind` is how the second differs from the first. */
export type LabelledPair = { kind: string; same: boolean; first: Written; second: Written };

export type Judged = {
  kind: string;
  pairs: number;
  /** Pairs labelled as one letter, and how many of them were found. */
  same: number;
  found: number;
  /** Answers that were wrong: the pair's own other letter, or any other of the register. */
  mistaken: number;
  /** Null of kinds in which nothing is to be found, and where nothing was said. */
  recall: number | null;
  precision: number | null;
};

type Register = { letters: readonly KeyedLetter[]; byMark: ReadonlyMap<bigint, readonly number[]> };

function registerOf(letters: readonly KeyedLetter[]): Register {
  const byMark = new Map<bigint, number[]>();
  letters.forEach(({ petitionerMarks, matterMarks }, n) => {
    for (const mark of [...petitionerMarks, ...matterMarks])
      byMark.set(mark, [...(byMark.get(mark) ?? []), n]);
  });
  return { letters, byMark };
}

/** Letters of the register that are the same, found by marks and ranked by their rarity as the database does. */
function foundIn({ letters, byMark }: Register, asked: KeyedLetter): number[] {
  const weights = new Map<number, number>();
  for (const mark of new Set([...asked.petitionerMarks, ...asked.matterMarks])) {
    const held = lookedAt(byMark.get(mark) ?? []);
    for (const n of held) weights.set(n, (weights.get(n) ?? 0) + weightOf(held.length));
  }
  return nearestFirst(weights).flatMap((n) => {
    const letter = letters[n];
    return letter && compare(asked.sketch, letter.sketch).same ? [n] : [];
  });
}

function summed(kind: string, of: readonly Pick<Judged, "pairs" | "same" | "found" | "mistaken">[]): Judged {
  const sum = (key: "pairs" | "same" | "found" | "mistaken") => of.reduce((all, each) => all + each[key], 0);
  const [pairs, same, found, mistaken] = [sum("pairs"), sum("same"), sum("found"), sum("mistaken")];
  return {
    kind,
    pairs,
    same,
    found,
    mistaken,
    recall: same === 0 ? null : found / same,
    precision: same === 0 || found + mistaken === 0 ? null : found / (found + mistaken),
  };
}

/**
 * All first letters as one register, in which each second letter is sought: what is said of its own first letter and of any other,
 * by kind and in all.
 */
export function evaluate(pairs: readonly LabelledPair[], key: Buffer): { kinds: Judged[]; all: Judged } {
  const register = registerOf(pairs.map(({ first }) => keyedLetter(first, key)));
  const answers = pairs.map(({ kind, same, second }, n) => {
    const told = foundIn(register, keyedLetter(second, key));
    const own = told.includes(n);
    return {
      kind,
      pairs: 1,
      same: Number(same),
      found: Number(same && own),
      mistaken: told.length - Number(same && own),
    };
  });
  const kinds = [...new Set(pairs.map(({ kind }) => kind))].map((kind) =>
    summed(
      kind,
      answers.filter((each) => each.kind === kind),
    ),
  );
  return { kinds, all: summed("all", answers) };
}
