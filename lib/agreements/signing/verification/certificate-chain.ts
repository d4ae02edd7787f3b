import type { X509Certificate } from "node:crypto";
import * as asn1js from "asn1js";
import type { Certificate } from "pkijs";
import { OBJECT_IDS, SIGNATURE_ALGORITHMS } from "./cms-algorithms";
import type { ParsedCms } from "./parse-cms";
import type { SignatureProblem } from "./signature-problem";

const MAXIMUM_DEPTH = 8;
/** The first two bits of KeyUsage: digitalSignature and nonRepudiation (RFC 5280 §4.2.1.3). */
const SIGNING_USAGES = 0xc0;

/**
 * Walks from the signer up to one of the given roots, and says which. The file may hold no certificate outside that walk.
 */
export function walkCertificateChain(
  cms: ParsedCms,
  signer: X509Certificate,
  roots: readonly X509Certificate[],
  time: Date | undefined,
): { problems: SignatureProblem[]; root?: X509Certificate } {
  const problems: SignatureProblem[] = [];
  const walked = new Set<string>();
  const carried = cms.certificates.map(({ x509 }) => x509);
  let certificate = signer;
  let root: X509Certificate | undefined;
  for (let depth = 0; ; depth += 1) {
    walked.add(certificate.fingerprint256);
    if (time && (time < certificate.validFromDate || time > certificate.validToDate)) {
      problems.push(certificate === signer ? "expired" : "issuer-expired");
    }
    if (!hasKnownAlgorithm(cms, certificate)) problems.push("weak-certificate");
    root = roots.find((trusted) => trusted.fingerprint256 === certificate.fingerprint256);
    if (root) break;
    const issuer =
      roots.find((trusted) => issued(trusted, certificate)) ??
      carried.find((other) => other !== certificate && other.ca && issued(other, certificate));
    if (!issuer || depth > MAXIMUM_DEPTH) {
      problems.push("untrusted");
      if (isForged(certificate, roots) || isForged(certificate, carried)) problems.push("forged-issuer");
      if (certificate !== signer && !namesItsIssuer(cms, certificate)) problems.push("certificate-broken");
      break;
    }
    certificate = issuer;
  }
  const foreign = carried.filter((other) => !walked.has(other.fingerprint256));
  if (foreign.length > 0) problems.push("foreign-certificate");
  // Nothing that was signed covers it, so one exchanged byte would not be noticed otherwise.
  const isWhole = (certificate: X509Certificate) =>
    [...roots, ...carried].some((other) => certificate.verify(other.publicKey));
  if (!foreign.every(isWhole)) problems.push("certificate-broken");
  if (signer.ca) problems.push("signer-is-authority");
  if (!maySign(cms, signer)) problems.push("key-usage");
  return root ? { problems, root } : { problems };
}

function issued(issuer: X509Certificate, certificate: X509Certificate): boolean {
  return certificate.checkIssued(issuer) && certificate.verify(issuer.publicKey);
}

/** Its issuer's name, which may be its own, is that of a certificate at hand, and no bearer of the name signed it. */
function isForged(certificate: X509Certificate, known: readonly X509Certificate[]): boolean {
  const named = known.filter((other) => other.subject === certificate.issuer);
  return named.length > 0 && !named.some((other) => certificate.verify(other.publicKey));
}

/**
 * A certificate that another authority gave names that authority's key, and only one signed by itself may leave it out (RFC 5280 §4.2.1.1):
 * a root in which one byte of the issuer's name was exchanged would pass for one given by somebody unknown.
 */
function namesItsIssuer(cms: ParsedCms, certificate: X509Certificate): boolean {
  if (certificate.subject === certificate.issuer) return true;
  const found = cms.certificates.find(({ x509 }) => x509.fingerprint256 === certificate.fingerprint256);
  if (!found) return true;
  const issuerKey = extensionOf(found.parsed, OBJECT_IDS.authorityKeyIdentifier);
  const ownKey = extensionOf(found.parsed, OBJECT_IDS.subjectKeyIdentifier);
  return issuerKey !== undefined && !(ownKey && issuerKey.includes(ownKey.subarray(2)));
}

/** What an extension holds, DER. */
function extensionOf(parsed: Certificate, id: string): Buffer | undefined {
  const extension = parsed.extensions?.find(({ extnID }) => extnID === id);
  return extension && Buffer.from(extension.extnValue.valueBlock.valueHexView);
}

/** Signed with SHA-256 or better. */
export function isSignedStrongly(parsed: Certificate): boolean {
  return SIGNATURE_ALGORITHMS.has(parsed.signatureAlgorithm.algorithmId);
}

function hasKnownAlgorithm(cms: ParsedCms, certificate: X509Certificate): boolean {
  const found = cms.certificates.find(({ x509 }) => x509.fingerprint256 === certificate.fingerprint256);
  return !found || isSignedStrongly(found.parsed);
}

function maySign(cms: ParsedCms, signer: X509Certificate): boolean {
  const found = cms.certificates.find(({ x509 }) => x509.fingerprint256 === signer.fingerprint256);
  return !found || allowsSigning(found.parsed);
}

/** Its key usage, where it says one, allows signatures (RFC 5280 §4.2.1.3). */
export function allowsSigning(parsed: Certificate): boolean {
  const extension = parsed.extensions?.find(({ extnID }) => extnID === OBJECT_IDS.keyUsage);
  if (!extension) return true;
  const usage = asn1js.fromBER(new Uint8Array(extension.extnValue.valueBlock.valueHexView)).result;
  const first = usage instanceof asn1js.BitString ? (usage.valueBlock.valueHexView[0] ?? 0) : 0;
  return (first & SIGNING_USAGES) !== 0;
}
