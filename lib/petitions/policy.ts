import { type Decision, decide } from "@/lib/platform/policy/rule-table";
import type { Actor } from "@/lib/platform/tenancy/actor";
import {
  type ContributionState,
  type PetitionAct,
  type PetitionPart,
  type PetitionRule,
  type PetitionState,
  petitionRules,
} from "./rule-table";

export type PetitionSubject = {
  state: Exclude<PetitionState, "none">;
  leadOfficeId: string;
  receivingOfficeId: string;
  filingOfficeId: string;
  offices: readonly { officeId: string; part: string }[];
  /** Joined to an earlier letter, with which it is handled. */
  joined?: boolean;
  /** Whose account it was given to by the lead, of somebody who is there; null where it is everybody's there. */
  handlerAccountId?: string | null;
  /** Offices that assist its lead, and those the agreement names to; left out where an act is no matter of theirs. */
  assists?: readonly { officeId: string; state: ContributionState }[];
};

/** Acts that are about a letter that is there. */
export type ActOnPetition = Exclude<PetitionAct, "take" | "readLooks" | "reviewLookUps" | "importMany">;

/** What a joined letter is spared: it is done with the first one. */
const doneWithTheFirst: ReadonlySet<PetitionAct> = new Set([
  "record",
  "assess",
  "split",
  "forward",
  "issueLink",
  "enterAnswer",
  "guide",
  "return",
  "decline",
  "settle",
  "join",
  "askPart",
  "takeOverPart",
  "acceptPart",
  "declinePart",
  "givePart",
]);

/** What opens who wrote a sealed letter: given to a named person, it is that person's alone. */
const openingActs: ReadonlySet<PetitionAct> = new Set(["look", "unseal"]);

/** The acting office's one strongest part. Whom it was taken from reads on, informed. */
export function partInPetition(subject: PetitionSubject, officeId: string): PetitionPart {
  if (subject.leadOfficeId === officeId) return "lead";
  const named = subject.offices.find((office) => office.officeId === officeId)?.part;
  if (named === "forwarded") return "forwarded";
  if (subject.receivingOfficeId === officeId || subject.filingOfficeId === officeId) return "filing";
  const asked = subject.assists?.some((part) => part.officeId === officeId && part.state !== "named");
  return named === "assist" || asked ? "assist" : "informed";
}

/**
 * Asks the rule table. `addressedOfficeId` is the assisting office an act of the lead is about; an assisting office's own acts are
 * about itself.
 */
export function decidePetition(
  actor: Pick<Actor, "role" | "officeId"> & Partial<Pick<Actor, "accountId">>,
  act: ActOnPetition,
  subject: PetitionSubject,
  addressedOfficeId = actor.officeId,
): Decision<PetitionRule> {
  const part = partInPetition(subject, actor.officeId);
  const assistState = subject.assists?.find(({ officeId }) => officeId === addressedOfficeId)?.state;
  const decision = decide(petitionRules, {
    act,
    role: actor.role,
    part,
    state: subject.state,
    ...(assistState ? { assistState } : {}),
  });
  if (!decision.allowed) return decision;
  const { handlerAccountId = null } = subject;
  if (handlerAccountId !== null && openingActs.has(act) && actor.accountId !== handlerAccountId) {
    return { allowed: false, reason: "handler", rules: [decision.rule] };
  }
  if (!subject.joined || !doneWithTheFirst.has(act)) return decision;
  return { allowed: false, reason: "state", rules: [decision.rule] };
}

/** Who gives letters of the office to people of it, about no letter in particular. */
export function decideAssigning(actor: Pick<Actor, "role">): Decision<PetitionRule> {
  return decide(petitionRules, { act: "assign", role: actor.role, part: "lead", state: "received" });
}

/** Who opened sealed letters: read by the office's inspector, about no letter in particular. */
export function decideReadingLooks(actor: Pick<Actor, "role">): Decision<PetitionRule> {
  return decide(petitionRules, { act: "readLooks", role: actor.role, part: "other", state: "none" });
}

/** Who asked over all offices: reviewed by the office's inspector. */
export function decideReviewingLookUps(actor: Pick<Actor, "role">): Decision<PetitionRule> {
  return decide(petitionRules, { act: "reviewLookUps", role: actor.role, part: "other", state: "none" });
}

/** Taking in comes before there is a letter: the office must serve one of the bodies letters are sent to. */
export function decideTaking(actor: Pick<Actor, "role">, servesABody: boolean): Decision<PetitionRule> {
  const part = servesABody ? "serving" : "other";
  return decide(petitionRules, { act: "take", role: actor.role, part, state: "none" });
}

/** One content is given over once: what was given over before is past the state in which it may be. */
export function decideForwarding(
  actor: Pick<Actor, "role" | "officeId">,
  subject: PetitionSubject,
  forwardedBefore: boolean,
): Decision<PetitionRule> {
  const decision = decidePetition(actor, "forward", subject);
  if (!decision.allowed || !forwardedBefore) return decision;
  return { allowed: false, reason: "state", rules: [decision.rule] };
}
