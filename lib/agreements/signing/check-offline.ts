import type { X509Certificate } from "node:crypto";
import { PdfFile } from "./pdf-reader/pdf-file";
import { isDictionary, isName, PdfReadError, type PdfValue } from "./pdf-reader/pdf-values";
import { readPlaces } from "./signature-places";
import { compareRevisions, type RevisionComparison } from "./verification/compare-revisions";
import type { SignatureProblem } from "./verification/signature-problem";
import { signedFields } from "./verification/signed-fields";
import { type VerifiedSignature, verifySignature } from "./verification/verify-signature";
import type { AgreementPdfProblem, ChangeKind } from "./verify-pdf";

/** `problems` make it invalid; `notices` are what the reader must know and judge. */
export type CheckedSignature = VerifiedSignature & { notices: readonly SignatureProblem[] };

export type OfflineCheck = {
  ok: boolean;
  signatures: readonly CheckedSignature[];
  problems: readonly AgreementPdfProblem[];
};

export type OfflineOptions = {
  /** Certificates of the authorities the reader trusts; none leaves every signer's authority unknown. */
  roots: readonly X509Certificate[];
  /** Roots that vouch for time stamps and for nothing else. */
  stampRoots?: readonly X509Certificate[] | undefined;
  now: Date;
};

/** Whom one trusts and what a file ought to hold is not in the file: said, and left to the reader. */
const saidOnly: ReadonlySet<SignatureProblem> = new Set<SignatureProblem>([
  "untrusted",
  "time-stamp-untrusted",
  "foreign-certificate",
  "signer-is-authority",
  "no-time",
  "not-pades",
]);
/** What the older form of a signature allows (ISO 32000-1 12.8.3.3); PAdES forbids it. */
const saidOfOldForm: ReadonlySet<SignatureProblem> = new Set<SignatureProblem>([
  "no-signing-certificate",
  "cms-not-der",
]);

/** "%PDF" stands in the first 1,024 bytes of whatever any program takes for a PDF (ISO 32000-1 annex H.3). */
export function isPdf(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.subarray(0, 1_024)).includes("%PDF-");
}

/**
 * Judges any signed PDF by itself, as somebody does who has the file and nothing else: each signature, and every two
 * revisions after the first signature against each other. What stood there before the first signature is the text that was
 * signed. How many signatures there ought to be, and whose, only the portal's record says (`verifyAgreementPdf`). Never throws
 * on bad bytes; fetches nothing; revocation is not looked at.
 */
export function checkOffline(bytes: Uint8Array, { roots, stampRoots, now }: OfflineOptions): OfflineCheck {
  const signatures: CheckedSignature[] = [];
  const problems: AgreementPdfProblem[] = [];
  try {
    const file = new PdfFile(bytes, "anybody");
    for (const revision of file.sections.keys()) {
      const step = readStep(file, revision, signatures.length);
      problems.push(...step.problems);
      if (!step.field) continue;
      const expected = undefined;
      const trust = { roots, stampRoots, expected, earlier: signatures, now };
      signatures.push(judged(verifySignature({ file, revision, field: step.field, ...trust })));
    }
    problems.push(...hiddenSignatures(file));
  } catch (error) {
    // Hostile bytes reach many places; whatever gives up there has not accepted the file.
    const reason = error instanceof PdfReadError || error instanceof Error ? error.message : "unknown";
    problems.push({ code: "unreadable", reason });
  }
  const ok = problems.length === 0 && signatures.every((signature) => signature.problems.length === 0);
  return { ok, signatures, problems };
}

/** Without this, whoever breaks the way to a file's one signature would leave a file that merely looks unsigned. */
function hiddenSignatures(file: PdfFile): AgreementPdfProblem[] {
  const shown = new Set(
    file.sections.flatMap((_, revision) =>
      signedFields(file.revision(revision)).map(({ signatureNumber }) => signatureNumber),
    ),
  );
  return file.sections.flatMap(({ entries }, index) => {
    const revision = file.revision(index);
    return [...entries].flatMap(([number, { generation }]) =>
      !shown.has(number) && isSignature(revision.get({ type: "reference", number, generation }))
        ? [{ code: "signature-outside-form" as const, object: number }]
        : [],
    );
  });
}

function isSignature(value: PdfValue): boolean {
  if (!isDictionary(value) || !value.has("Contents")) return false;
  return value.has("ByteRange") || value.has("SubFilter") || isName(value.get("Type"), "Sig");
}

type Step = { field: RevisionComparison["fields"][number] | undefined; problems: AgreementPdfProblem[] };

/** What one revision is to those before it: part of the text, a signature, or something nobody signed. */
function readStep(file: PdfFile, revision: number, signed: number): Step {
  if (signed === 0) {
    const [field, other] = signedFields(file.revision(revision));
    return { field, problems: other ? [changed(0, "several-signatures", "AcroForm")] : [] };
  }
  const { changes, fields, addsOnlyValidationData } = compareRevisions(
    file.revision(revision - 1),
    file.revision(revision),
    readPlaces(file),
  );
  const [field, other] = fields;
  const problems = changes.map(({ kind, path, page }) => changed(signed, kind, path, page));
  if (other) problems.push(changed(signed, "several-signatures", "AcroForm"));
  if (!field && !addsOnlyValidationData) problems.push(changed(signed, "unsigned-revision", "xref"));
  return { field, problems };
}

function changed(
  afterSignature: number,
  change: ChangeKind,
  path: string,
  page?: number,
): AgreementPdfProblem {
  const where = { change, path, ...(page === undefined ? {} : { page }) };
  return afterSignature === 0
    ? { code: "content-changed-after-issue", ...where }
    : { code: "content-changed-after-signature", afterSignature, ...where };
}

function judged(signature: VerifiedSignature): CheckedSignature {
  const isOldForm = signature.problems.includes("not-pades");
  const isSaid = (problem: SignatureProblem) =>
    saidOnly.has(problem) || (isOldForm && saidOfOldForm.has(problem));
  return {
    ...signature,
    problems: signature.problems.filter((problem) => !isSaid(problem)),
    notices: signature.problems.filter(isSaid),
  };
}
