import type { X509Certificate } from "node:crypto";
import { PdfFile } from "./pdf-reader/pdf-file";
import { PdfReadError } from "./pdf-reader/pdf-values";
import { readPlaces } from "./signature-places";
import { compareRevisions } from "./verification/compare-revisions";
import type { ReservedPlace } from "./verification/reserved-place";
import type { SignatureProblem } from "./verification/signature-problem";
import { type ExpectedSigner, verifyAgreementPdf } from "./verify-pdf";

/** Why a file that was signed elsewhere is not taken; each has its words and what to do under `errors.increment`. */
export const incrementFaults = [
  /** The very file that was handed out. */
  "nothingAdded",
  /** An older state of the same file, with fewer signatures. */
  "olderFile",
  /** Other bytes than those handed out: another file, or one that the tool wrote anew. */
  "rewritten",
  "unreadable",
  "bytesAfter",
  "noSignature",
  "severalSignatures",
  /** A field, a note or another annotation beside the signature. */
  "extraField",
  "contentChanged",
  "outsideBlock",
  "nameTaken",
  "notWhole",
  "notPades",
  "noSigningCertificate",
  "weakHash",
  "weakKey",
  "broken",
  "notRegistered",
  "certificateEnded",
  "unknownRoot",
  "wrongClock",
  "samePerson",
  "notAccepted",
] as const;
export type IncrementFault = (typeof incrementFaults)[number];

export type JudgeIncrement = {
  /** The file that was handed out, and the one that came back. */
  before: Uint8Array;
  after: Uint8Array;
  /** The file before any signature. */
  issued: { length: number; sha256: string };
  /** Every signature so far. */
  signers: readonly ExpectedSigner[];
  /** Name of the signer's own block, and of those that belong to others. */
  place: string;
  /** Certificates registered for this very person that are valid now: SHA-256. */
  registered: readonly string[];
  roots: readonly (string | Uint8Array)[];
  stampRoots?: readonly X509Certificate[] | undefined;
  now: Date;
};

export type JudgedIncrement =
  | { ok: true; fieldName: string; certificateSha256: string }
  | { ok: false; fault: IncrementFault };

/** In this order: what is worst, or easiest to mend, is said first. */
const faultOf: readonly (readonly [IncrementFault, readonly SignatureProblem[]])[] = [
  ["notWhole", ["contents", "byte-range"]],
  ["notPades", ["not-pades", "signature-form", "cms-not-detached", "content-type"]],
  ["weakHash", ["weak-hash"]],
  ["weakKey", ["weak-key", "weak-certificate", "algorithm"]],
  [
    "broken",
    ["cms-broken", "digest", "signature", "certificate-broken", "no-certificate", "no-signed-attributes"],
  ],
  ["noSigningCertificate", ["no-signing-certificate", "signing-certificate"]],
  ["certificateEnded", ["expired", "issuer-expired"]],
  ["unknownRoot", ["untrusted", "forged-issuer"]],
  ["wrongClock", ["time-in-future", "time-order", "no-time"]],
  ["samePerson", ["same-person-twice"]],
];

/**
 * Whether an uploaded file is the one that was handed out and one signature of this person more, and nothing else: its exact
 * prefix, one new field whose mark stands in the signer's own block, the whole file covered, PAdES with signing-certificate-v2
 * (ETSI EN 319 142-1 §6, RFC 5035), a registered certificate valid now under a listed root.
 */
export function judgeIncrement(input: JudgeIncrement): JudgedIncrement {
  const fault = prefixFault(input) ?? structureFault(input);
  return fault ? { ok: false, fault } : judgeSignature(input);
}

function startsWith(file: Uint8Array, beginning: Uint8Array): boolean {
  return (
    file.length >= beginning.length && Buffer.compare(file.subarray(0, beginning.length), beginning) === 0
  );
}

function prefixFault({ before, after, issued }: JudgeIncrement): IncrementFault | undefined {
  if (startsWith(after, before)) return after.length === before.length ? "nothingAdded" : undefined;
  return startsWith(after, before.subarray(0, issued.length)) ? "olderFile" : "rewritten";
}

function reservedFor(file: PdfFile, { place, signers }: JudgeIncrement): ReservedPlace[] {
  return readPlaces(file).flatMap(({ name, page, rectangle }) => {
    if (name === place) return [{ page, rectangle }];
    // What stands in the block of another was judged when it came.
    return signers.map(({ fieldName }) => ({ page, rectangle, fieldName }));
  });
}

/** What the last update changed, before anything is said of its signature. */
function structureFault(input: JudgeIncrement): IncrementFault | undefined {
  try {
    const file = new PdfFile(input.after);
    const last = file.sections.length - 1;
    if (file.sections[last - 1]?.end !== input.before.length) {
      return last > 0 && (file.sections[last - 1]?.end ?? 0) > input.before.length
        ? "severalSignatures"
        : "rewritten";
    }
    const { changes, fields } = compareRevisions(
      file.revision(last - 1),
      file.revision(last),
      reservedFor(file, input),
    );
    if (fields.length > 1 || changes.some(({ kind }) => kind === "several-signatures"))
      return "severalSignatures";
    const beside = changes.filter(({ kind }) => kind !== "signature-place" && kind !== "signature-field");
    if (beside.length > 0) {
      const isBesideText = beside.every(({ kind }) => kind === "annotation" || kind === "form");
      return isBesideText ? "extraField" : "contentChanged";
    }
    const [field] = fields;
    if (!field) return "noSignature";
    const isOthers = /^(party|office)_\d+$/.test(field.name) && field.name !== input.place;
    if (isOthers || changes.some(({ path }) => path === "field/T")) return "nameTaken";
    if (changes.some(({ kind }) => kind === "signature-place")) return "outsideBlock";
    return changes.length > 0 ? "notAccepted" : undefined;
  } catch (error) {
    const after = error instanceof PdfReadError && /after the last|does not end with/.test(error.message);
    return after ? "bytesAfter" : "unreadable";
  }
}

function judgeSignature(input: JudgeIncrement): JudgedIncrement {
  const { after, issued, roots, stampRoots, registered, now } = input;
  const reserved = reservedFor(new PdfFile(after), input);
  const options = { roots, stampRoots, issued, reserved, now };
  const found = verifyAgreementPdf(after, options).signatures.at(-1);
  if (!found) return { ok: false, fault: "noSignature" };
  const { fieldName, certificateSha256 } = found;
  const own = { fieldName, certificateSha256: certificateSha256 ?? "", receivedAt: now };
  const verdict = verifyAgreementPdf(after, { ...options, signers: [...input.signers, own] });
  const problems = verdict.signatures.at(-1)?.problems ?? [];
  const isOf = (fault: IncrementFault) => faultOf.find(([name]) => name === fault)?.[1] ?? [];
  const fault = faultOf.find(([, these]) => these.some((problem) => problems.includes(problem)))?.[0];
  const isRegistered = certificateSha256 !== undefined && registered.includes(certificateSha256);
  // Whose certificate it is comes before what else may be wrong with that certificate.
  const ofCertificate = [...isOf("certificateEnded"), ...isOf("unknownRoot"), ...isOf("samePerson")];
  const onlyOfCertificate = problems.every((problem) => ofCertificate.includes(problem));
  if (!isRegistered && onlyOfCertificate) return { ok: false, fault: "notRegistered" };
  if (fault) return { ok: false, fault };
  if (!isRegistered) return { ok: false, fault: "notRegistered" };
  if (!verdict.ok || certificateSha256 === undefined) return { ok: false, fault: "notAccepted" };
  return { ok: true, fieldName, certificateSha256 };
}
