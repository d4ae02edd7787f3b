import { X509Certificate } from "node:crypto";
import * as asn1js from "asn1js";
import {
  Certificate,
  ContentInfo,
  type SignedAndUnsignedAttributes,
  SignedData,
  type SignerInfo,
} from "pkijs";
import { OBJECT_IDS } from "./cms-algorithms";
import type { SignatureProblem } from "./signature-problem";

/** A signature over bytes outside the CMS, or a time stamp token, which holds what it signs (RFC 3161). */
export type CmsForm = "detached" | "time-stamp";

export type ParsedCms = {
  signedData: SignedData;
  signerInfo: SignerInfo;
  certificates: readonly { parsed: Certificate; x509: X509Certificate }[];
  /** The only value of a signed attribute; undefined when there is none or more than one. */
  signedAttribute: (objectId: string) => asn1js.AsnType | undefined;
};

/**
 * Opens the CMS of a signature (RFC 5652) as PAdES asks for it: one signer, detached, DER, filled up with
 * zeros only. What does not parse at all gives no `cms`.
 */
export function parseCms(raw: Buffer, form: CmsForm): { cms?: ParsedCms; problems: SignatureProblem[] } {
  const problems: SignatureProblem[] = [];
  const decoded = asn1js.fromBER(new Uint8Array(raw));
  if (decoded.offset === -1) return { problems: ["cms-broken"] };
  if (raw.subarray(decoded.offset).some((byte) => byte !== 0)) problems.push("cms-padding");
  const opened = openSignedData(decoded.result);
  const signerInfo = opened?.signedData.signerInfos[0];
  if (!opened || !signerInfo || opened.signedData.signerInfos.length !== 1)
    return { problems: ["cms-broken"] };
  const { contentInfo, signedData } = opened;
  const rawCertificates = certificateBytes(contentInfo.content);
  if (form === "detached") {
    // A second encoding of the same values could be exchanged for this one without anybody noticing.
    contentInfo.content = signedData.toSchema();
    if (!raw.subarray(0, decoded.offset).equals(encode(contentInfo.toSchema()))) problems.push("cms-not-der");
    if (signedData.encapContentInfo.eContent) problems.push("cms-not-detached");
  }
  if (signedData.crls?.length) problems.push("cms-header");
  const certificates: { parsed: Certificate; x509: X509Certificate }[] = [];
  for (const [index, parsed] of (signedData.certificates ?? []).entries()) {
    const x509 = toX509(rawCertificates[index]);
    if (x509 && parsed instanceof Certificate) certificates.push({ parsed, x509 });
    else problems.push("certificate-broken");
  }
  const attributes = readAttributes(signerInfo.signedAttrs);
  if (attributes.doubled) problems.push("cms-broken");
  const signedAttribute = (objectId: string) => attributes.single.get(objectId);
  return { cms: { signedData, signerInfo, certificates, signedAttribute }, problems };
}

const CONTEXT_SPECIFIC = 3;

/** The DER bytes of a parsed structure. */
export function encode(value: asn1js.AsnType): Buffer {
  return Buffer.from(value.toBER());
}

function openSignedData(value: asn1js.AsnType) {
  try {
    const contentInfo = new ContentInfo({ schema: value });
    if (contentInfo.contentType !== OBJECT_IDS.signedData) return undefined;
    return { contentInfo, signedData: new SignedData({ schema: contentInfo.content }) };
  } catch {
    return undefined;
  }
}

/** Each certificate as it stands in the file: encoding them anew was most of the price of judging a signature. */
function certificateBytes(signedData: unknown): Uint8Array[] {
  if (!(signedData instanceof asn1js.Sequence)) return [];
  const set = signedData.valueBlock.value.find(
    ({ idBlock }) => idBlock.tagClass === CONTEXT_SPECIFIC && idBlock.tagNumber === 0,
  );
  return set instanceof asn1js.Constructed
    ? set.valueBlock.value.map((element) => element.valueBeforeDecodeView)
    : [];
}

function toX509(der: Uint8Array | undefined): X509Certificate | undefined {
  try {
    return der && new X509Certificate(der);
  } catch {
    return undefined;
  }
}

function readAttributes(attributes: SignedAndUnsignedAttributes | undefined) {
  const single = new Map<string, asn1js.AsnType | undefined>();
  let doubled = false;
  for (const attribute of attributes?.attributes ?? []) {
    if (single.has(attribute.type)) doubled = true;
    const value: asn1js.AsnType | undefined = attribute.values[0];
    single.set(attribute.type, attribute.values.length === 1 ? value : undefined);
  }
  return { single, doubled };
}
