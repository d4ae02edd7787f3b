import type { X509Certificate } from "node:crypto";
import { certificateSha256 } from "../certificate-fingerprint";
import type { PdfFile } from "../pdf-reader/pdf-file";
import {
  isArray,
  isName,
  isString,
  type PdfDictionary,
  type PdfString,
  textOf,
} from "../pdf-reader/pdf-values";
import type { NewSignatureField } from "./compare-forms";
import { parsePdfDate } from "./pdf-date";
import type { SignatureProblem } from "./signature-problem";
import { verifyCms } from "./verify-cms";

/** Clocks of signer, portal and verifier may differ by this. */
const CLOCK_TOLERANCE_MS = 5 * 60_000;

export type VerifiedSignature = {
  fieldName: string;
  /** Subject of the certificate; empty texts where it does not say, or none was found. */
  signerName: string;
  signerTitle: string;
  signerOffice: string;
  /** Lower case hexadecimal; undefined when the signature holds no certificate of its own. */
  certificateSha256: string | undefined;
  /** Which of the given roots it leads to, lower case hexadecimal; undefined where to none. */
  rootSha256: string | undefined;
  subject: string;
  reason: string;
  /** ISO instant that the signer claims. */
  claimedAt: string | undefined;
  /** ISO instant of the time stamp (RFC 3161) that came with it and holds. */
  stampedAt: string | undefined;
  /** Number of bytes of the file up to and with this signature. */
  coversBytes: number;
  problems: readonly SignatureProblem[];
};

export type ExpectedSigner = { certificateSha256: string; fieldName: string; receivedAt: Date };

/** One signature: what it covers, its CMS, and whether it is the one that was recorded at this place. */
export function verifySignature(input: {
  file: PdfFile;
  revision: number;
  field: NewSignatureField;
  roots: readonly X509Certificate[];
  stampRoots?: readonly X509Certificate[] | undefined;
  expected: ExpectedSigner | undefined;
  earlier: readonly VerifiedSignature[];
  now: Date;
}): VerifiedSignature {
  const { signature, name } = input.field;
  const section = input.file.sections[input.revision];
  const contents = signature.get("Contents");
  const blank = unread(name, textOf(signature.get("Reason")), section?.end ?? 0);
  const isDirect = section?.entries.get(input.field.signatureNumber)?.kind === "offset";
  if (!section || !isDirect || !isString(contents) || !isPlainHexadecimal(contents)) {
    return { ...blank, problems: ["contents"] };
  }
  const problems: SignatureProblem[] = [];
  const end = coveredEnd(signature);
  if (!coversAllButContents(signature, contents) || !(end >= section.eof && end <= section.end)) {
    problems.push("byte-range");
  }
  if (isName(signature.get("SubFilter"), "adbe.pkcs7.detached")) problems.push("not-pades");
  else if (!isName(signature.get("SubFilter"), "ETSI.CAdES.detached")) problems.push("signature-form");
  const claimedAt = parsePdfDate(textOf(signature.get("M")));
  const { bytes } = input.file;
  const cms = verifyCms({
    raw: Buffer.from(contents.value, "latin1"),
    content: [bytes.subarray(0, contents.start), bytes.subarray(contents.end, end)],
    roots: input.roots,
    stampRoots: input.stampRoots,
    receivedAt: input.expected?.receivedAt,
    claimedAt,
    form: "detached",
  });
  problems.push(...cms.problems);
  const read = {
    ...blank,
    coversBytes: end,
    claimedAt: claimedAt?.toISOString(),
    stampedAt: cms.stampedAt?.toISOString(),
  };
  if (!cms.certificate) return { ...read, problems };
  const rootSha256 = cms.root && certificateSha256(cms.root.raw);
  const result = { ...read, ...describe(cms.certificate), rootSha256 };
  problems.push(...timeProblems(input, claimedAt, cms.time), ...identityProblems(input, result));
  return { ...result, problems };
}

/** Mixed case would mean that somebody touched digits that no signature covers. */
function isPlainHexadecimal(contents: PdfString): boolean {
  const { hex } = contents;
  return hex !== undefined && hex.length % 2 === 0 && (/^[0-9A-F]*$/.test(hex) || /^[0-9a-f]*$/.test(hex));
}

/** ByteRange is everything but the string of /Contents, delimiters included (ISO 32000-2 §12.8.1). */
function coversAllButContents(signature: PdfDictionary, contents: PdfString): boolean {
  const range = signature.get("ByteRange");
  return (
    isArray(range) &&
    range.length === 4 &&
    range[0] === 0 &&
    range[1] === contents.start &&
    range[2] === contents.end
  );
}

function coveredEnd(signature: PdfDictionary): number {
  const range = signature.get("ByteRange");
  const [, , start, length] = isArray(range) ? range : [];
  return typeof start === "number" && typeof length === "number" ? start + length : Number.NaN;
}

function timeProblems(
  {
    expected,
    earlier,
    now,
  }: { expected: ExpectedSigner | undefined; earlier: readonly VerifiedSignature[]; now: Date },
  claimedAt: Date | undefined,
  time: Date | undefined,
): SignatureProblem[] {
  const latest = expected ? Math.min(expected.receivedAt.getTime(), now.getTime()) : now.getTime();
  const problems: SignatureProblem[] = [];
  const claimedLate = claimedAt && claimedAt.getTime() > latest + CLOCK_TOLERANCE_MS;
  if (claimedLate || (time && time.getTime() > now.getTime() + CLOCK_TOLERANCE_MS))
    problems.push("time-in-future");
  const before = earlier.at(-1)?.claimedAt;
  if (before && claimedAt && claimedAt.getTime() < Date.parse(before) - CLOCK_TOLERANCE_MS) {
    problems.push("time-order");
  }
  return problems;
}

function identityProblems(
  {
    expected,
    earlier,
    field,
  }: {
    expected: ExpectedSigner | undefined;
    earlier: readonly VerifiedSignature[];
    field: NewSignatureField;
  },
  signature: { certificateSha256: string; subject: string },
): SignatureProblem[] {
  const problems: SignatureProblem[] = [];
  if (earlier.some((other) => other.subject === signature.subject)) problems.push("same-person-twice");
  if (expected && expected.certificateSha256 !== signature.certificateSha256) problems.push("other-signer");
  if (expected && expected.fieldName !== field.name) problems.push("other-field");
  return problems;
}

function describe(certificate: X509Certificate) {
  // OpenSSL puts a backslash before commas and the like.
  const part = (key: string) =>
    new RegExp(`^${key}=(.*)$`, "m").exec(certificate.subject)?.[1]?.replace(/\\(.)/g, "$1") ?? "";
  return {
    signerName: part("CN"),
    signerTitle: part("title"),
    signerOffice: part("O"),
    certificateSha256: certificateSha256(certificate.raw),
    subject: certificate.subject,
  };
}

function unread(fieldName: string, reason: string, coversBytes: number) {
  return {
    fieldName,
    reason,
    coversBytes,
    signerName: "",
    signerTitle: "",
    signerOffice: "",
    subject: "",
    certificateSha256: undefined,
    rootSha256: undefined,
    claimedAt: undefined,
    stampedAt: undefined,
  };
}
