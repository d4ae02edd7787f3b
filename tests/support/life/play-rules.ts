import { decideAgreement, holdsSigningPost } from "@/lib/agreements/policy";
import { nextState, stateAfterSignature } from "@/lib/agreements/rules";
import { partiesBefore, turnsOf } from "@/lib/agreements/turns";
import {
  groupsOf,
  type Life,
  type LifeOrder,
  type LifeVersion,
  lifeParties,
  lifeWith,
  type Move,
  newLife,
  versionOf,
} from "./model";

/**
 * The same life decided by the product's own policy and rules. What commands keep in rows beyond those is counted
 * here in the plainest way: who consented, who signed, the register's last number.
 */
export function playByRules(life: Life, move: Move): Life | null {
  const version = versionOf(life, move.onOlder);
  if (!version) return null;
  if (move.onOlder && move.act !== "revise" && move.act !== "issue") return refusedOnOlder(version, move);
  const subject = subjectOf(version);
  const actor = {
    role: move.role,
    officeId: move.office,
    postId: `${move.role} of ${move.office}`,
    personId: "",
  };
  if (!decideAgreement(actor, move.act, subject).allowed) return null;
  if ((move.act === "sign" || move.act === "declineToSign") && !holdsSigningPost(actor, subject)) return null;
  // The command asks whether the version is the newest.
  if (move.onOlder && move.act === "revise") return null;
  const after = written(life, version, move);
  return after && lifeWith(life, move, after);
}

function subjectOf(version: LifeVersion) {
  return {
    state: version.state,
    contactOfficeId: "contact",
    parties: lifeParties.map((officeId) => ({ officeId, signingPostId: `chief of ${officeId}` })),
  };
}

/** On a version that has ended the policy itself must refuse everything but revising and issuing. */
function refusedOnOlder(version: LifeVersion, move: Move): null {
  const actor = { role: move.role, officeId: move.office };
  if (decideAgreement(actor, move.act, subjectOf(version)).allowed) {
    throw new Error(`${move.act} is allowed on a version that has ended as ${version.state}`);
  }
  return null;
}

/** The turns as the contact office types them: far apart, since only their sequence counts. */
export function typedSteps(order: LifeOrder): {
  order: "parallel" | "in-order" | "groups";
  steps: Record<string, number>;
} {
  const groups = groupsOf[order];
  const steps = Object.fromEntries(
    groups.flatMap((together, index) => together.map((office) => [office, 2 + 3 * index])),
  );
  const apart = groups.length === lifeParties.length;
  return { order: groups.length === 1 ? "parallel" : apart ? "in-order" : "groups", steps };
}

function isTheirTurn({ order, signatures }: LifeVersion, office: string): boolean {
  const typed = typedSteps(order ?? "at once");
  const turns = turnsOf(typed.order, lifeParties, typed.steps);
  return turns !== null && partiesBefore(turns, signatures, office).length === 0;
}

function written(life: Life, version: LifeVersion, { act, office, order }: Move): LifeVersion | null {
  const state = nextState(act, version.state);
  switch (act) {
    case "edit":
      return { ...version, state, text: version.text + 1, consents: [] };
    case "consent":
      return version.consents.includes(office)
        ? null
        : { ...version, state, consents: [...version.consents, office] };
    case "openRound":
      return version.consents.length === lifeParties.length
        ? { ...version, state, number: life.lastNumber + 1, order }
        : null;
    case "sign": {
      if (version.signatures.includes(office) || !isTheirTurn(version, office)) return null;
      const signatures = [...version.signatures, office];
      return { ...version, signatures, state: stateAfterSignature(signatures.length, lifeParties.length) };
    }
    case "declineToSign":
      return version.signatures.includes(office) ? null : { ...version, state };
    case "issue":
      return version.organisations.includes(office)
        ? null
        : { ...version, state, organisations: [...version.organisations, office] };
    case "send":
    case "withdraw":
      return { ...version, state };
    case "revise":
      return { ...(newLife.versions[0] ?? version), state: "negotiating", text: version.text };
  }
}
