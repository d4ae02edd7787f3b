import { createHash, randomBytes } from "node:crypto";

/** Nothing that can be taken for something else, so that it can be typed from paper. */
const alphabet = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
const length = 20;

/** A new secret such as HG4T-W8NC-…: a hundred bits, drawn by chance, so that guesses need no counting. */
export function newPartySecret(): string {
  // 256 is a whole number of alphabets: every letter is as likely as any other.
  const letters = Array.from(randomBytes(length), (byte) => alphabet[byte % alphabet.length]).join("");
  return letters.match(/.{4}/g)?.join("-") ?? "";
}

/** What is kept of it, however it was typed; null for what cannot be one. */
export function partyHash(typed: string): string | null {
  const secret = typed
    .slice(0, 100)
    .toUpperCase()
    .replaceAll(/[^A-Z0-9]/g, "");
  return secret.length === length ? createHash("sha256").update(`party-link\0${secret}`).digest("hex") : null;
}
