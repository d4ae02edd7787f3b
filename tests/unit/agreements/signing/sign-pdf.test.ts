import "reflect-metadata";
import * as x509 from "@peculiar/x509";
import { beforeAll, describe, expect, test } from "vitest";
import { certificateSha256 } from "@/lib/agreements/signing/certificate-fingerprint";
import { addSignature } from "@/lib/agreements/signing/sign-pdf";
import { verifyAgreementPdf } from "@/lib/agreements/signing/verify-pdf";
import {
  makeAuthority,
  makeScene,
  recorded,
  type Scene,
  sign,
  signedAt,
  type TestSigner,
} from "./signed-agreement";

let scene: Scene;
let signer: TestSigner;

beforeAll(async () => {
  scene = await makeScene(2);
  const [first] = scene.signers;
  if (!first) throw new Error("no signer");
  signer = first;
});

describe("a signature", () => {
  test("leaves the file it signs as it is and adds to its end", async () => {
    const before = Uint8Array.from(scene.issued);
    const after = await sign(scene.issued, scene.authority, signer, 0);
    expect(Buffer.compare(before, scene.issued)).toBe(0);
    expect(Buffer.compare(after.subarray(0, before.length), before)).toBe(0);
    expect(after.length).toBeGreaterThan(before.length);
  });

  test("is not made with a key of another certificate", async () => {
    const other = scene.signers[1];
    if (!other) throw new Error("no signer");
    const mixed = { ...signer, certificateDer: other.certificateDer };
    await expect(sign(scene.issued, scene.authority, mixed, 0)).rejects.toThrow("does not belong");
  });

  test("is not made in a field that is signed already", async () => {
    const once = await sign(scene.issued, scene.authority, signer, 0);
    await expect(sign(once, scene.authority, signer, 1)).rejects.toThrow("already signed");
  });

  test.each(["", "a.b", "chữ ký", "a b"])("is not made in a field named %j", async (fieldName) => {
    await expect(sign(scene.issued, scene.authority, { ...signer, fieldName }, 0)).rejects.toThrow(
      RangeError,
    );
  });

  test("fails on a broken key without repeating a byte of it", async () => {
    const privateKeyPkcs8 = Uint8Array.from(signer.privateKeyPkcs8);
    privateKeyPkcs8[0] = 0;
    const attempt = sign(scene.issued, scene.authority, { ...signer, privateKeyPkcs8 }, 0);
    await expect(attempt).rejects.toThrow(/^The signing key cannot be read$/);
  });

  test("may be made with an RSA key of another authority that is trusted", async () => {
    const authority = await makeAuthority("other");
    const algorithm = {
      name: "RSASSA-PKCS1-v1_5",
      hash: "SHA-256",
      modulusLength: 2048,
      publicExponent: new Uint8Array([1, 0, 1]),
    };
    const pair = await crypto.subtle.generateKey(algorithm, true, ["sign", "verify"]);
    const curve = { name: "ECDSA", namedCurve: "P-256" };
    const issuerKey = new Uint8Array(authority.privateKeyPkcs8);
    const root = new x509.X509Certificate(new Uint8Array(authority.certificateDer));
    const certificate = await x509.X509CertificateGenerator.create({
      serialNumber: "51",
      subject: "CN=Người ký RSA, C=VN",
      issuer: root.subject,
      notBefore: new Date("2025-11-02T00:00:00Z"),
      notAfter: new Date("2027-11-02T00:00:00Z"),
      signingAlgorithm: { name: "ECDSA", hash: "SHA-256" },
      publicKey: pair.publicKey,
      signingKey: await crypto.subtle.importKey("pkcs8", issuerKey, curve, false, ["sign"]),
    });
    const certificateDer = new Uint8Array(certificate.rawData);
    const file = await addSignature({
      pdf: scene.issued,
      privateKeyPkcs8: new Uint8Array(await crypto.subtle.exportKey("pkcs8", pair.privateKey)),
      certificateDer,
      chainDer: [authority.certificateDer],
      fieldName: "rsa",
      reason: "Ký quy chế phối hợp",
      signedAt: signedAt(0),
    });
    const expected = {
      fieldName: "rsa",
      certificateSha256: certificateSha256(certificateDer),
      receivedAt: signedAt(0),
    };
    const options = { ...recorded(scene, []), roots: [authority.certificateDer], signers: [expected] };
    const result = verifyAgreementPdf(file, options);
    expect(result.signatures[0]?.problems).toEqual([]);
    expect(result.ok).toBe(true);
  });
});
