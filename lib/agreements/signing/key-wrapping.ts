import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";
import { hashRaw } from "@node-rs/argon2";

/** A signing passphrase has at least this many characters, counted after normalisation to NFC. */
const MINIMUM_PASSPHRASE_LENGTH = 10;

/**
 * What a wrapped key belongs to. It is bound to the bytes (as additional authenticated data), so that a row
 * copied to another person or tenant does not open.
 */
export type KeyBinding = { purpose: "portal-key" | "authority-key"; tenantId: string; ownerId: string };

export type UnwrapFailure = "wrong-passphrase" | "damaged";

export type UnwrapResult = { ok: true; privateKeyPkcs8: Uint8Array } | { ok: false; reason: UnwrapFailure };

const VERSION = 1;
const HEADER_LENGTH = 1 + 4 + 1 + 1 + 16;
const NONCE_LENGTH = 12;
const TAG_LENGTH = 16;

/** RFC 9106 §4, second recommended option: argon2id, 64 MiB, three passes, four lanes. */
const ARGON2 = { memoryCost: 65_536, timeCost: 3, parallelism: 4, outputLen: 32 } as const;

/** True when the passphrase may protect a key. */
export function isPassphraseLongEnough(passphrase: string): boolean {
  return Array.from(passphrase.normalize("NFC")).length >= MINIMUM_PASSPHRASE_LENGTH;
}

/**
 * Wraps a private key (PKCS#8, DER) under the passphrase and, where a server key is given, once more under
 * that. A stolen database then yields nothing to guess passphrases against.
 *
 * Layout, version 1: version (1 byte), argon2 memory in KiB (4), passes (1), lanes (1), salt (16), then the
 * layers, outermost first, each nonce (12), ciphertext, tag (16).
 * Throws RangeError when the passphrase is too short or the server key is not 32 bytes.
 */
export async function wrapPrivateKey(input: {
  privateKeyPkcs8: Uint8Array;
  passphrase: string;
  serverKey?: Uint8Array;
  binding: KeyBinding;
}): Promise<Uint8Array> {
  if (!isPassphraseLongEnough(input.passphrase)) throw new RangeError("The signing passphrase is too short");
  const header = Buffer.alloc(HEADER_LENGTH);
  header.writeUInt8(VERSION, 0);
  header.writeUInt32BE(ARGON2.memoryCost, 1);
  header.writeUInt8(ARGON2.timeCost, 5);
  header.writeUInt8(ARGON2.parallelism, 6);
  randomBytes(16).copy(header, 7);
  const passphraseKey = await deriveKey(input.passphrase, header);
  const inner = seal(passphraseKey, input.privateKeyPkcs8, associatedData("inner", header, input.binding));
  const outer = input.serverKey
    ? seal(serverLayerKey(input.serverKey), inner, associatedData("outer", header, input.binding))
    : inner;
  return new Uint8Array(Buffer.concat([header, outer]));
}

/**
 * Opens what wrapPrivateKey made. "damaged" means that the bytes, the server key or the binding are not those
 * of the wrapping; where there is a server layer only a wrong passphrase gives "wrong-passphrase", without it
 * the two cannot be told apart and "wrong-passphrase" is said.
 */
export async function unwrapPrivateKey(input: {
  wrapped: Uint8Array;
  passphrase: string;
  serverKey?: Uint8Array;
  binding: KeyBinding;
}): Promise<UnwrapResult> {
  const bytes = Buffer.from(input.wrapped);
  if (bytes.length < HEADER_LENGTH + NONCE_LENGTH + TAG_LENGTH || bytes[0] !== VERSION) {
    return { ok: false, reason: "damaged" };
  }
  const header = bytes.subarray(0, HEADER_LENGTH);
  // The cost comes from the file: an altered one must not make the server allocate what it names.
  if (!isKnownCost(header)) return { ok: false, reason: "damaged" };
  const sealed = bytes.subarray(HEADER_LENGTH);
  const inner = input.serverKey
    ? open(serverLayerKey(input.serverKey), sealed, associatedData("outer", header, input.binding))
    : sealed;
  if (!inner) return { ok: false, reason: "damaged" };
  const passphraseKey = await deriveKey(input.passphrase, header);
  const key = open(passphraseKey, inner, associatedData("inner", header, input.binding));
  return key ? { ok: true, privateKeyPkcs8: new Uint8Array(key) } : { ok: false, reason: "wrong-passphrase" };
}

function isKnownCost(header: Buffer): boolean {
  return (
    header.readUInt32BE(1) === ARGON2.memoryCost &&
    header.readUInt8(5) === ARGON2.timeCost &&
    header.readUInt8(6) === ARGON2.parallelism
  );
}

/** Argon2id is the library's default variant; its enum is ambient and cannot be named in isolated modules. */
async function deriveKey(passphrase: string, header: Buffer): Promise<Buffer> {
  return hashRaw(passphrase.normalize("NFC"), { ...ARGON2, salt: header.subarray(7, HEADER_LENGTH) });
}

function serverLayerKey(serverKey: Uint8Array): Buffer {
  if (serverKey.length !== 32) throw new RangeError("The server's key has 32 bytes");
  return Buffer.from(hkdfSync("sha256", serverKey, new Uint8Array(0), "key-wrapping/1", 32));
}

/** Each part is preceded by its length, so that no two bindings give the same bytes. */
function associatedData(layer: "inner" | "outer", header: Buffer, binding: KeyBinding): Buffer {
  const parts = [layer, binding.purpose, binding.tenantId, binding.ownerId].map((part) =>
    Buffer.from(part, "utf8"),
  );
  const framed = parts.flatMap((part) => {
    const length = Buffer.alloc(4);
    length.writeUInt32BE(part.length);
    return [length, part];
  });
  return Buffer.concat([header, ...framed]);
}

function seal(key: Uint8Array, plain: Uint8Array, associated: Buffer): Buffer {
  const nonce = randomBytes(NONCE_LENGTH);
  const cipher = createCipheriv("aes-256-gcm", key, nonce);
  cipher.setAAD(associated);
  const body = Buffer.concat([cipher.update(plain), cipher.final()]);
  return Buffer.concat([nonce, body, cipher.getAuthTag()]);
}

function open(key: Uint8Array, sealed: Buffer, associated: Buffer): Buffer | undefined {
  if (sealed.length < NONCE_LENGTH + TAG_LENGTH) return undefined;
  const decipher = createDecipheriv("aes-256-gcm", key, sealed.subarray(0, NONCE_LENGTH), {
    authTagLength: TAG_LENGTH,
  });
  decipher.setAAD(associated);
  decipher.setAuthTag(sealed.subarray(-TAG_LENGTH));
  const plain = decipher.update(sealed.subarray(NONCE_LENGTH, -TAG_LENGTH));
  try {
    return Buffer.concat([plain, decipher.final()]);
  } catch {
    // The only reason final() throws is a tag that does not fit; its error would say no more.
    return undefined;
  }
}
