import { generateKeyPair } from "node:crypto";
import { promisify } from "node:util";
import { type UnwrapResult, unwrapPrivateKey, wrapPrivateKey } from "./key-wrapping";

export { isPassphraseLongEnough, type UnwrapResult } from "./key-wrapping";

const generateKeyPairAsync = promisify(generateKeyPair);

/** Whose key it is: a person, or an office whose records clerk keeps it. */
export type PortalKeyOwner = { tenantId: string; ownerId: string };

export type SigningKeyPair = {
  /** SubjectPublicKeyInfo, DER. */
  publicKeySpki: Uint8Array;
  /** PKCS#8, DER, not encrypted: never store it, never log it. */
  privateKeyPkcs8: Uint8Array;
};

/** A new ECDSA P-256 key pair (FIPS 186-5), the curve every common PDF reader verifies. */
export async function generateSigningKey(): Promise<SigningKeyPair> {
  const { publicKey, privateKey } = await generateKeyPairAsync("ec", {
    namedCurve: "P-256",
    publicKeyEncoding: { type: "spki", format: "der" },
    privateKeyEncoding: { type: "pkcs8", format: "der" },
  });
  return { publicKeySpki: new Uint8Array(publicKey), privateKeyPkcs8: new Uint8Array(privateKey) };
}

/**
 * A person's portal key: generated here, returned only wrapped under the passphrase and the server's key
 * (32 bytes). Throws RangeError when the passphrase has fewer than ten characters.
 */
export async function createPortalKey(input: {
  owner: PortalKeyOwner;
  passphrase: string;
  serverKey: Uint8Array;
}): Promise<{ publicKeySpki: Uint8Array; wrappedKey: Uint8Array }> {
  const pair = await generateSigningKey();
  const wrappedKey = await wrapPrivateKey({
    privateKeyPkcs8: pair.privateKeyPkcs8,
    passphrase: input.passphrase,
    serverKey: input.serverKey,
    binding: binding(input.owner),
  });
  return { publicKeySpki: pair.publicKeySpki, wrappedKey };
}

/** Opens a portal key for one signature. Counting and locking after wrong tries is the caller's. */
export function unwrapPortalKey(input: {
  owner: PortalKeyOwner;
  wrappedKey: Uint8Array;
  passphrase: string;
  serverKey: Uint8Array;
}): Promise<UnwrapResult> {
  return unwrapPrivateKey({
    wrapped: input.wrappedKey,
    passphrase: input.passphrase,
    serverKey: input.serverKey,
    binding: binding(input.owner),
  });
}

/** The same key under a new passphrase; the old one must open it. */
export async function changePortalKeyPassphrase(input: {
  owner: PortalKeyOwner;
  wrappedKey: Uint8Array;
  passphrase: string;
  newPassphrase: string;
  serverKey: Uint8Array;
}): Promise<{ ok: true; wrappedKey: Uint8Array } | Extract<UnwrapResult, { ok: false }>> {
  const opened = await unwrapPortalKey(input);
  if (!opened.ok) return opened;
  const wrappedKey = await wrapPrivateKey({
    privateKeyPkcs8: opened.privateKeyPkcs8,
    passphrase: input.newPassphrase,
    serverKey: input.serverKey,
    binding: binding(input.owner),
  });
  return { ok: true, wrappedKey };
}

function binding(owner: PortalKeyOwner) {
  return { purpose: "portal-key", tenantId: owner.tenantId, ownerId: owner.ownerId } as const;
}
