import { constants, createHash, type KeyObject, verify, type X509Certificate } from "node:crypto";
import * as asn1js from "asn1js";
import { IssuerAndSerialNumber, TSTInfo } from "pkijs";
import { walkCertificateChain } from "./certificate-chain";
import { HASHES, type HashName, KEY_KINDS, OBJECT_IDS, SIGNATURE_ALGORITHMS } from "./cms-algorithms";
import { type CmsForm, encode, type ParsedCms, parseCms } from "./parse-cms";
import type { SignatureProblem } from "./signature-problem";

export type CmsInput = {
  raw: Buffer;
  /** The signed bytes of the file, in order; of a time stamp, the info it carries. */
  content: readonly Uint8Array[];
  roots: readonly X509Certificate[];
  /** Roots that vouch for time stamps and for nothing else. */
  stampRoots?: readonly X509Certificate[] | undefined;
  receivedAt: Date | undefined;
  claimedAt: Date | undefined;
  form: CmsForm;
};

export type CmsResult = {
  problems: SignatureProblem[];
  certificate?: X509Certificate;
  /** When the certificate had to be valid. */
  time?: Date;
  /** Time that a stamping authority vouches for (level B-T). */
  stampedAt?: Date;
  /** Which of the given roots the signer's certificate leads to. */
  root?: X509Certificate;
};

/**
 * Verifies one signature of level PAdES B-B or B-T (ETSI EN 319 142-1 §6, RFC 5652, RFC 5035): digest,
 * signature, signing-certificate-v2, algorithms, chain to one of the roots and validity at `receivedAt`; where
 * nobody recorded the receipt at the stamped time, else at the claimed one.
 */
export function verifyCms(input: CmsInput): CmsResult {
  const { cms, problems } = parseCms(input.raw, input.form);
  if (!cms) return { problems };
  const hash = HASHES.get(cms.signerInfo.digestAlgorithm.algorithmId);
  if (!hash) return { problems: [...problems, "weak-hash"] };
  if (!cms.signerInfo.signedAttrs || !cms.signedAttribute(OBJECT_IDS.messageDigest)) {
    return { problems: [...problems, "no-signed-attributes"] };
  }
  if (!hasPlainHeader(cms, input.form)) problems.push("cms-header");
  const signer = findSigner(cms);
  if (!signer) return { problems: [...problems, "no-certificate"] };
  if (!octets(cms.signedAttribute(OBJECT_IDS.messageDigest)).equals(digest(hash, input.content))) {
    problems.push("digest");
  }
  if (!namesContentType(cms, input.form)) problems.push("content-type");
  if (input.form === "detached") problems.push(...signingCertificateProblems(cms, signer));
  problems.push(...signatureProblems(cms, signer.publicKey, hash));
  const stamp = readTimeStamp(cms, input);
  problems.push(...stamp.problems);
  const time = input.receivedAt ?? stamp.stampedAt ?? input.claimedAt ?? cmsTime(cms);
  if (!time || Number.isNaN(time.getTime())) problems.push("no-time");
  const chain = walkCertificateChain(cms, signer, input.roots, time);
  problems.push(...chain.problems);
  const result: CmsResult = { problems: [...new Set(problems)], certificate: signer };
  if (time) result.time = time;
  if (stamp.stampedAt) result.stampedAt = stamp.stampedAt;
  if (chain.root) result.root = chain.root;
  return result;
}

/** The one unsigned attribute with a place here is a time stamp over the signature (RFC 3161 appendix A). */
function readTimeStamp(cms: ParsedCms, input: CmsInput): { problems: SignatureProblem[]; stampedAt?: Date } {
  const attributes = cms.signerInfo.unsignedAttrs?.attributes ?? [];
  const [stamp] = attributes;
  if (!stamp) return { problems: [] };
  const value: asn1js.AsnType | undefined = stamp.values[0];
  const isToken = stamp.type === OBJECT_IDS.timeStampToken && stamp.values.length === 1;
  if (!value || !isToken || attributes.length > 1 || input.form === "time-stamp") {
    return { problems: ["unsigned-attribute"] };
  }
  const signature = octets(cms.signerInfo.signature);
  const isOver = (hash: HashName, imprint: Buffer) => imprint.equals(digest(hash, [signature]));
  const roots = [...input.roots, ...(input.stampRoots ?? [])];
  const { problems, info } = judgeTimeStamp(encode(value), isOver, roots);
  return info ? { problems, stampedAt: info.genTime } : { problems };
}

/**
 * A time stamp token (RFC 3161 §2.4.2): whole, over what it ought to be over, by a certificate for stamping (§2.3) that leads to one of
 * the roots. `info` only where nothing is wrong.
 */
export function judgeTimeStamp(
  raw: Buffer,
  isOver: (hash: HashName, imprint: Buffer) => boolean,
  roots: readonly X509Certificate[],
): { problems: SignatureProblem[]; info?: TSTInfo } {
  const token = parseCms(raw, "time-stamp").cms;
  const carried = token?.signedData.encapContentInfo.eContent?.getValue();
  if (!carried) return { problems: ["time-stamp"] };
  try {
    const info = TSTInfo.fromBER(carried);
    const hash = HASHES.get(info.messageImprint.hashAlgorithm.algorithmId);
    const content = [new Uint8Array(carried)];
    const form = "time-stamp";
    const result = verifyCms({ raw, content, roots, receivedAt: info.genTime, claimedAt: undefined, form });
    const mayStamp = result.certificate?.keyUsage?.includes(OBJECT_IDS.timeStamping) ?? false;
    const stamps = hash && isOver(hash, octets(info.messageImprint.hashedMessage));
    const faults = result.problems.filter((problem) => problem !== "untrusted");
    if (faults.length > 0 || !mayStamp || !stamps) return { problems: ["time-stamp"] };
    return result.problems.length === 0 ? { problems: [], info } : { problems: ["time-stamp-untrusted"] };
  } catch {
    // pkijs throws its own errors on a token that is none.
    return { problems: ["time-stamp"] };
  }
}

function digest(hash: HashName, parts: readonly Uint8Array[]): Buffer {
  const state = createHash(hash);
  for (const part of parts) state.update(part);
  return state.digest();
}

/** Versions, the one digest algorithm and parameters that are absent or NULL: nothing here may vary. */
function hasPlainHeader({ signedData, signerInfo }: ParsedCms, form: CmsForm): boolean {
  const [digestAlgorithm] = signedData.digestAlgorithms;
  const version = form === "detached" ? 1 : 3;
  if (signedData.version !== version || signerInfo.version !== 1 || signedData.digestAlgorithms.length !== 1)
    return false;
  if (digestAlgorithm?.algorithmId !== signerInfo.digestAlgorithm.algorithmId) return false;
  return [digestAlgorithm, signerInfo.digestAlgorithm, signerInfo.signatureAlgorithm].every((algorithm) => {
    const parameters: asn1js.AsnType | undefined = algorithm.algorithmParams;
    if (parameters === undefined) return true;
    if (SIGNATURE_ALGORITHMS.get(algorithm.algorithmId)?.kind === "pss") return true;
    return encode(parameters).toString("hex") === "0500";
  });
}

function findSigner({ signerInfo, certificates }: ParsedCms): X509Certificate | undefined {
  const { sid } = signerInfo;
  if (!(sid instanceof IssuerAndSerialNumber)) return undefined;
  const issuer = encode(sid.issuer.toSchema());
  const found = certificates.find(
    ({ parsed }) =>
      parsed.serialNumber.isEqual(sid.serialNumber) && encode(parsed.issuer.toSchema()).equals(issuer),
  );
  return found?.x509;
}

function namesContentType(cms: ParsedCms, form: CmsForm): boolean {
  const wanted: string = form === "detached" ? OBJECT_IDS.data : OBJECT_IDS.timeStampInfo;
  const named = cms.signedAttribute(OBJECT_IDS.contentType);
  const isNamed = named instanceof asn1js.ObjectIdentifier && named.valueBlock.toString() === wanted;
  return isNamed && cms.signedData.encapContentInfo.eContentType === wanted;
}

/** ESSCertIDv2 (RFC 5035 §4): the signature itself names the certificate it was made with. */
function signingCertificateProblems(cms: ParsedCms, signer: X509Certificate): SignatureProblem[] {
  const attribute = cms.signedAttribute(OBJECT_IDS.signingCertificateV2);
  const identifier = firstOf(firstOf(attribute));
  if (!(identifier instanceof asn1js.Sequence)) return ["no-signing-certificate"];
  const parts = identifier.valueBlock.value;
  const algorithm = firstOf(parts[0]);
  const hash =
    algorithm instanceof asn1js.ObjectIdentifier ? HASHES.get(algorithm.valueBlock.toString()) : "sha256";
  const named = octets(parts.find((part) => part instanceof asn1js.OctetString));
  return hash && named.equals(digest(hash, [signer.raw])) ? [] : ["signing-certificate"];
}

function signatureProblems({ signerInfo }: ParsedCms, key: KeyObject, hash: HashName): SignatureProblem[] {
  const algorithm = SIGNATURE_ALGORITHMS.get(signerInfo.signatureAlgorithm.algorithmId);
  const keyKind = KEY_KINDS.get(key.asymmetricKeyType ?? "");
  const fits = algorithm?.kind === keyKind || (algorithm?.kind === "pss" && keyKind === "rsa");
  if (!algorithm || !keyKind || !fits || (algorithm.hash ?? hash) !== hash) return ["algorithm"];
  const bits = key.asymmetricKeyDetails?.modulusLength ?? 0;
  if ((keyKind === "rsa" || keyKind === "pss") && bits < 2048) return ["weak-key"];
  const signed = Buffer.from(signerInfo.signedAttrs?.encodedValue ?? new ArrayBuffer(0));
  // What was signed is the SET OF attributes, not the [0] they travel under (RFC 5652 §5.4).
  if (signed.length > 0) signed.writeUInt8(0x31, 0);
  const pss = { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: constants.RSA_PSS_SALTLEN_AUTO };
  const options = { key, dsaEncoding: "der", ...(algorithm.kind === "pss" ? pss : {}) } as const;
  const isGenuine = verify(
    algorithm.kind === "ed" ? null : hash,
    signed,
    options,
    octets(signerInfo.signature),
  );
  return isGenuine ? [] : ["signature"];
}

function cmsTime(cms: ParsedCms): Date | undefined {
  const value = cms.signedAttribute(OBJECT_IDS.signingTime);
  return value instanceof asn1js.UTCTime || value instanceof asn1js.GeneralizedTime
    ? value.toDate()
    : undefined;
}

function firstOf(value: asn1js.AsnType | undefined): asn1js.AsnType | undefined {
  return value instanceof asn1js.Sequence ? value.valueBlock.value[0] : undefined;
}

function octets(value: asn1js.AsnType | undefined): Buffer {
  return value instanceof asn1js.OctetString ? Buffer.from(value.valueBlock.valueHexView) : Buffer.alloc(0);
}
