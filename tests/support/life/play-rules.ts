import { decideEnding } from "@/lib/agreements/ending/policy";
import { decideAgreement, holdsSigningPost, mayRenew } from "@/lib/agreements/policy";
import type { AgreementAct } from "@/lib/agreements/rule-table";
import {
  effectiveFrom,
  isTermOver,
  nextState,
  renewedTerm,
  standingState,
  stateAfterSignature,
} from "@/lib/agreements/rules";
import { partiesBefore, turnsOf } from "@/lib/agreements/turns";
import { type Day, daysBetween, plusDays } from "@/lib/platform/dates/days";
import { decideHandover } from "@/lib/tasks/handover/policy";
import type { HandoverState } from "@/lib/tasks/handover/rule-table";
import { decideCreation } from "@/lib/tasks/policy";
import {
  type Act,
  changingActs,
  endingActs,
  followingActs,
  groupsOf,
  handoverActs,
  isAct,
  type Life,
  type LifeAct,
  type LifeOrder,
  type LifeVersion,
  lifeParties,
  type Move,
  newLife,
  versionOf,
} from "./model";

/** Under which act of the rule table each of these is. */
const ruled = {
  edit: "edit",
  giveLead: "edit",
  setTerm: "edit",
  send: "send",
  consent: "consent",
  openRound: "openRound",
  sign: "sign",
  declineToSign: "declineToSign",
  withdraw: "withdraw",
  issue: "issue",
  revise: "revise",
  amend: "revise",
  renew: "revise",
} as const satisfies Partial<Record<LifeAct, AgreementAct>>;

const versionActs = [...changingActs, ...followingActs] as const;
type VersionAct = (typeof versionActs)[number];

const first: Day = "2026-03-02";
const days = Array.from({ length: 2_000 }, (_, offset) => plusDays(first, offset));

function dayOf(offset: number): Day {
  const day = days[offset];
  if (!day) throw new Error("a life that lasts longer than the days laid out for it");
  return day;
}

function dayOrNone(offset: number | null): Day | null {
  return offset === null ? null : dayOf(offset);
}

function offsetOf(day: Day | null): number | null {
  return day === null ? null : daysBetween(first, day);
}

/**
 * The same life decided by the product's own policies and rules. What commands keep in rows beyond those is counted
 * here in the plainest way: who consented, who signed, who agreed to an end, the register's last number.
 */
export function playByRules(life: Life, move: Move): Life | null {
  if (move.act === "wait") return { ...life, today: life.today + move.days };
  if (isAct(endingActs, move)) return playEnding(life, move);
  if (isAct(handoverActs, move)) return playHandover(life, move);
  if (isAct(["createTask"], move)) return playCreation(life, move);
  return isAct(versionActs, move) ? playVersion(life, move) : null;
}

function subjectOf(version: LifeVersion) {
  return {
    state: version.state,
    contactOfficeId: "contact",
    parties: lifeParties.map((officeId) => ({ officeId, signingPostId: `chief of ${officeId}` })),
  };
}

function playVersion(life: Life, move: Act<VersionAct>): Life | null {
  const version = versionOf(life, move.onOlder);
  const act = ruled[move.act];
  if (!version) return null;
  if (move.onOlder && act !== "revise" && act !== "issue") return refusedOnOlder(version, move, act);
  const subject = subjectOf(version);
  const actor = {
    role: move.role,
    officeId: move.office,
    postId: `${move.role} of ${move.office}`,
    personId: "",
  };
  if (!decideAgreement(actor, act, subject).allowed) return null;
  if ((act === "sign" || act === "declineToSign") && !holdsSigningPost(actor, subject)) return null;
  // The command asks whether the version is the newest.
  if (move.onOlder && act === "revise") return null;
  let after: LifeVersion | null = null;
  if (isAct(changingActs, move)) after = written(life, version, move);
  else if (isAct(followingActs, move)) after = copied(life, version, move);
  return after && kept(life, move, version, after);
}

/** On a version that has ended the policy itself must refuse everything but revising and issuing. */
function refusedOnOlder(version: LifeVersion, { role, office }: Act, act: AgreementAct): null {
  if (decideAgreement({ role, officeId: office }, act, subjectOf(version)).allowed) {
    throw new Error(`${act} is allowed on a version that has ended as ${version.state}`);
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

type Standing = "not-yet-in-force" | "in-force" | "expired";

function standingOf(life: Life, { state, inForce }: LifeVersion): Standing | null {
  const range = {
    state,
    effectiveFrom: dayOrNone(inForce?.from ?? null),
    effectiveUntil: dayOrNone(inForce?.until ?? null),
  };
  const standing = standingState(range, dayOf(life.today));
  return standing === "in-force" || standing === "expired" || standing === "not-yet-in-force"
    ? standing
    : null;
}

/** The signed version with the highest number. */
function signedLast(life: Life): LifeVersion | undefined {
  return life.versions.findLast(({ state }) => state === "signed");
}

function neverInForce(life: Life, { text, amends }: LifeVersion): boolean {
  const [plannedFrom, plannedUntil] = [dayOrNone(text.from), dayOrNone(text.until)];
  const today = dayOf(life.today);
  if (isTermOver({ plannedFrom, plannedUntil }, today)) return true;
  const until = dayOrNone(signedLast(life)?.inForce?.until ?? null);
  return amends !== null && isTermOver({ plannedFrom, plannedUntil: until }, today);
}

function isChanged(life: Life, { amends, text }: LifeVersion): boolean {
  const base = amends === null ? undefined : life.versions[amends]?.text;
  return !base || text.words !== base.words || text.lead !== base.lead || text.until !== base.until;
}

function withTerm(life: Life, version: LifeVersion, { details }: Act): LifeVersion | null {
  const at = (offset: number | null) => (offset === null ? null : life.today + offset);
  const [from, until] = [at(details.from), at(details.until)];
  if (from !== null && until !== null && from >= until) return null;
  const signed = signedLast(life);
  if (
    signed &&
    standingOf(life, signed) === "not-yet-in-force" &&
    (from ?? life.today) < (signed.inForce?.from ?? 0)
  )
    return null;
  const end = signed?.inForce?.until ?? null;
  if (version.amends !== null && from !== null && end !== null && from >= end) return null;
  return { ...version, text: { ...version.text, from, until }, consents: [] };
}

function written(
  life: Life,
  version: LifeVersion,
  move: Act<(typeof changingActs)[number]>,
): LifeVersion | null {
  const { act, office, details } = move;
  const state = nextState(ruled[act], version.state);
  switch (act) {
    case "edit":
      return { ...version, text: { ...version.text, words: life.edits + 1 }, consents: [] };
    case "giveLead":
      return { ...version, text: { ...version.text, lead: details.lead }, consents: [] };
    case "setTerm":
      return withTerm(life, version, move);
    case "consent":
      return version.consents.includes(office) || !isChanged(life, version)
        ? null
        : { ...version, state, consents: [...version.consents, office] };
    case "openRound":
      if (neverInForce(life, version) || (version.amends !== null && life.endsOn !== null)) return null;
      return version.consents.length === lifeParties.length
        ? { ...version, state, number: life.lastNumber + 1, order: details.order }
        : null;
    case "sign": {
      if (version.signatures.includes(office) || !isTheirTurn(version, office)) return null;
      if (neverInForce(life, version)) return null;
      const signatures = [...version.signatures, office];
      const next = stateAfterSignature(signatures.length, lifeParties.length);
      if (next !== "signed") return { ...version, signatures, state: next };
      const from = offsetOf(effectiveFrom(dayOrNone(version.text.from), dayOf(life.today))) ?? 0;
      return { ...version, signatures, state: next, inForce: { from, until: version.text.until } };
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
  }
}

function copied(
  life: Life,
  version: LifeVersion,
  { act, details }: Act<(typeof followingActs)[number]>,
): LifeVersion | null {
  const [draft] = newLife.versions;
  if (!draft) return null;
  const next = { ...draft, state: "negotiating", text: version.text } as const;
  const standing = standingOf(life, version);
  if (act === "revise") {
    const signed = signedLast(life);
    const over = life.endsOn !== null || (signed && standingOf(life, signed) === "expired");
    return { ...next, amends: standing === null && !over ? version.amends : null };
  }
  if (act === "amend") {
    if (standing === null || standing === "expired" || life.endsOn !== null) return null;
    const from = standing === "not-yet-in-force" ? (version.inForce?.from ?? null) : null;
    return { ...next, amends: life.versions.indexOf(version), text: { ...version.text, from } };
  }
  const effectiveUntil = dayOrNone(version.inForce?.until ?? null);
  if (!mayRenew({ storedState: version.state, effectiveUntil }) || effectiveUntil === null) return null;
  const until = details.until === null ? null : dayOf(life.today + details.until);
  const term = renewedTerm({ effectiveUntil }, until, dayOf(life.today));
  if (term === "past" || term === "notBeyond") return null;
  return { ...next, text: { ...version.text, from: offsetOf(term.from), until: offsetOf(term.until) } };
}

function kept(life: Life, { act }: Act, old: LifeVersion, after: LifeVersion): Life {
  if (act === "revise" || act === "amend" || act === "renew")
    return { ...life, versions: [...life.versions, after] };
  const from = after.state === "signed" && old.state !== "signed" ? after.inForce?.from : undefined;
  const versions = life.versions.map((version) => {
    if (version === old) return after;
    const { inForce } = version;
    if (from === undefined || inForce === null || (inForce.until !== null && inForce.until <= from))
      return version;
    return { ...version, inForce: { ...inForce, until: from } };
  });
  return {
    ...life,
    versions,
    edits: act === "edit" ? life.edits + 1 : life.edits,
    lastNumber: act === "openRound" ? life.lastNumber + 1 : life.lastNumber,
    endsOn: from === undefined ? life.endsOn : null,
  };
}

type EndingMove = Act<(typeof endingActs)[number]>;

/** What the command asks beyond the policy: a day that cuts the newest signed text short, no round open. */
function mayEnd(life: Life, endsOn: number): boolean {
  const range = signedLast(life)?.inForce;
  if (!range || life.versions.some(({ state }) => state === "awaiting-signatures")) return false;
  return endsOn > Math.max(life.today, range.from) && endsOn < (range.until ?? Number.POSITIVE_INFINITY);
}

function playEnding(life: Life, { act, office, role, details }: EndingMove): Life | null {
  if (!signedLast(life)) return null;
  const open = life.ending !== null && life.ending.endsOn > life.today ? life.ending : null;
  const subject = {
    state: open ? "proposed" : "none",
    proposerOfficeId: open?.by ?? null,
    partyOfficeIds: lifeParties,
  } as const;
  if (!decideEnding({ role, officeId: office }, act, subject).allowed) return null;
  if (act === "proposeEnding") {
    const endsOn = life.today + (details.until ?? 0);
    return mayEnd(life, endsOn) ? { ...life, ending: { endsOn, by: office, agreed: [office] } } : null;
  }
  if (!open) return null;
  if (act !== "agreeEnding") return { ...life, ending: null };
  if (open.agreed.includes(office)) return null;
  const ending = { ...open, agreed: [...open.agreed, office] };
  if (ending.agreed.length < lifeParties.length) return { ...life, ending };
  if (!mayEnd(life, ending.endsOn)) return null;
  const versions = life.versions.map((version) => {
    const { inForce } = version;
    const until = Math.max(inForce?.from ?? 0, ending.endsOn);
    return inForce && (inForce.until ?? Number.POSITIVE_INFINITY) > until
      ? { ...version, inForce: { ...inForce, until } }
      : version;
  });
  return { ...life, ending: null, endsOn: ending.endsOn, versions };
}

function playCreation(life: Life, { office, role, onOlder }: Act): Life | null {
  const version = versionOf(life, onOlder);
  if (!version || standingOf(life, version) !== "in-force") return null;
  if (!decideCreation({ role }, lifeParties.includes(office)).allowed) return null;
  return { ...life, task: { lead: version.text.lead, under: life.versions.indexOf(version), said: null } };
}

type HandoverMove = Act<(typeof handoverActs)[number]>;
const saidBy = { offerHandover: "offered", keepTask: "kept", declineHandover: "declined" } as const;

function playHandover(life: Life, { act, office, role }: HandoverMove): Life | null {
  const { task } = life;
  if (!task) return null;
  const under = life.versions.findIndex((version) => standingOf(life, version) === "in-force");
  const next = life.versions[under]?.text.lead;
  const moves = next !== undefined && under !== task.under && next !== task.lead;
  const said: HandoverState = task.said?.under === under ? task.said.state : "undecided";
  const subject = {
    state: moves ? said : ("settled" as const),
    leadOfficeId: task.lead,
    nextOfficeId: moves ? next : null,
  };
  if (!decideHandover({ role, officeId: office }, act, subject).allowed || next === undefined) return null;
  if (act === "acceptHandover") return { ...life, task: { lead: next, under, said: null } };
  return { ...life, task: { ...task, said: { state: saidBy[act], under } } };
}
