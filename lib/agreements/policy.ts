import { type Cell, type Decision, decide } from "@/lib/platform/policy/rule-table";
import type { Actor } from "@/lib/platform/tenancy/actor";
import {
  type AgreementAct,
  type AgreementPart,
  type AgreementRule,
  type AgreementState,
  agreementRules,
} from "./rule-table";

export type AgreementSubject = {
  state: AgreementState;
  contactOfficeId: string;
  parties: readonly { officeId: string; signingPostId: string }[];
};

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
  const part = act === "draft" ? "own" : partInAgreement(subject, actor.officeId);
  const cell: Cell<AgreementAct, AgreementPart, AgreementState> = {
    act,
    role: actor.role,
    part,
    state: act === "draft" ? "none" : subject.state,
  };
  return decide(agreementRules, cell);
}

/** Only the named chief: the acting post must be the very post that signs for the party (row A6). */
export function holdsSigningPost(
  actor: Pick<Actor, "postId" | "officeId">,
  subject: AgreementSubject,
): boolean {
  return subject.parties.some(
    (party) => party.officeId === actor.officeId && party.signingPostId === actor.postId,
  );
}
