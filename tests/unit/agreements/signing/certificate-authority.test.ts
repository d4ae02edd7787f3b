import { X509Certificate } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import {
  certificatePem,
  createCertificateAuthority,
  issueCertificate,
  unwrapAuthorityKey,
} from "@/lib/agreements/signing/certificate-authority";
import { certificateSha256 } from "@/lib/agreements/signing/certificate-fingerprint";
import { generateSigningKey } from "@/lib/agreements/signing/portal-key";

const tenantId = "4c7d";
const passphrase = "mật khẩu của người vận hành";
const subject = { name: "Đỗ Thị Ánh, O=Khác", title: "Chánh Văn phòng", office: "Văn phòng Tỉnh ủy" };
const notBefore = new Date("2026-11-01T00:00:00Z");
const notAfter = new Date("2028-11-01T00:00:00Z");

let created: Awaited<ReturnType<typeof createCertificateAuthority>>;
let authority: Parameters<typeof issueCertificate>[0]["authority"];
let publicKeySpki: Uint8Array;

beforeAll(async () => {
  created = await createCertificateAuthority({ tenantId, tenantName: "Tỉnh Phú Thọ", passphrase, notBefore });
  const opened = await unwrapAuthorityKey({ tenantId, wrappedKey: created.wrappedKey, passphrase });
  if (!opened.ok) throw new Error(opened.reason);
  authority = { certificateDer: created.certificateDer, privateKeyPkcs8: opened.privateKeyPkcs8 };
  publicKeySpki = (await generateSigningKey()).publicKeySpki;
});

describe("a tenant's authority", () => {
  test("is a root for ten years that signs certificates and nothing else", () => {
    const root = new X509Certificate(created.certificateDer);
    expect(root.ca).toBe(true);
    expect(root.verify(root.publicKey)).toBe(true);
    expect(root.validToDate).toEqual(new Date("2036-11-01T00:00:00Z"));
    expect(new X509Certificate(certificatePem(created.certificateDer)).fingerprint256).toBe(
      root.fingerprint256,
    );
  });

  test("does not open with another passphrase or in another tenant", async () => {
    const { wrappedKey } = created;
    const wrong = { ok: false, reason: "wrong-passphrase" };
    expect(await unwrapAuthorityKey({ tenantId, wrappedKey, passphrase: "một mật khẩu khác" })).toEqual(
      wrong,
    );
    expect(await unwrapAuthorityKey({ tenantId: "4c7e", wrappedKey, passphrase })).toEqual(wrong);
  });
});

describe("a person's certificate", () => {
  test("names the person as given, and no comma becomes another attribute", async () => {
    const issued = await issueCertificate({ authority, subject, publicKeySpki, notBefore, notAfter });
    const certificate = new X509Certificate(issued.certificateDer);
    const lines = certificate.subject.split("\n").map((line) => line.replaceAll("\\", ""));
    expect(lines).toEqual([`CN=${subject.name}`, `title=${subject.title}`, `O=${subject.office}`, "C=VN"]);
  });

  test("is issued by the authority, for signing only, with a positive random serial number", async () => {
    const issued = await issueCertificate({ authority, subject, publicKeySpki, notBefore, notAfter });
    const certificate = new X509Certificate(issued.certificateDer);
    const root = new X509Certificate(created.certificateDer);
    expect(certificate.checkIssued(root)).toBe(true);
    expect(certificate.verify(root.publicKey)).toBe(true);
    expect(certificate.ca).toBe(false);
    expect(certificate.validFromDate).toEqual(notBefore);
    expect(certificate.validToDate).toEqual(notAfter);
    expect(certificate.serialNumber.toLowerCase()).toBe(issued.serialNumber);
    expect(issued.serialNumber).toMatch(/^[4-7][0-9a-f]{31}$/);
    expect(issued.sha256).toBe(certificateSha256(certificate.raw));
    const again = await issueCertificate({ authority, subject, publicKeySpki, notBefore, notAfter });
    expect(again.serialNumber).not.toBe(issued.serialNumber);
  });

  test.each([
    ["an end before its beginning", notAfter, notBefore],
    ["a beginning before the authority's", new Date("2026-10-01T00:00:00Z"), notAfter],
    ["an end after the authority's", notBefore, new Date("2037-01-01T00:00:00Z")],
  ])("is not issued with %s", async (_, from, to) => {
    const attempt = issueCertificate({ authority, subject, publicKeySpki, notBefore: from, notAfter: to });
    await expect(attempt).rejects.toThrow(RangeError);
  });
});
