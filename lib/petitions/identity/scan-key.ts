import { hkdfSync } from "node:crypto";

/**
 * The key under which the scans of a letter are sealed, drawn from the letter's own (HKDF, RFC 5869): with that destroyed,
 * no scan opens either.
 */
export function scanKey(letterKey: Uint8Array, of: { tenantId: string; petitionId: string }): Uint8Array {
  const info = `petitions/scan\0${of.tenantId}\0${of.petitionId}`;
  return new Uint8Array(hkdfSync("sha256", letterKey, new Uint8Array(0), info, 32));
}

/** How files of a letter are kept: sealed, and called by a number, since a name a sender gave says who sent it. */
export function scanSeal(letterKey: Uint8Array, of: { tenantId: string; petitionId: string }) {
  return { key: scanKey(letterKey, of), sealedName: (number: number) => `scan-${number}` };
}
