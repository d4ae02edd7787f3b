import type { Rule } from "@/lib/platform/policy/rule-table";

export const agreementActs = [
  "draft",
  "read",
  "download",
  "edit",
  "send",
  "consent",
  "openRound",
  "sign",
  "declineToSign",
  "withdraw",
  "revise",
] as const;
export type AgreementAct = (typeof agreementActs)[number];

/**
 * The acting office's part in an agreement. "own" is the part of any office drafting a new agreement, before there
 * are parties; "other" is an office of the tenant that represents no party.
 */
export const agreementParts = ["contact", "party", "other", "own"] as const;
export type AgreementPart = (typeof agreementParts)[number];

/** Stored states of a version; "none" is before it exists. */
export const agreementStates = [
  "none",
  "draft",
  "negotiating",
  "awaiting-signatures",
  "signed",
  "declined",
  "withdrawn",
] as const;
export type AgreementState = (typeof agreementStates)[number];

export type AgreementRule = Rule<AgreementAct, AgreementPart, AgreementState>;

export const agreementRules: readonly AgreementRule[] = [];
