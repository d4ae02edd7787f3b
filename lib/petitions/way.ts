import type { Day } from "@/lib/platform/dates/days";
import type { Check } from "./conditions";
import type { BackGround, LinkView } from "./external/types";
import type { PetitionAct } from "./rule-table";
import type { PetitionOffice } from "./words";

/** How the lead ends its work on a letter. Each is an act of its own in the rule table. */
export const conclusions = [
  "guided",
  "returned",
  "filed-away",
  "not-accepted",
  "settled",
  "withdrawn",
] as const;
export type Conclusion = (typeof conclusions)[number];

export const actOfConclusion = {
  guided: "guide",
  returned: "return",
  "filed-away": "fileAway",
  "not-accepted": "decline",
  settled: "settle",
  withdrawn: "withdraw",
} as const satisfies Record<Conclusion, PetitionAct>;

/** Acts offered together, as a choice among the conclusions. */
export type ConcludingAct = (typeof actOfConclusion)[Conclusion];

/** What a part of a mixed letter can be. */
export const partClasses = [
  "complaint",
  "denunciation",
  "proposal",
  "feedback",
  "denunciation-information",
] as const;

export type ForwardState = "sent" | "acknowledged" | "sent-back" | "taken-back" | "answered";

export type PetitionForwardView = {
  id: string;
  from: PetitionOffice;
  /** Whose name it is: an office of the tenant, or a body outside. */
  to: { id: string; name: string; outside: boolean; email: string };
  basis: string;
  /** What went out of a sealed letter in its place; "" of others. */
  summary: string;
  reason: string;
  /** Why it was sent where the matter had been already; "" where it had not. */
  againReason: string;
  documentNumber: string;
  sentOn: Day;
  state: ForwardState;
  backReason: string;
  backGround: BackGround | null;
  result: string;
  resultDocument: string;
  resultOn: Day | null;
  answeredVia: "link" | "office" | null;
  /** Links given for it, the newest first. */
  links: readonly LinkView[];
  answeredAt: Date | null;
  /** When chiefs and inspectors were told that nobody acknowledged it. */
  escalatedAt: Date | null;
};

export type PetitionLink = { id: string; code: string; subject: string };

/** What became of a letter after it was taken in. */
export type PetitionWay = {
  checks: readonly Check[];
  eligible: boolean | null;
  /** Somebody writes for another. */
  represented: boolean;
  /** The letter this one was split from, where the office reads it; and what this one was split into. */
  parent: PetitionLink | null;
  parts: readonly PetitionLink[];
  /** The newest first. */
  forwards: readonly PetitionForwardView[];
  /** The conclusions that may be drawn now. */
  conclusions: readonly Conclusion[];
  keepUntil: Day | null;
  destroyedAt: Date | null;
};

/** A subject of the table in force: who handles it, and by which law. */
export type CompetenceRow = {
  key: string;
  label: string;
  officeId: string;
  officeCode: string;
  basis: string;
};
