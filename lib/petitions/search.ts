import { endsAsCode } from "./code";
import { foldVietnamese, idDigits, phoneDigits } from "./identity/person";

/** What somebody looks for, as the grams have it. */
export type Wanted = {
  /** Syllables without marks, each once, in their order. */
  words: readonly string[];
  /** Neighbours, as they stand beside one another. */
  pairs: readonly string[];
  /** The whole as a code; "" when it is none. */
  code: string;
  phone: string;
  idNumber: string;
};

const mostWords = 8;

/** Reads what was typed: words, a code, a telephone or an identity number. */
export function wantedBy(text: string): Wanted {
  const all = foldVietnamese(text.slice(0, 200)).split(" ").filter(Boolean).slice(0, mostWords);
  const digits = text.replaceAll(/[\s.+()-]/g, "");
  const isNumber = /^\d{8,15}$/.test(digits);
  return {
    words: isNumber ? [] : [...new Set(all)],
    pairs: isNumber ? [] : all.slice(1).map((word, index) => `${all[index]} ${word}`),
    // One code in ten is of letters alone; those that registers brought along have no check letter.
    code: /\d/.test(text) || endsAsCode(text) ? `#${all.join("")}` : "",
    phone: isNumber ? phoneDigits(text) : "",
    idNumber: /^[\p{L}]?\d{7,12}$/u.test(idDigits(text)) ? idDigits(text) : "",
  };
}

/** How many of the words have to be there: of four or more one may be missing, of eight two. */
export function wordsNeeded(count: number): number {
  return count - Math.floor(count / 4);
}

// A syllable of Vietnamese without its marks: onset, rime, end.
const syllable =
  /^(?:b|ch?|d|gh?|gi|h|kh?|l|m|ngh?|nh?|ph?|qu|r|s|th?|tr|v|x)?(?:[aeiouy]|a[iouy]|e[ou]|i[aeu]|ieu|o[aeio]|oa[ioy]|oeo|u[aeiouy]|uai|uay|uo[iu]|uy[aeu]|y[ae]|yeu)(?:ch?|m|ng?|nh|p|t)?$/;
const letters = "abcdeghiklmnopqrstuvxy";

/** Syllables one slip of the finger away: a letter too many, too few, another one, or two changed over. */
export function neighboursOf(word: string): string[] {
  const found = new Set<string>();
  for (let at = 0; at <= word.length; at += 1) {
    const [before, after] = [word.slice(0, at), word.slice(at)];
    if (after) found.add(before + after.slice(1));
    if (after.length > 1) found.add(`${before}${after[1]}${after[0]}${after.slice(2)}`);
    for (const letter of letters) {
      found.add(before + letter + after);
      if (after) found.add(before + letter + after.slice(1));
    }
  }
  found.delete(word);
  return [...found].filter((candidate) => syllable.test(candidate));
}
