import { randomInt } from "node:crypto";

/** Letters and digits that cannot be taken for one another when read out or written by hand: no 0, O, 1, I. */
const alphabet = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
const base = alphabet.length;
const length = 7;
const longestPrefix = 4;

/** Luhn's check in base 32: every single wrong letter is found, and nearly every pair changed over. */
function checkLetter(body: string): string {
  let factor = 2;
  let sum = 0;
  for (const letter of body.split("").reverse()) {
    const addend = factor * alphabet.indexOf(letter);
    factor = factor === 2 ? 1 : 2;
    sum += Math.floor(addend / base) + (addend % base);
  }
  return alphabet[(base - (sum % base)) % base] ?? "";
}

/** "PT" from "phu-tho": what stands before a code, so that a citizen sees whose it is. */
export function codePrefix(tenantSlug: string): string {
  const initials = tenantSlug
    .split("-")
    .map((word) => word.slice(0, 1).toUpperCase())
    .filter((letter) => alphabet.includes(letter))
    .join("");
  return initials.slice(0, longestPrefix);
}

/** A new code such as PT-4H7W-6KQ2, drawn by chance. */
export function newCode(tenantSlug: string): string {
  const body = Array.from({ length }, () => alphabet[randomInt(base)] ?? "").join("");
  const whole = body + checkLetter(body);
  const prefix = codePrefix(tenantSlug);
  return `${prefix}${prefix ? "-" : ""}${whole.slice(0, 4)}-${whole.slice(4)}`;
}

function isWhole(bare: string): boolean {
  if (bare.length !== length + 1 || bare.split("").some((letter) => !alphabet.includes(letter))) return false;
  return checkLetter(bare.slice(0, length)) === bare.slice(length);
}

/** Whether a code of any province may have been typed: the last eight letters and digits end with the check letter of the others. */
export function endsAsCode(typed: string): boolean {
  const letters = typed.toUpperCase().replaceAll(/[^A-Z0-9]/g, "");
  return letters.length <= length + 1 + longestPrefix && isWhole(letters.slice(-(length + 1)));
}

/**
 * A code of the portal as somebody typed or said it, in its one way of writing: "pt 4h7w 6kq2". Null when its check letter
 * does not fit, or when it is none.
 */
export function readCode(typed: string, tenantSlug: string): string | null {
  const prefix = codePrefix(tenantSlug);
  const letters = typed.toUpperCase().replaceAll(/[^A-Z0-9]/g, "");
  const bare =
    letters.length === length + 1 + prefix.length && letters.startsWith(prefix)
      ? letters.slice(prefix.length)
      : letters;
  if (!isWhole(bare)) return null;
  return `${prefix}${prefix ? "-" : ""}${bare.slice(0, 4)}-${bare.slice(4)}`;
}
