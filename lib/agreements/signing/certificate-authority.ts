import "reflect-metadata";
import { randomBytes } from "node:crypto";
import * as x509 from "@peculiar/x509";
import { addYears } from "date-fns";
import { certificateSha256 } from "./certificate-fingerprint";
import { type UnwrapResult, unwrapPrivateKey, wrapPrivateKey } from "./key-wrapping";
import { generateSigningKey } from "./portal-key";

const KEY = { name: "ECDSA", namedCurve: "P-256" } as const;
const SIGNATURE = { name: "ECDSA", hash: "SHA-256" } as const;
const AUTHORITY_YEARS = 10;
const TITLE_OID = "2.5.4.12";

export type CertificateAuthority = {
  /** The self-signed root, DER. */
  certificateDer: Uint8Array;
  /** The root's key under the operator's passphrase; the portal never keeps the passphrase. */
  wrappedKey: Uint8Array;
};

export type IssuedCertificate = {
  certificateDer: Uint8Array;
  /** SHA-256 of the DER bytes, lower case hexadecimal. */
  sha256: string;
  /** Serial number, lower case hexadecimal. */
  serialNumber: string;
};

/**
 * Makes a tenant's own authority: ECDSA P-256 root for ten years, path length 0 (RFC 5280 §4.2.1.9).
 * Throws RangeError when the passphrase has fewer than ten characters.
 */
export async function createCertificateAuthority(input: {
  tenantId: string;
  /** As it stands in the name of the root: "Tỉnh Phú Thọ". */
  tenantName: string;
  passphrase: string;
  notBefore: Date;
}): Promise<CertificateAuthority> {
  const pair = await generateSigningKey();
  const wrappedKey = await wrapPrivateKey({
    privateKeyPkcs8: pair.privateKeyPkcs8,
    passphrase: input.passphrase,
    binding: binding(input.tenantId),
  });
  const publicKey = await importPublicKey(pair.publicKeySpki);
  const keyId = await x509.SubjectKeyIdentifierExtension.create(publicKey, false, crypto);
  const certificate = await x509.X509CertificateGenerator.createSelfSigned(
    {
      serialNumber: randomSerial(),
      name: [{ CN: [`Chứng thư nội bộ ${input.tenantName}`] }, { O: [input.tenantName] }, { C: ["VN"] }],
      notBefore: wholeSeconds(input.notBefore),
      notAfter: addYears(wholeSeconds(input.notBefore), AUTHORITY_YEARS),
      signingAlgorithm: SIGNATURE,
      keys: { publicKey, privateKey: await importPrivateKey(pair.privateKeyPkcs8) },
      extensions: [
        new x509.BasicConstraintsExtension(true, 0, true),
        new x509.KeyUsagesExtension(x509.KeyUsageFlags.keyCertSign | x509.KeyUsageFlags.cRLSign, true),
        keyId,
      ],
    },
    crypto,
  );
  return { certificateDer: new Uint8Array(certificate.rawData), wrappedKey };
}

/** Opens the authority's key with the operator's passphrase, for the enrolment at hand only. */
export function unwrapAuthorityKey(input: {
  tenantId: string;
  wrappedKey: Uint8Array;
  passphrase: string;
}): Promise<UnwrapResult> {
  return unwrapPrivateKey({
    wrapped: input.wrappedKey,
    passphrase: input.passphrase,
    binding: binding(input.tenantId),
  });
}

/**
 * A person's signing certificate: digitalSignature and nonRepudiation only (RFC 5280 §4.2.1.3), random
 * 16-byte serial number. Throws RangeError when the validity is empty or leaves that of the authority.
 */
export async function issueCertificate(input: {
  authority: { certificateDer: Uint8Array; privateKeyPkcs8: Uint8Array };
  subject: { name: string; title: string; office: string };
  publicKeySpki: Uint8Array;
  notBefore: Date;
  notAfter: Date;
}): Promise<IssuedCertificate> {
  const root = new x509.X509Certificate(new Uint8Array(input.authority.certificateDer));
  const notBefore = wholeSeconds(input.notBefore);
  const notAfter = wholeSeconds(input.notAfter);
  if (notBefore >= notAfter || notBefore < root.notBefore || notAfter > root.notAfter) {
    throw new RangeError("The validity of a certificate lies within that of its authority");
  }
  const publicKey = await importPublicKey(input.publicKeySpki);
  const serialNumber = randomSerial();
  const certificate = await x509.X509CertificateGenerator.create(
    {
      serialNumber,
      subject: subjectName(input.subject),
      issuer: root.subjectName.toJSON(),
      notBefore,
      notAfter,
      signingAlgorithm: SIGNATURE,
      publicKey,
      signingKey: await importPrivateKey(input.authority.privateKeyPkcs8),
      extensions: [
        new x509.BasicConstraintsExtension(false, undefined, true),
        new x509.KeyUsagesExtension(
          x509.KeyUsageFlags.digitalSignature | x509.KeyUsageFlags.nonRepudiation,
          true,
        ),
        await x509.AuthorityKeyIdentifierExtension.create(await importPublicKey(rawKey(root)), false, crypto),
        await x509.SubjectKeyIdentifierExtension.create(publicKey, false, crypto),
      ],
    },
    crypto,
  );
  const certificateDer = new Uint8Array(certificate.rawData);
  return { certificateDer, sha256: certificateSha256(certificateDer), serialNumber };
}

/** PEM of a certificate, for people who keep the root beside their files. */
export function certificatePem(certificateDer: Uint8Array): string {
  return `${new x509.X509Certificate(new Uint8Array(certificateDer)).toString("pem")}\n`;
}

/** Given as parts, not as text, so that a comma in a name cannot become another attribute. */
function subjectName(subject: { name: string; title: string; office: string }): x509.JsonName {
  return [
    { CN: [subject.name.normalize("NFC")] },
    { [TITLE_OID]: [subject.title.normalize("NFC")] },
    { O: [subject.office.normalize("NFC")] },
    { C: ["VN"] },
  ];
}

/** Sixteen random bytes read as a positive number (RFC 5280 §4.1.2.2). */
function randomSerial(): string {
  const bytes = randomBytes(16);
  bytes.writeUInt8((bytes.readUInt8(0) & 0x3f) | 0x40, 0);
  return bytes.toString("hex");
}

function wholeSeconds(date: Date): Date {
  return new Date(Math.floor(date.getTime() / 1000) * 1000);
}

function rawKey(certificate: x509.X509Certificate): Uint8Array {
  return new Uint8Array(certificate.publicKey.rawData);
}

function importPublicKey(spki: Uint8Array) {
  return crypto.subtle.importKey("spki", new Uint8Array(spki), KEY, true, ["verify"]);
}

function importPrivateKey(pkcs8: Uint8Array) {
  return crypto.subtle.importKey("pkcs8", new Uint8Array(pkcs8), KEY, false, ["sign"]);
}

function binding(tenantId: string) {
  return { purpose: "authority-key", tenantId, ownerId: "" } as const;
}
