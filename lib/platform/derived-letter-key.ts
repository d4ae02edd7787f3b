import { hkdfSync } from "node:crypto";

/**
 * The key-encryption key of letters where an installation names none of its own: derived from the server's key (HKDF,
 * RFC 5869), so that it need not be told a second secret.
 */
export function derivedLetterKey(serverKey: Uint8Array): Uint8Array {
  return Buffer.from(hkdfSync("sha256", serverKey, new Uint8Array(0), "letters/key-encryption-key/1", 32));
}
