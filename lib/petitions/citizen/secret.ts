import { createHmac, randomBytes } from "node:crypto";
import { readCode } from "../code";
import { keyedHash } from "../identity/letter-key";

/** As in codes: nothing that can be taken for something else. */
const alphabet = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
const length = 8;

function written(bytes: Uint8Array): string {
  // 256 is a whole number of alphabets: every letter is as likely as any other.
  const letters = Array.from(bytes.subarray(0, length), (byte) => alphabet[byte % alphabet.length]).join("");
  return `${letters.slice(0, 4)}-${letters.slice(4)}`;
}

/** A new secret such as HG4T-W8NC: 40 bits, drawn by chance. */
export function newSecret(): string {
  return written(randomBytes(length));
}

/** The secret of a letter that is sent from a draft: the same for whoever sends the same draft again. */
export function secretOfDraft(lookup: Uint8Array, token: string): string {
  return written(Buffer.from(keyedHash(lookup, "first-secret", token), "hex"));
}

function bare(text: string): string {
  return text.toUpperCase().replaceAll(/[^A-Z0-9]/g, "");
}

function bareCode(code: string, tenantSlug: string): string {
  return bare(readCode(code, tenantSlug) ?? code);
}

/** What is kept of a secret, bound to the code it belongs to; both however they were typed. */
export function secretHash(lookup: Uint8Array, tenantSlug: string, code: string, secret: string): string {
  return keyedHash(lookup, "secret", `${bareCode(code, tenantSlug)}\0${bare(secret)}`);
}

/** Under which number failures with a code are counted; codes share numbers, so that there are never more than 65,536. */
export function bucketOf(lookup: Uint8Array, tenantSlug: string, code: string): number {
  return createHmac("sha256", lookup)
    .update(`tries\0${bareCode(code, tenantSlug)}`)
    .digest()
    .readUInt16BE(0);
}
