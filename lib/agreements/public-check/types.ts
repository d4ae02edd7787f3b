import type { ChangeKind, SignatureProblem } from "../signing/verify-pdf";

/** What one save did beside adding its signature. */
export type ShownChange = { change: ChangeKind; page?: number };

export type ShownSignature = {
  name: string;
  title: string;
  office: string;
  /** In what capacity and to what end, in the signer's own words. */
  reason: string;
  at?: string;
  /** When a responder vouches that the signature was there (RFC 3161). */
  stampedAt?: string;
  /** The name of the authority of this portal that vouches for it; left out where it is none of ours. */
  root?: string;
  problems: readonly SignatureProblem[];
  notices: readonly SignatureProblem[];
  /** Changed between this signature and the next, or the end of the file. */
  changesAfter: readonly ShownChange[];
};

/** What is wrong with the whole file, beside what changed after a signature. */
export type FileFault = "unreadable" | "signature-outside-form" | "several-signatures";

export type CheckedFile = {
  kind: "checked";
  file: string;
  sha256: string;
  verdict: "valid" | "unsigned" | "invalid";
  faults: readonly FileFault[];
  signatures: readonly ShownSignature[];
  /** Signatures beyond those shown; they were judged too. */
  more: number;
};

/** Why nothing was checked. */
export type NotChecked =
  | { kind: "none" | "not-pdf" | "too-big" | "broken" }
  | { kind: "busy"; seconds: number };

export type CheckAnswer = CheckedFile | NotChecked;

export type KnownRoot = { name: string; sha256: string };

export type VerifyView = { answer: CheckAnswer | null; roots: readonly KnownRoot[]; megabytes: number };
