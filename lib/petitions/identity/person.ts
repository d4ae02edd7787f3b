/** Who wrote a letter, as the register has it. Empty where it is not said; without a name the letter is anonymous. */
export type Petitioner = { fullName: string; address: string; phone: string; idNumber: string };

export const nobody: Petitioner = { fullName: "", address: "", phone: "", idNumber: "" };

export function isAnonymous({ fullName, address, phone, idNumber }: Petitioner): boolean {
  return [fullName, address, phone, idNumber].every((value) => value.trim() === "");
}

/** One telephone in one way of writing: +84 912 000 222 and 0912.000.222 are the same. Empty when it is none. */
export function phoneDigits(text: string): string {
  const digits = text.replaceAll(/[^\d+]/g, "").replace(/^(\+|00)?84(?=\d{9}$)/, "0");
  return digits.replaceAll("+", "");
}

/** An identity or passport number without blanks and points. */
export function idDigits(text: string): string {
  return text.replaceAll(/[^\p{L}\d]/gu, "").toUpperCase();
}

/** Without marks, in small letters, words parted by one blank: as the database's fold_vietnamese has it. */
export function foldVietnamese(text: string): string {
  return text
    .normalize("NFD")
    .replaceAll(/[\u0300-\u036f]/g, "")
    .replaceAll(/[đĐ]/g, "d")
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, " ")
    .trim();
}

/**
 * Whether a text says who wrote: the whole name, the telephone or the identity number, also without marks and with blanks
 * and points between the digits.
 */
export function namesPerson(text: string, person: Petitioner): boolean {
  return identifying(person).some((pattern) => pattern.test(text));
}

/** The text with what says who wrote put out of sight. */
export function maskPerson(text: string, person: Petitioner, mask = "[…]"): string {
  return identifying(person).reduce(
    (masked, pattern) => masked.replaceAll(new RegExp(pattern.source, "giu"), mask),
    text,
  );
}

/** The text with these words put out of sight, whatever marks they carry. */
export function maskWords(text: string, words: string, mask: string): string {
  return text.replaceAll(new RegExp(`(?<![\\p{L}\\d])${wordsPattern(words)}(?![\\p{L}\\d])`, "giu"), mask);
}

// What may follow a letter never is what may stand between two words: who writes a hundred marks over a letter makes nobody try all ways
// to share them out.
const marks = "\\p{M}*";
const between = "[^\\p{L}\\p{M}\\d]+";

/** Each letter may carry any mark: "Lụa" is looked for as l-u-a, in composed and decomposed writing. */
function letterPattern(letter: string): string {
  const family = letter === "d" ? "dđ" : letter;
  return `[${family}${composed.get(letter) ?? ""}]${marks}`;
}

// Every composed letter of Vietnamese under the letter it is written over.
const composed = new Map<string, string>();
for (const letter of "àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ") {
  const base = foldVietnamese(letter);
  composed.set(base, `${composed.get(base) ?? ""}${letter}`);
}

function wordsPattern(text: string): string {
  return foldVietnamese(text)
    .split(" ")
    .map((word) => word.split("").map(letterPattern).join(""))
    .join(between);
}

function digitsPattern(digits: string): string {
  return digits.split("").join("[\\s.\\-]*");
}

function identifying({ fullName, phone, idNumber }: Petitioner): RegExp[] {
  const patterns: string[] = [];
  const folded = foldVietnamese(fullName);
  // A name of one short syllable would be found in every text.
  if (folded.includes(" ") || folded.length >= 5) {
    patterns.push(`(?<![\\p{L}\\d])${wordsPattern(fullName)}(?![\\p{L}\\d])`);
  }
  const telephone = phoneDigits(phone);
  if (telephone.length >= 8) {
    const local = telephone.replace(/^0/, "");
    patterns.push(`(?<!\\d)(?:\\+?84[\\s.\\-]*|0[\\s.\\-]*)?${digitsPattern(local)}(?!\\d)`);
  }
  const id = idDigits(idNumber);
  if (id.length >= 6) patterns.push(`(?<![\\p{L}\\d])${digitsPattern(id)}(?![\\p{L}\\d])`);
  return patterns.map((pattern) => new RegExp(pattern, "iu"));
}
