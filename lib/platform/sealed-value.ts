import "server-only";
import { createCipheriv, createDecipheriv, createHmac, randomBytes } from "node:crypto";
import { serverKey } from "@/lib/platform/env";

const nonceLength = 12;
const tagLength = 16;

export function sealWith(key: Uint8Array, purpose: string, value: unknown): Buffer {
  const nonce = randomBytes(nonceLength);
  const cipher = createCipheriv("aes-256-gcm", key, nonce);
  cipher.setAAD(Buffer.from(purpose, "utf8"));
  const sealed = Buffer.concat([cipher.update(JSON.stringify(value), "utf8"), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]);
}

export function openWith(key: Uint8Array, purpose: string, sealed: Uint8Array): unknown {
  const bytes = Buffer.from(sealed);
  if (bytes.length < nonceLength + tagLength) return null;
  try {
    const decipher = createDecipheriv("aes-256-gcm", key, bytes.subarray(0, nonceLength), {
      authTagLength: tagLength,
    });
    decipher.setAAD(Buffer.from(purpose, "utf8"));
    decipher.setAuthTag(bytes.subarray(nonceLength, nonceLength + tagLength));
    const plain = Buffer.concat([decipher.update(bytes.subarray(nonceLength + tagLength)), decipher.final()]);
    return JSON.parse(plain.toString("utf8"));
  } catch {
    // Not sealed here, not for this, or changed on its way: as if there were none.
    return null;
  }
}

function ownKey(): Buffer {
  return createHmac("sha256", serverKey()).update("held-by-browsers/1").digest();
}

/** A short value a browser may hold without reading it, until a time. */
export function sealValue(purpose: string, value: object, until: Date): string {
  return sealWith(ownKey(), purpose, { value, until: until.getTime() }).toString("base64url");
}

export function openValue(
  purpose: string,
  text: string | undefined,
  now: Date,
): Record<string, unknown> | null {
  if (!text || text.length > 4_000) return null;
  const opened = openWith(ownKey(), purpose, Buffer.from(text, "base64url")) as {
    value: Record<string, unknown>;
    until: number;
  } | null;
  return opened && opened.until > now.getTime() ? opened.value : null;
}
