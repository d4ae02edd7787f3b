/** A letter as it is kept for comparison: keyed numbers only, each list sorted. See traits.ts for what they stand for. */
export type Sketch = {
  name: readonly number[];
  given: readonly number[];
  self: readonly number[];
  family: readonly number[];
  things: readonly number[];
  place: readonly number[];
  house: readonly number[];
  commune: readonly number[];
  phone: readonly number[];
  idNumber: readonly number[];
  /** The smallest keyed numbers of the pieces, at most `sketchLength`: a sample that two letters take alike. */
  matter: readonly number[];
  numbers: readonly number[];
  others: readonly number[];
};

export const sketchLength = 192;

export type Why = "matter" | "petitioner" | "both";
/** `ofCase`: not the same letter, and yet the same matter from another household. */
export type Verdict = { same: boolean; ofCase: boolean; score: number; why: Why };

const sharedCount = (one: readonly number[], two: readonly number[]) => {
  const other = new Set(two);
  return one.reduce((count, item) => count + (other.has(item) ? 1 : 0), 0);
};

/** Share of the shorter list found in the longer; null where one is empty and nothing can be said. */
function share(one: readonly number[], two: readonly number[]): number | null {
  const least = Math.min(one.length, two.length);
  return least === 0 ? null : sharedCount(one, two) / least;
}

/** How much of the shorter text stands in the longer. Both samples are cut at one bound first. */
function contained(one: readonly number[], two: readonly number[]): number {
  const last = (list: readonly number[]) =>
    list.length < sketchLength ? Infinity : (list.at(-1) ?? Infinity);
  const bound = Math.min(last(one), last(two));
  const within = (list: readonly number[]) => list.filter((piece) => piece <= bound);
  const [first, second] = [within(one), within(two)];
  return share(first, second) ?? 0;
}

export type Kinship = "person" | "household" | "unknown" | "others";

/** Most of the syllables, and the given name but for a slip: without that two sisters would be one. */
function isNamedAlike(one: Sketch, two: Sketch): boolean {
  return (share(one.name, two.name) ?? 0) >= 0.66 && share(one.given, two.given) !== 0;
}

/** One text names who wrote the other as its writer, or as of the writer's family. */
function isNamedAsFamily(one: Sketch, two: Sketch): boolean {
  return sharedCount(one.family, two.self) > 0 || sharedCount(two.family, one.self) > 0;
}

/**
 * Whether two letters come from one person or one household, as far as name, place, contact and what the letters say of it tell.
 * @param said whether the texts are near enough that what they say of the household counts.
 */
export function kinship(one: Sketch, two: Sketch, said = false): Kinship {
  const place = share(one.place, two.place);
  const house = share(one.house, two.house);
  const phone = share(one.phone, two.phone);
  const idNumber = share(one.idNumber, two.idNumber);
  const unnamed = one.name.length === 0 || two.name.length === 0;
  const alike = isNamedAlike(one, two);
  const sameSpot = place !== null && place >= 0.5 && house !== 0;
  if (phone === 1 || idNumber === 1) return alike || unnamed ? "person" : "household";
  const twoPeople = idNumber === 0 && phone === 0 && share(one.name, two.name) !== 1;
  if (alike && !twoPeople && (place === null || sameSpot)) return "person";
  const elsewhere = phone === 0 && share(one.commune, two.commune) === 0;
  if (sameSpot && house === 1 && (place ?? 0) >= 0.66 && !elsewhere) return "household";
  if (said && (place === null || sameSpot)) {
    if (isNamedAsFamily(one, two) || sharedCount(one.things, two.things) > 0) return "household";
  }
  if (unnamed || place === null) return "unknown";
  if (alike && !(house === 0 && phone === 0)) return "unknown";
  return sameSpot && phone === null ? "unknown" : "others";
}

/** From here on two letters of one household are one: between recall (0.98) and precision (0.95) over all kinds (docs/decisions/0059). */
const threshold = 0.26;

/** Letters of one case share most of their words and the numbers that are everybody's; each household adds its own. */
const caseLength = 120;
const caseWords = 0.55;
const caseNumbers = 0.25;

/** Below so many pieces a text is a summary: it says the matter in other words, and shares few pieces even with its own letter. */
const summaryLength = 170;

function isSummary(one: Sketch, of: Sketch): boolean {
  return one.matter.length < summaryLength && of.matter.length > 1.5 * one.matter.length;
}

/**
 * Whether two letters are one. Words and numbers decide together: letters of one kind share most of their words, letters of
 * one matter share their numbers (lots, sums, days, decisions). Of one household less is asked than of strangers; the same
 * words from another household are another letter of the same case.
 */
export function compare(one: Sketch, two: Sketch): Verdict {
  const words = contained(one.matter, two.matter);
  const numbers = share(one.numbers, two.numbers);
  const kin = kinship(one, two, words >= 0.45 && (numbers ?? 1) >= 0.6);
  const summary = isSummary(one, two) || isSummary(two, one);
  const named = share(one.others, two.others);
  const likely = likelihood({
    words,
    numbers,
    alike: sharedCount(one.numbers, two.numbers),
    fewest: Math.min(one.numbers.length, two.numbers.length),
    summary,
    named,
    names: sharedCount(one.others, two.others),
  });
  const near = kin === "person" || kin === "household";
  const strange = kin === "unknown" && words >= 0.8 && (numbers ?? 1) >= 0.8 && named !== 0;
  const same = near ? likely >= threshold : strange;
  const long = Math.min(one.matter.length, two.matter.length) >= caseLength;
  return {
    same,
    ofCase: !same && !near && long && words >= caseWords && (numbers ?? 0.5) >= caseNumbers,
    score: Math.round(100 * (near ? likely : words * (numbers ?? 0.9))) / 100,
    why: !near ? "matter" : words >= 0.3 ? "both" : "petitioner",
  };
}

/** So many pieces are asked of both texts: a line typed to try whether a neighbour denounced is shorter. */
const probeLength = 170;

/**
 * Whether two letters say the same, by what they say alone: for letters that denounce, or may. Nothing of who wrote is asked,
 * and a name, an address or a few sentences are too little to be answered (Luật Tố cáo 2018, art. 8(3)).
 */
export function compareContent(one: Sketch, two: Sketch): Verdict {
  const words = contained(one.matter, two.matter);
  const numbers = share(one.numbers, two.numbers) ?? 1;
  const enough = Math.min(one.matter.length, two.matter.length) >= probeLength;
  return {
    same: enough && words >= 0.6 && numbers >= 0.5,
    ofCase: false,
    score: Math.round(100 * words * numbers) / 100,
    why: "matter",
  };
}

type Shared = {
  words: number;
  /** Share of the numbers, how many are alike, and how many the letter has that has fewest. */
  numbers: number | null;
  alike: number;
  fewest: number;
  summary: boolean;
  /** Share of the proper names in the text, and how many pairs of them. */
  named: number | null;
  names: number;
};

/**
 * A logistic curve over what two letters of one household share, its coefficients fitted to generated pairs of every kind
 * (docs/decisions/0059): how likely it is one matter, from 0 to 1. Names weigh most where the words are others: told again, or in a line;
 * and little where both letters have numbers and none is alike: then it is another matter at the same place, or with the same firm.
 */
function likelihood({ words, numbers, alike, fewest, summary, named, names }: Shared): number {
  const contradicted = numbers === 0 && (summary || fewest >= 2);
  const told = 2.28 * words + (numbers ?? 0) * (8.31 + 2.98 * (Math.min(alike, 3) / 3));
  const silent = numbers === null ? 1.65 + 4.58 * words : 0;
  const short = summary ? 1.12 + 5.37 * words : 0;
  const people =
    named === null
      ? 0.76
      : named * (6.41 + 2.13 * (Math.min(names, 4) / 4) - 3.87 * words - (contradicted ? 0.62 : 0));
  return 1 / (1 + Math.exp(6.94 + (contradicted ? 1.95 : 0) - told - silent - short - people));
}
