import type { Day } from "@/lib/platform/dates/days";
import { type Cell, type Decision, decide } from "@/lib/platform/policy/rule-table";
import type { Actor } from "@/lib/platform/tenancy/actor";
import {
  type AgreementAct,
  type AgreementPart,
  type AgreementRule,
  type AgreementState,
  agreementRules,
} from "./rule-table";
import type { VersionState } from "./types";

export type AgreementSubject = {
  state: AgreementState;
  contactOfficeId: string;
  parties: readonly {
    officeId: string;
    signingPostId: string;
    /** Whom the paper of the open round names in the place of who holds the signing post. */
    delegate?: { postId: string; personId: string; stands: boolean } | null | undefined;
  }[];
};

/** Acts on what is the office's own, before or beside any agreement. */
const ownActs: readonly AgreementAct[] = [
  "draft",
  "delegate",
  "registerCertificate",
  "requestKey",
  "requestOfficeKey",
];

export function partInAgreement(subject: AgreementSubject, officeId: string): AgreementPart {
  if (subject.contactOfficeId === officeId) return "contact";
  return subject.parties.some((party) => party.officeId === officeId) ? "party" : "other";
}

/** Asks the rule table. Signing and declining also need the named signing post: asked by `holdsSigningPost`. */
export function decideAgreement(
  actor: Pick<Actor, "role" | "officeId">,
  act: AgreementAct,
  subject: AgreementSubject,
): Decision<AgreementRule> {
  const own = ownActs.includes(act);
  const part = own ? "own" : partInAgreement(subject, actor.officeId);
  const cell: Cell<AgreementAct, AgreementPart, AgreementState> = {
    act,
    role: actor.role,
    part,
    state: own ? "none" : subject.state,
  };
  return decide(agreementRules, cell);
}

type Signer = Pick<Actor, "postId" | "officeId" | "personId">;

/** Only whom the paper names: who acts from the very post that signs for the party, or the named delegate (rows A6, A7). */
export function holdsSigningPost(actor: Signer, subject: AgreementSubject): boolean {
  return subject.parties.some(({ officeId, signingPostId, delegate }) => {
    if (officeId !== actor.officeId) return false;
    if (!delegate) return signingPostId === actor.postId;
    return delegate.postId === actor.postId && delegate.personId === actor.personId;
  });
}

/** Whether the delegation under which the acting office's party is signed for, if it is, still stands. */
export function delegationStands(actor: Pick<Actor, "officeId">, subject: AgreementSubject): boolean {
  const mine = subject.parties.find((party) => party.officeId === actor.officeId);
  return mine?.delegate?.stands ?? true;
}

/** A renewal continues a term that ends: of a signed version with a last day. */
export function mayRenew(version: { storedState: VersionState; effectiveUntil: Day | null }): boolean {
  return version.storedState === "signed" && version.effectiveUntil !== null;
}
