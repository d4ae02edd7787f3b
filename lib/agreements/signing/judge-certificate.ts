import { X509Certificate } from "node:crypto";
import { Certificate } from "pkijs";
import { certificateSha256 } from "./certificate-fingerprint";
import { readCertificates } from "./read-certificates";
import { allowsSigning, isSignedStrongly } from "./verification/certificate-chain";

/** Why a certificate is not registered; each has its words under `errors.certificate`. */
export const certificateFaults = [
  "unreadable",
  "privateKey",
  "authority",
  "ended",
  "notYet",
  "weak",
  "cannotSign",
  "unknownRoot",
] as const;
export type CertificateFault = (typeof certificateFaults)[number];

export type ReadCertificate = {
  der: Uint8Array;
  sha256: string;
  serial: string;
  /** Names as they are shown: "Nguyễn Văn A, Văn phòng Tỉnh ủy". */
  subject: string;
  issuer: string;
  notBefore: Date;
  notAfter: Date;
  /** Issuers between it and the root, nearest first. */
  chain: Uint8Array[];
  /** SHA-256 of the listed certificate it leads to. */
  rootSha256: string;
};

const longestChain = 6;

/** "CN=A\nO=B" → "A, B". */
export function shownName(name: string): string {
  const part = (key: string) => new RegExp(`^${key}=(.*)$`, "m").exec(name)?.[1]?.replace(/\\(.)/g, "$1");
  const parts = [part("CN"), part("title"), part("O")].filter((found) => found !== undefined && found !== "");
  return parts.length > 0 ? parts.join(", ") : name.replaceAll("\n", ", ");
}

/**
 * The signing certificate in a file, PEM (with its issuers or without) or DER, judged as it will be at each signature: a
 * person's, valid now, strong, allowed to sign (RFC 5280 §4.2.1.3), under one of the listed roots.
 */
export function judgeCertificate(
  bytes: Uint8Array,
  { roots, now }: { roots: readonly Uint8Array[]; now: Date },
): { ok: true; certificate: ReadCertificate } | { ok: false; fault: CertificateFault } {
  // Never taken further than this line; what is refused is kept nowhere.
  if (Buffer.from(bytes).includes("PRIVATE KEY-----")) return { ok: false, fault: "privateKey" };
  let found: X509Certificate[];
  try {
    found = readCertificates(bytes);
  } catch {
    return { ok: false, fault: "unreadable" };
  }
  const certificate = found.find(({ ca }) => !ca);
  if (!certificate) return { ok: false, fault: found.length > 0 ? "authority" : "unreadable" };
  const chain = chainOf(
    certificate,
    found.filter((other) => other !== certificate && other.ca),
    roots.map((root) => new X509Certificate(root)),
  );
  if (certificate.validToDate <= now) return { ok: false, fault: "ended" };
  if (certificate.validFromDate > now) return { ok: false, fault: "notYet" };
  if (![certificate, ...(chain?.between ?? [])].every(isStrong)) return { ok: false, fault: "weak" };
  if (!allowsSigning(parse(certificate))) return { ok: false, fault: "cannotSign" };
  if (!chain) return { ok: false, fault: "unknownRoot" };
  return {
    ok: true,
    certificate: {
      der: new Uint8Array(certificate.raw),
      sha256: certificateSha256(certificate.raw),
      serial: certificate.serialNumber.toLowerCase(),
      subject: shownName(certificate.subject),
      issuer: shownName(certificate.issuer),
      notBefore: certificate.validFromDate,
      notAfter: certificate.validToDate,
      chain: chain.between.map(({ raw }) => new Uint8Array(raw)),
      rootSha256: certificateSha256(chain.root.raw),
    },
  };
}

function chainOf(
  certificate: X509Certificate,
  others: readonly X509Certificate[],
  roots: readonly X509Certificate[],
): { between: X509Certificate[]; root: X509Certificate } | undefined {
  const between: X509Certificate[] = [];
  for (let current = certificate; between.length < longestChain; ) {
    const root = roots.find((listed) => issued(listed, current));
    if (root) return { between, root };
    const issuer = others.find((other) => !between.includes(other) && issued(other, current));
    if (!issuer) return undefined;
    between.push(issuer);
    current = issuer;
  }
  return undefined;
}

function issued(issuer: X509Certificate, certificate: X509Certificate): boolean {
  return certificate.checkIssued(issuer) && certificate.verify(issuer.publicKey);
}

function isStrong(certificate: X509Certificate): boolean {
  const { asymmetricKeyType, asymmetricKeyDetails } = certificate.publicKey;
  const isKnown = ["rsa", "rsa-pss", "ec", "ed25519"].includes(asymmetricKeyType ?? "");
  const isLong = !asymmetricKeyType?.startsWith("rsa") || (asymmetricKeyDetails?.modulusLength ?? 0) >= 2048;
  return isKnown && isLong && isSignedStrongly(parse(certificate));
}

function parse(certificate: X509Certificate): Certificate {
  return Certificate.fromBER(new Uint8Array(certificate.raw));
}
