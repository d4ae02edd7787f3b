import { createHash } from "node:crypto";
import {
  createCertificateAuthority,
  issueCertificate,
  unwrapAuthorityKey,
} from "@/lib/agreements/signing/certificate-authority";
import { generateSigningKey } from "@/lib/agreements/signing/portal-key";
import { renderAgreementPdf } from "@/lib/agreements/signing/render-agreement-pdf";
import { addSignature } from "@/lib/agreements/signing/sign-pdf";
import type { VerifyAgreementPdfOptions } from "@/lib/agreements/signing/verify-pdf";
import { sampleAgreement } from "./sample-agreement";

export type TestSigner = {
  fieldName: string;
  privateKeyPkcs8: Uint8Array;
  certificateDer: Uint8Array;
  certificateSha256: string;
};

export type TestAuthority = { certificateDer: Uint8Array; privateKeyPkcs8: Uint8Array };

const START = new Date("2025-11-01T00:00:00Z");
const END = new Date("2028-11-01T00:00:00Z");
export const NOW = new Date("2025-11-30T00:00:00Z");
const FIRST_SIGNATURE = Date.parse("2025-11-24T03:00:00Z");

export async function makeAuthority(tenantId = "phu-tho"): Promise<TestAuthority> {
  const passphrase = "mật khẩu của người vận hành";
  const authority = await createCertificateAuthority({
    tenantId,
    tenantName: "Tỉnh Phú Thọ",
    passphrase,
    notBefore: START,
  });
  const opened = await unwrapAuthorityKey({ tenantId, wrappedKey: authority.wrappedKey, passphrase });
  if (!opened.ok) throw new Error("the authority's key does not open");
  return { certificateDer: authority.certificateDer, privateKeyPkcs8: opened.privateKeyPkcs8 };
}

export async function makeSigner(authority: TestAuthority, ordinal: number, end = END): Promise<TestSigner> {
  const pair = await generateSigningKey();
  const certificate = await issueCertificate({
    authority,
    subject: { name: `Người ký ${ordinal}`, title: "Chánh Văn phòng", office: `Văn phòng, số ${ordinal}` },
    publicKeySpki: pair.publicKeySpki,
    notBefore: START,
    notAfter: end,
  });
  return {
    fieldName: `signature-${ordinal}`,
    privateKeyPkcs8: pair.privateKeyPkcs8,
    certificateDer: certificate.certificateDer,
    certificateSha256: certificate.sha256,
  };
}

/** When the n-th signature (from 0) of a test file was made. */
export function signedAt(index: number): Date {
  return new Date(FIRST_SIGNATURE + index * 60_000);
}

export function sign(pdf: Uint8Array, authority: TestAuthority, signer: TestSigner, index: number) {
  return addSignature({
    pdf,
    privateKeyPkcs8: signer.privateKeyPkcs8,
    certificateDer: signer.certificateDer,
    chainDer: [authority.certificateDer],
    fieldName: signer.fieldName,
    reason: "Ký quy chế phối hợp",
    signedAt: signedAt(index),
  });
}

/** The file after each signature; entry 0 is the file as issued. */
export async function signInOrder(
  issued: Uint8Array,
  authority: TestAuthority,
  signers: readonly TestSigner[],
) {
  const files = [issued];
  let current = issued;
  for (const [index, signer] of signers.entries()) {
    current = await sign(current, authority, signer, index);
    files.push(current);
  }
  return files;
}

export async function makeScene(signerCount = 3) {
  const authority = await makeAuthority();
  const signers = await Promise.all(
    Array.from({ length: signerCount }, (_, index) => makeSigner(authority, index + 1)),
  );
  const issued = await renderAgreementPdf(sampleAgreement(Math.max(2, signerCount)));
  const files = await signInOrder(issued, authority, signers);
  return { authority, signers, issued, files };
}

export type Scene = Awaited<ReturnType<typeof makeScene>>;

/** All that the portal knows about a file with these signatures. */
export function recorded(
  scene: Pick<Scene, "authority" | "issued">,
  signers: readonly TestSigner[],
): VerifyAgreementPdfOptions {
  return {
    roots: [scene.authority.certificateDer],
    issued: { length: scene.issued.length, sha256: createHash("sha256").update(scene.issued).digest("hex") },
    signers: signers.map(({ certificateSha256, fieldName }, index) => ({
      certificateSha256,
      fieldName,
      receivedAt: signedAt(index),
    })),
    now: NOW,
  };
}

/** What somebody outside knows: the root, and nothing of what the portal recorded. */
export function fileAlone(scene: Pick<Scene, "authority">): VerifyAgreementPdfOptions {
  return { roots: [scene.authority.certificateDer], now: NOW };
}

/** Numbers that look random and are the same in every run (mulberry32). */
export function seededNumbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}
