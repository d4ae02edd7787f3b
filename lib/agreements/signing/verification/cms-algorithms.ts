export type HashName = "sha256" | "sha384" | "sha512";
export type KeyKind = "rsa" | "pss" | "ec" | "ed";

/** SHA-256 or better, and nothing else. */
export const HASHES: ReadonlyMap<string, HashName> = new Map<string, HashName>([
  ["2.16.840.1.101.3.4.2.1", "sha256"],
  ["2.16.840.1.101.3.4.2.2", "sha384"],
  ["2.16.840.1.101.3.4.2.3", "sha512"],
]);

/** Signature algorithms by object identifier; `hash` where the algorithm names one itself. */
export const SIGNATURE_ALGORITHMS: ReadonlyMap<string, { kind: KeyKind; hash?: HashName }> = new Map<
  string,
  { kind: KeyKind; hash?: HashName }
>([
  ["1.2.840.113549.1.1.1", { kind: "rsa" }],
  ["1.2.840.113549.1.1.11", { kind: "rsa", hash: "sha256" }],
  ["1.2.840.113549.1.1.12", { kind: "rsa", hash: "sha384" }],
  ["1.2.840.113549.1.1.13", { kind: "rsa", hash: "sha512" }],
  ["1.2.840.113549.1.1.10", { kind: "pss" }],
  ["1.2.840.10045.2.1", { kind: "ec" }],
  ["1.2.840.10045.4.3.2", { kind: "ec", hash: "sha256" }],
  ["1.2.840.10045.4.3.3", { kind: "ec", hash: "sha384" }],
  ["1.2.840.10045.4.3.4", { kind: "ec", hash: "sha512" }],
  ["1.3.101.112", { kind: "ed" }],
]);

export const KEY_KINDS: ReadonlyMap<string, KeyKind> = new Map<string, KeyKind>([
  ["rsa", "rsa"],
  ["rsa-pss", "pss"],
  ["ec", "ec"],
  ["ed25519", "ed"],
]);

export const OBJECT_IDS = {
  signedData: "1.2.840.113549.1.7.2",
  data: "1.2.840.113549.1.7.1",
  contentType: "1.2.840.113549.1.9.3",
  messageDigest: "1.2.840.113549.1.9.4",
  signingTime: "1.2.840.113549.1.9.5",
  signingCertificateV2: "1.2.840.113549.1.9.16.2.47",
  timeStampToken: "1.2.840.113549.1.9.16.2.14",
  timeStampInfo: "1.2.840.113549.1.9.16.1.4",
  timeStamping: "1.3.6.1.5.5.7.3.8",
  keyUsage: "2.5.29.15",
  subjectKeyIdentifier: "2.5.29.14",
  authorityKeyIdentifier: "2.5.29.35",
} as const;
