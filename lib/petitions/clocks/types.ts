import type { Day } from "@/lib/platform/dates/days";

/** Every limit the law sets on the way of a letter. A step has one rule a day, chosen by the facts of the letter. */
export const clockSteps = [
  "complaint-lodge",
  "complaint-accept",
  "complaint-settle",
  "complaint-dialogue-notice",
  "complaint-send-decision",
  "complaint-second",
  "complaint-lawsuit",
  "complaint-effective",
  "complaint-send-suspension",
  "discipline-lodge",
  "discipline-second",
  "discipline-accept",
  "discipline-settle",
  "discipline-effective",
  "denunciation-register",
  "denunciation-forward",
  "denunciation-notify-acceptance",
  "denunciation-settle",
  "denunciation-reply-referrer",
  "denunciation-review-further",
  "denunciation-demand-report",
  "denunciation-send-report",
  "denunciation-publish",
  "denunciation-send-suspension",
  "reception-outcome",
  "reception-refusal",
  "referral-tell-referrer",
  "referral-pass-result",
  "handler-discipline",
  "party-proposal-notice",
  "proposal-settle",
  "voters-petition-answer",
  "file-retention",
  "interim-reply",
] as const;
export type ClockStep = (typeof clockSteps)[number];

/** What happened on the day a limit is reckoned from. That day itself is not counted (Bộ luật Dân sự 2015, Điều 147). */
export const startEvents = [
  "decision-known",
  "discipline-received",
  "received",
  "accepted",
  "decided",
  "decision-received",
  "settlement-expired",
  "dialogue",
  "suspension-decided",
  "concluded",
  "overdue",
  "demand-received",
  "settled",
  "result-received",
  "refused",
  "filed-away",
  "told",
] as const;
export type StartEvent = (typeof startEvents)[number];

/** The seven marks of a complex case: NĐ 155/2026 Điều 2 (3a) for complaints, NĐ 31/2019 Điều 3 for denunciations. */
export const complexityCriteria = [
  "several-places",
  "several-contents",
  "many-people",
  "foreign",
  "several-bodies",
  "differing-opinions",
  "contradictory-evidence",
] as const;
export type ComplexityCriterion = (typeof complexityCriteria)[number];

export const clockUnits = ["calendar", "working", "year"] as const;
export type ClockUnit = (typeof clockUnits)[number];

/** How sure a rule or a day is: read in the law's text, read in the press, known or derived, or not yet decided. */
export const marks = ["text", "press", "general", "undecided"] as const;
export type Mark = (typeof marks)[number];

/** What must be so for a rule to hold. What is left out may be either way. */
export type RuleConditions = {
  level?: 1 | 2;
  remote?: boolean;
  /** At least one of the seven criteria is on record in writing. */
  complex?: boolean;
  /** The discipline was dismissal (buộc thôi việc). */
  dismissal?: boolean;
  /** To be checked in several places, or by a body that was delegated. */
  severalPlaces?: boolean;
};

export type ClockRule = {
  key: string;
  version: number;
  step: ClockStep;
  when: RuleConditions;
  start: StartEvent;
  /** "before": the limit lies ahead of the event (a notice at least N days before a dialogue). */
  direction: "after" | "before";
  /** Null: the law sets none and nobody has decided one. */
  limit: number | null;
  unit: ClockUnit;
  /** A last day that is no working day passes to the next one, where the tenant's switch says so too. */
  movesOffDay: boolean;
  /** Extensions by written decision: how long each, and from how many criteria on record there may be one and two. */
  extension: { days: number; once: number; twice: number } | null;
  /** Time that is not counted (suspension, obstacle), by decisions from this day on; null: such time counts. */
  stopsFrom: Day | null;
  basis: string;
  /** The rule holds for what started from this day to that, both included. */
  validFrom: Day;
  validUntil: Day | null;
  mark: Mark;
};

/** Days that are not counted: from the first, until the first that counts again (not included). Null: still going on. */
export type StoppedTime = { from: Day; until: Day | null };

export type ClockFacts = {
  level?: 1 | 2;
  remote?: boolean;
  criteria?: readonly ComplexityCriterion[];
  dismissal?: boolean;
  severalPlaces?: boolean;
  /** Written decisions of extension in their order; without days, the longest the law gives. */
  extensions?: readonly { decidedOn: Day; days?: number }[];
  /**
   * Suspension: `from` is the day of the decision that suspends, `until` the day of the one by which it goes on (NĐ 155/2026
   * Điều 28b). Obstacle to complaining: `from` its first day, `until` the first day without it (Luật Khiếu nại Điều 9).
   */
  stopped?: readonly StoppedTime[];
};

export type ClockInput = {
  step: ClockStep;
  /** The day of the start event. The hour is never asked: who receives at night has received on that day. */
  startedOn: Day;
  /** Which event it was, where the law names two (a second complaint after expiry); for the words only. */
  event?: StartEvent;
  facts?: ClockFacts;
};

export const dayKinds = ["holiday", "compensation", "swap-off", "make-up"] as const;
export type DayKind = (typeof dayKinds)[number];

/** A day that is other than its weekday says. "make-up" is worked although a Saturday or Sunday; the others are off. */
export type CalendarDay = {
  day: Day;
  kind: DayKind;
  name: string;
  source: string;
  /** When it was decided; null where that is not known or it follows from the law itself. */
  decidedOn: Day | null;
  /** Not counted until somebody says it holds: a day that is wished for, or not announced yet. */
  active: boolean;
  mark: Mark;
};

export type ClockLaw = {
  rules: readonly ClockRule[];
  days: readonly CalendarDay[];
  /** Bộ luật Dân sự 2015 Điều 148 (5) by analogy; the petition laws are silent, so it can be switched off. */
  movesOffDay: boolean;
  /** Only days decided by then: what was known on a date. Left out: everything known now. */
  knownOn?: Day;
};

export type ClockFact = keyof RuleConditions | "extensions" | "stopped" | "days" | "movesOffDay";

/** One step of a reckoning, to be said in words by `why.ts`. */
export type WhyStep =
  | { kind: "start"; event: StartEvent; on: Day }
  | { kind: "rule"; limit: number; unit: ClockUnit; direction: "after" | "before"; basis: string; mark: Mark }
  | { kind: "because"; fact: keyof RuleConditions; value: 1 | 2 | boolean }
  | { kind: "extended"; decidedOn: Day; days: number; late: boolean }
  | { kind: "not-extended"; decidedOn: Day; allowed: number }
  | { kind: "stopped"; from: Day; until: Day | null }
  /** A time that is said to be stopped and does count: nothing lets it stop, or the limit had run out. */
  | { kind: "not-stopped"; from: Day; because: "no-basis" | "over" }
  | { kind: "skipped"; days: readonly { day: Day; name: string }[] }
  | { kind: "worked"; days: readonly { day: Day; name: string }[] }
  | { kind: "ends"; on: Day }
  /** No day off of this year is in the calendar: the date may turn out later. */
  | { kind: "no-calendar"; year: number }
  | { kind: "off"; on: Day; because: "saturday" | "sunday" | "stopped" | { name: string } }
  | { kind: "moved"; to: Day }
  | { kind: "effective"; from: Day }
  | { kind: "standing"; counted: number; remaining: number };

type Reckoned = {
  rule: { key: string; version: number };
  dependsOn: readonly ClockFact[];
  why: readonly WhyStep[];
};

export type ClockResult =
  | ({ status: "due"; dueOn: Day } & Reckoned)
  /** It stands still: so much of the limit is left when it goes on. */
  | ({ status: "stopped"; remaining: number } & Reckoned)
  /** The law knew no such limit on that day, or leaves it open and nobody has decided one. */
  | { status: "none"; reason: "no-rule" | "no-limit" };

// ---------- what pages show ----------

export type LegalDayView = CalendarDay & { enteredBy: string | null; changedAt: Date };

export type LegalDaysView = {
  year: number;
  years: readonly number[];
  days: readonly LegalDayView[];
  mayDecide: boolean;
  /** The day whose row was chosen to be changed. */
  chosen: LegalDayView | null;
};

export type ClockRuleView = ClockRule & {
  enteredBy: string | null;
  changedAt: Date;
  reason: string;
  current: boolean;
};

export type CalendarChange = {
  id: string;
  at: Date;
  name: string;
  personName: string | null;
  officeCode: string | null;
  payload: Record<string, unknown>;
};

export type ClockRulesView = {
  rules: readonly ClockRuleView[];
  movesOffDay: boolean;
  revision: number;
  mayChoose: boolean;
  mayRevise: boolean;
  changes: readonly CalendarChange[];
};

export type ClockRulePage = { versions: readonly ClockRuleView[]; mayRevise: boolean };

export type ClockView = {
  id: string;
  step: ClockStep;
  startedOn: Day;
  status: "running" | "stopped" | "met" | "ended";
  dueOn: Day | null;
  remaining: number | null;
  metOn: Day | null;
  /** When its duty fell away, done by nobody. */
  endedOn: Day | null;
  /** Whose duty it is or was. */
  office: { id: string; code: string };
  why: readonly WhyStep[];
  /** Dates it had before, the oldest first; a date of null stood still. */
  before: readonly { dueOn: Day | null; until: Date }[];
};

export type DueItem = {
  id: string;
  petitionId: string;
  code: string;
  subject: string;
  step: ClockStep;
  startedOn: Day;
  dueOn: Day;
  why: readonly WhyStep[];
};

export type DueView = { today: Day; items: readonly DueItem[]; next: string | null };
