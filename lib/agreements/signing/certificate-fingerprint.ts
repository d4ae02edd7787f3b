import { createHash } from "node:crypto";

/** The fingerprint by which certificates are registered and compared: SHA-256 of the DER, hexadecimal. */
export function certificateSha256(certificateDer: Uint8Array): string {
  return createHash("sha256").update(certificateDer).digest("hex");
}
