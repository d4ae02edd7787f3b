import "reflect-metadata";
import { CryptoKeySigner, PDF } from "@libpdf/core";
import * as x509 from "@peculiar/x509";
import * as asn1js from "asn1js";
import * as pkijs from "pkijs";
import { beforeAll, describe, expect, test } from "vitest";
import { verifyAgreementPdf } from "@/lib/agreements/signing/verify-pdf";
import { fileAlone, makeScene, type Scene, signedAt, type TestAuthority } from "./signed-agreement";

const CURVE = { name: "ECDSA", namedCurve: "P-256" } as const;
const SHA_256 = "2.16.840.1.101.3.4.2.1";
const TIME_STAMP_INFO = "1.2.840.113549.1.9.16.1.4";
const STAMPED_AT = new Date("2025-11-24T03:00:30Z");

type StampingAuthority = { certificate: pkijs.Certificate; privateKey: CryptoKey };

let scene: Scene;

beforeAll(async () => {
  scene = await makeScene(1);
});

describe("a signature with a time stamp, as tools for state tokens make it", () => {
  test("is accepted when the stamp is over the signature and its authority may stamp", async () => {
    const authority = await makeStampingAuthority(scene.authority, true);
    const result = verifyAgreementPdf(await signStamped(authority), fileAlone(scene));
    expect(result.signatures[0]?.problems).toEqual([]);
    expect(result.ok).toBe(true);
  });

  test("is refused when the stamp is over something else", async () => {
    const authority = await makeStampingAuthority(scene.authority, true);
    const file = await signStamped(authority, new Uint8Array(32).fill(7));
    expect(verifyAgreementPdf(file, fileAlone(scene)).signatures[0]?.problems).toEqual(["time-stamp"]);
  });

  test("is refused when the certificate of the stamp is not for stamping", async () => {
    const authority = await makeStampingAuthority(scene.authority, false);
    const file = await signStamped(authority);
    expect(verifyAgreementPdf(file, fileAlone(scene)).signatures[0]?.problems).toEqual(["time-stamp"]);
  });
});

async function makeStampingAuthority(root: TestAuthority, mayStamp: boolean): Promise<StampingAuthority> {
  const pair = await crypto.subtle.generateKey(CURVE, true, ["sign", "verify"]);
  const certificate = await x509.X509CertificateGenerator.create({
    serialNumber: "77",
    subject: "CN=Dấu thời gian, C=VN",
    issuer: new x509.X509Certificate(new Uint8Array(root.certificateDer)).subject,
    notBefore: new Date("2025-11-02T00:00:00Z"),
    notAfter: new Date("2027-11-02T00:00:00Z"),
    signingAlgorithm: { name: "ECDSA", hash: "SHA-256" },
    publicKey: pair.publicKey,
    signingKey: await importSigningKey(root.privateKeyPkcs8),
    extensions: mayStamp ? [new x509.ExtendedKeyUsageExtension(["1.3.6.1.5.5.7.3.8"], true)] : [],
  });
  return { certificate: pkijs.Certificate.fromBER(certificate.rawData), privateKey: pair.privateKey };
}

async function signStamped(authority: StampingAuthority, instead?: Uint8Array): Promise<Uint8Array> {
  const [signer] = scene.signers;
  if (!signer) throw new Error("no signer");
  const key = await importSigningKey(signer.privateKeyPkcs8);
  const chain = [new Uint8Array(scene.authority.certificateDer)];
  const document = await PDF.load(new Uint8Array(scene.issued));
  const { bytes } = await document.sign({
    signer: new CryptoKeySigner(key, new Uint8Array(signer.certificateDer), "EC", "ECDSA", chain),
    fieldName: signer.fieldName,
    signingTime: signedAt(0),
    level: "B-T",
    timestampAuthority: { timestamp: (digest) => makeToken(authority, instead ?? digest) },
  });
  return bytes;
}

/** A time stamp token (RFC 3161 §2.4.2) over a SHA-256 digest. */
async function makeToken(
  { certificate, privateKey }: StampingAuthority,
  digest: Uint8Array,
): Promise<Uint8Array> {
  const info = new pkijs.TSTInfo({
    version: 1,
    policy: "1.2.3.4.1",
    messageImprint: new pkijs.MessageImprint({
      hashAlgorithm: new pkijs.AlgorithmIdentifier({ algorithmId: SHA_256 }),
      hashedMessage: new asn1js.OctetString({ valueHex: new Uint8Array(digest) }),
    }),
    serialNumber: new asn1js.Integer({ value: 5 }),
    genTime: STAMPED_AT,
  });
  const content = info.toSchema().toBER();
  const contentDigest = await crypto.subtle.digest("SHA-256", content);
  const attributes = [
    attribute("1.2.840.113549.1.9.3", new asn1js.ObjectIdentifier({ value: TIME_STAMP_INFO })),
    attribute("1.2.840.113549.1.9.4", new asn1js.OctetString({ valueHex: contentDigest })),
  ];
  const signed = new pkijs.SignedData({
    version: 3,
    encapContentInfo: new pkijs.EncapsulatedContentInfo({
      eContentType: TIME_STAMP_INFO,
      eContent: new asn1js.OctetString({ valueHex: content }),
    }),
    certificates: [certificate],
    signerInfos: [
      new pkijs.SignerInfo({
        version: 1,
        sid: new pkijs.IssuerAndSerialNumber({
          issuer: certificate.issuer,
          serialNumber: certificate.serialNumber,
        }),
        signedAttrs: new pkijs.SignedAndUnsignedAttributes({ type: 0, attributes }),
      }),
    ],
  });
  await signed.sign(privateKey, 0, "SHA-256");
  const token = new pkijs.ContentInfo({
    contentType: "1.2.840.113549.1.7.2",
    content: signed.toSchema(true),
  });
  return new Uint8Array(token.toSchema().toBER());
}

function attribute(type: string, value: asn1js.AsnType): pkijs.Attribute {
  return new pkijs.Attribute({ type, values: [value] });
}

function importSigningKey(pkcs8: Uint8Array): Promise<CryptoKey> {
  return crypto.subtle.importKey("pkcs8", new Uint8Array(pkcs8), CURVE, false, ["sign"]);
}
