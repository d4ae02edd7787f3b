/** The kinds of paper whose numbers an office keeps of letters alone: each a book of its own that begins anew every year. */
export const numberBooks = ["slip", "guided", "returned", "not-accepted"] as const;
export type NumberBook = (typeof numberBooks)[number];

export function isNumberBook(value: string): value is NumberBook {
  return numberBooks.some((book) => book === value);
}

/** The number after the last one, written as that was: "09/PC-VP" is followed by "10/PC-VP". */
export function nextNumber(last: { number: string; ordinal: number }): string {
  return last.number.trim().replace(/\d+/, (digits) => String(last.ordinal + 1).padStart(digits.length, "0"));
}

/** What a form says of a number that was used: the one that is free. */
export type NumberAdvice = { nextNumber: string | null };
