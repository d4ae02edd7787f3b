import { createPrivateKey, createPublicKey, type KeyObject, X509Certificate } from "node:crypto";
import { CryptoKeySigner, PDF, type Signer } from "@libpdf/core";
import { RESERVED_TOKEN_BYTES } from "./time-stamp";

/** Bytes kept free for the CMS; two P-256 certificates need about 2 kB, two RSA-4096 ones about 5 kB. */
const RESERVED_CMS_BYTES = 8192;

/** A full stop in a field name would make a tree of fields of it (ISO 32000-2 §12.7.4.2). */
const FIELD_NAME = /^[A-Za-z0-9_-]{1,100}$/;

/** Asks for a time stamp token over the SHA-256 digest of the signature. */
export type AskForStamp = (digest: Uint8Array) => Promise<Uint8Array>;

/**
 * Adds one PAdES B-B signature (ETSI EN 319 142-1, SubFilter ETSI.CAdES.detached, SHA-256) as an incremental
 * update: the given file is the exact beginning of the result. `privateKeyPkcs8` is the opened DER key
 * (P-256 or RSA of at least 2048 bits), `certificateDer` its certificate, `chainDer` the issuers up to the
 * root, `signedAt` the time the signature claims. The field must be new to the file. Throws when key and certificate
 * do not belong together, the key is of another kind, the name is taken, or the library rewrote the file.
 */
export async function addSignature(input: {
  pdf: Uint8Array;
  privateKeyPkcs8: Uint8Array;
  certificateDer: Uint8Array;
  chainDer: readonly Uint8Array[];
  fieldName: string;
  reason: string;
  signedAt: Date;
  askForStamp?: AskForStamp | undefined;
}): Promise<Uint8Array> {
  return addSignatureOf(await createSigner(input), input);
}

/**
 * The same with a signer of any kind: what PKCS#12 opened, or a key of the portal. With `askForStamp` it is PAdES B-T: the token stands in
 * the signature as its unsigned attribute (RFC 3161 appendix A), in a place that is so much larger.
 */
export async function addSignatureOf(
  signer: Signer,
  input: {
    pdf: Uint8Array;
    fieldName: string;
    reason: string;
    signedAt: Date;
    askForStamp?: AskForStamp | undefined;
  },
): Promise<Uint8Array> {
  if (!FIELD_NAME.test(input.fieldName))
    throw new RangeError("The name of a signature field is made of a-z, 0-9, - and _");
  const before = new Uint8Array(input.pdf);
  const document = await PDF.load(before);
  const { bytes } = await document.sign({
    signer,
    fieldName: input.fieldName,
    reason: input.reason,
    signingTime: input.signedAt,
    subFilter: "ETSI.CAdES.detached",
    digestAlgorithm: "SHA-256",
    ...(input.askForStamp
      ? {
          level: "B-T",
          timestampAuthority: { timestamp: input.askForStamp },
          estimatedSize: RESERVED_CMS_BYTES + RESERVED_TOKEN_BYTES,
        }
      : { level: "B-B", estimatedSize: RESERVED_CMS_BYTES }),
  });
  assertPrefix(before, bytes);
  return bytes;
}

async function createSigner(input: {
  privateKeyPkcs8: Uint8Array;
  certificateDer: Uint8Array;
  chainDer: readonly Uint8Array[];
}): Promise<CryptoKeySigner> {
  const privateKey = openKey(input.privateKeyPkcs8);
  const certificate = new X509Certificate(input.certificateDer);
  if (!certificate.publicKey.equals(createPublicKey(privateKey))) {
    throw new Error("The signing key does not belong to the certificate");
  }
  const pkcs8 = new Uint8Array(input.privateKeyPkcs8);
  const chain = input.chainDer.map((der) => new Uint8Array(der));
  const der = new Uint8Array(input.certificateDer);
  const details = privateKey.asymmetricKeyDetails;
  if (privateKey.asymmetricKeyType === "ec" && details?.namedCurve === "prime256v1") {
    const key = await crypto.subtle.importKey("pkcs8", pkcs8, { name: "ECDSA", namedCurve: "P-256" }, false, [
      "sign",
    ]);
    return new CryptoKeySigner(key, der, "EC", "ECDSA", chain);
  }
  if (privateKey.asymmetricKeyType === "rsa" && (details?.modulusLength ?? 0) >= 2048) {
    // The key is imported for the very hash the signature uses: the library signs with the key's own hash.
    const algorithm = { name: "RSASSA-PKCS1-v1_5", hash: "SHA-256" };
    const key = await crypto.subtle.importKey("pkcs8", pkcs8, algorithm, false, ["sign"]);
    return new CryptoKeySigner(key, der, "RSA", "RSASSA-PKCS1-v1_5", chain);
  }
  throw new Error("Signing keys are P-256 or RSA of at least 2048 bits");
}

function openKey(pkcs8: Uint8Array): KeyObject {
  try {
    return createPrivateKey({ key: Buffer.from(pkcs8), format: "der", type: "pkcs8" });
  } catch {
    // The parser's own error may quote what it read.
    throw new Error("The signing key cannot be read");
  }
}

function assertPrefix(before: Uint8Array, after: Uint8Array): void {
  if (after.length <= before.length || Buffer.compare(after.subarray(0, before.length), before) !== 0) {
    throw new Error("Signing rewrote the file instead of adding to it");
  }
}
