import { createCipheriv, createDecipheriv, createHash, createHmac, randomBytes } from "node:crypto";

/**
 * What sealed bytes belong to. It is bound to them as associated data, so that a row copied to another letter or another
 * tenant does not open.
 */
export type SealBinding = {
  purpose:
    | "tenant-key"
    | "letter-key"
    | "person"
    | "content"
    | "addition"
    | "change"
    | "paper"
    | "part"
    | "handler";
  tenantId: string;
  /** The key, letter, person or paper the bytes are of. */
  id: string;
};

const version = 1;
const nonceLength = 12;
const tagLength = 16;

function associatedData({ purpose, tenantId, id }: SealBinding): Buffer {
  return Buffer.from(`petitions/${version}\0${purpose}\0${tenantId}\0${id}`, "utf8");
}

/** A fresh key of 32 bytes. */
export function newKey(): Uint8Array {
  return randomBytes(32);
}

/** Seals bytes under a key (AES-256-GCM, NIST SP 800-38D): version (1 byte), nonce (12), ciphertext, tag (16). */
export function seal(key: Uint8Array, plain: Uint8Array, binding: SealBinding): Uint8Array<ArrayBuffer> {
  const nonce = randomBytes(nonceLength);
  const cipher = createCipheriv("aes-256-gcm", key, nonce);
  cipher.setAAD(associatedData(binding));
  const body = Buffer.concat([cipher.update(plain), cipher.final()]);
  return new Uint8Array(Buffer.concat([Buffer.from([version]), nonce, body, cipher.getAuthTag()]));
}

/** Opens what `seal` made; null when the key, the binding or the bytes are not those of the sealing. */
export function open(key: Uint8Array, sealed: Uint8Array, binding: SealBinding): Uint8Array | null {
  const bytes = Buffer.from(sealed);
  if (bytes.length < 1 + nonceLength + tagLength || bytes[0] !== version) return null;
  const decipher = createDecipheriv("aes-256-gcm", key, bytes.subarray(1, 1 + nonceLength), {
    authTagLength: tagLength,
  });
  decipher.setAAD(associatedData(binding));
  decipher.setAuthTag(bytes.subarray(-tagLength));
  const plain = decipher.update(bytes.subarray(1 + nonceLength, -tagLength));
  try {
    return new Uint8Array(Buffer.concat([plain, decipher.final()]));
  } catch {
    // The only reason final() throws is a tag that does not fit; its error would say no more.
    return null;
  }
}

/** By what a wrapped key says which key wrapped it: enough to tell two apart, useless for finding either. */
export function fingerprintOf(key: Uint8Array): string {
  return createHash("sha256").update("petitions/key-encryption-key\0").update(key).digest("hex").slice(0, 16);
}

/** A keyed hash (HMAC-SHA-256, RFC 2104), by which equal numbers are found and from which none can be read. */
export function keyedHash(
  key: Uint8Array,
  kind: "phone" | "id-number" | "secret" | "first-secret",
  value: string,
): string {
  return createHmac("sha256", key).update(`${kind}\0${value}`).digest("hex");
}
