import { createHash, X509Certificate } from "node:crypto";
import { PdfFile } from "./pdf-reader/pdf-file";
import { PdfReadError } from "./pdf-reader/pdf-values";
import type { ChangeKind } from "./verification/change";
import { compareRevisions, type RevisionComparison } from "./verification/compare-revisions";
import type { ReservedPlace } from "./verification/reserved-place";
import { signedFields } from "./verification/signed-fields";
import {
  type ExpectedSigner,
  type VerifiedSignature,
  verifySignature,
} from "./verification/verify-signature";

export type { ChangeKind } from "./verification/change";
export type { ReservedPlace } from "./verification/reserved-place";
export type { SignatureProblem } from "./verification/signature-problem";
export type { ExpectedSigner, VerifiedSignature } from "./verification/verify-signature";

/** What is wrong with the file as a whole. Problems of one signature stand with that signature. */
export type AgreementPdfProblem =
  /** Not a file that every reader understands alike; `reason` is English and for the log. */
  | { code: "unreadable"; reason: string }
  | { code: "no-signature" }
  | { code: "not-as-issued" }
  | { code: "signed-before-issue" }
  /** Fewer or more signatures than were recorded. */
  | { code: "signature-missing"; expected: number; found: number }
  | { code: "signature-unexpected"; expected: number; found: number }
  | { code: "not-fully-covered" }
  /** A signature that no field of the form leads to: readers show a file without it. */
  | { code: "signature-outside-form"; object: number }
  | { code: "content-changed-after-issue"; change: ChangeKind; page?: number; path: string }
  | {
      code: "content-changed-after-signature";
      /** Counted from 1. */
      afterSignature: number;
      change: ChangeKind;
      page?: number;
      path: string;
    };

export type VerifyAgreementPdfOptions = {
  /** Certificates of the trusted authorities, PEM text or DER bytes. */
  roots: readonly (string | Uint8Array)[];
  /** Roots of the responders whose time stamps are trusted; they vouch for no signer. */
  stampRoots?: readonly X509Certificate[] | undefined;
  /** The file as the portal issued it, before the first signature: bytes and SHA-256 in hexadecimal. */
  issued?: { length: number; sha256: string };
  /** The recorded signatures in their order. Without them a file cut back to fewer signatures looks whole. */
  signers?: readonly ExpectedSigner[];
  /** Places for visible marks of tools other than the portal; none unless given. */
  reserved?: readonly ReservedPlace[];
  now: Date;
};

export type AgreementPdfVerification = {
  ok: boolean;
  signatures: readonly VerifiedSignature[];
  problems: readonly AgreementPdfProblem[];
};

/**
 * Judges a signed agreement: every signature by itself, and every revision against the one before, because a
 * file can carry valid signatures and still show other text, painted over by a later update. Never throws on
 * bad bytes. Revocation is not looked at: the portal records when it received each signature.
 */
export function verifyAgreementPdf(
  bytes: Uint8Array,
  options: VerifyAgreementPdfOptions,
): AgreementPdfVerification {
  const roots = options.roots.map((root) => new X509Certificate(root));
  const signatures: VerifiedSignature[] = [];
  const problems: AgreementPdfProblem[] = [];
  try {
    const file = new PdfFile(bytes);
    problems.push(...issueProblems(file, options));
    for (let index = 1; index < file.sections.length; index += 1) {
      const comparison = compareRevisions(
        file.revision(index - 1),
        file.revision(index),
        options.reserved ?? [],
      );
      problems.push(...changeProblems(comparison, signatures.length));
      const [field] = comparison.fields;
      if (!field) continue;
      const expected = options.signers?.[signatures.length];
      signatures.push(
        verifySignature({
          file,
          revision: index,
          field,
          roots,
          stampRoots: options.stampRoots,
          expected,
          earlier: signatures,
          now: options.now,
        }),
      );
    }
    problems.push(...countProblems(file, signatures, options.signers));
  } catch (error) {
    // Hostile bytes reach many places; whatever gives up there has not accepted the file.
    problems.push({ code: "unreadable", reason: reasonOf(error) });
  }
  const ok = problems.length === 0 && signatures.every((signature) => signature.problems.length === 0);
  return { ok, signatures, problems };
}

function issueProblems(file: PdfFile, { issued }: VerifyAgreementPdfOptions): AgreementPdfProblem[] {
  const problems: AgreementPdfProblem[] = [];
  // A first signature written together with the text has no revision before it to be compared with.
  if (signedFields(file.revision(0)).length > 0) problems.push({ code: "signed-before-issue" });
  if (!issued) return problems;
  const base = file.bytes.subarray(0, issued.length);
  const isSame = createHash("sha256").update(base).digest("hex") === issued.sha256.toLowerCase();
  if (!isSame || file.sections[0]?.end !== issued.length) problems.push({ code: "not-as-issued" });
  return problems;
}

function changeProblems(comparison: RevisionComparison, signed: number): AgreementPdfProblem[] {
  const changes = [...comparison.changes];
  if (comparison.fields.length > 1) changes.push({ kind: "several-signatures", path: "AcroForm" });
  if (comparison.fields.length === 0 && !comparison.addsOnlyValidationData) {
    changes.push({ kind: "unsigned-revision", path: "xref" });
  }
  return changes.map(({ kind, page, path }) => {
    const where = { change: kind, path, ...(page === undefined ? {} : { page }) };
    return signed === 0
      ? { code: "content-changed-after-issue", ...where }
      : { code: "content-changed-after-signature", afterSignature: signed, ...where };
  });
}

function countProblems(
  file: PdfFile,
  signatures: readonly VerifiedSignature[],
  signers: readonly ExpectedSigner[] | undefined,
): AgreementPdfProblem[] {
  const problems: AgreementPdfProblem[] = [];
  const found = signatures.length;
  if (found === 0) problems.push({ code: "no-signature" });
  else if (signatures.at(-1)?.coversBytes !== file.bytes.length) problems.push({ code: "not-fully-covered" });
  const expected = signers?.length ?? found;
  if (found < expected) problems.push({ code: "signature-missing", expected, found });
  if (found > expected) problems.push({ code: "signature-unexpected", expected, found });
  return problems;
}

function reasonOf(error: unknown): string {
  if (error instanceof PdfReadError) return error.message;
  return error instanceof Error ? `${error.name}: ${error.message}` : "unknown";
}
