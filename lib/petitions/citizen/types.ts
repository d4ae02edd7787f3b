import type { Day } from "@/lib/platform/dates/days";
import type { FieldErrors } from "@/lib/platform/forms/form-state";
import type { ClockUnit } from "../clocks/types";
import type { BodyAnswer, LinkLetter } from "../external/types";
import type { PaperKind } from "../paper/forms";
import type { StoredPetitionState } from "../types";

/** What every page of citizens shows around itself. */
export type CitizenFrame = { tenant: string; tenantName: string; demo: boolean };

/** A form as it is shown: what was typed before, and what was wrong with it. */
export type CitizenForm = { values: Readonly<Record<string, string>>; errors: FieldErrors; note?: string };

export type TellView = CitizenFrame & { bodies: { id: string; name: string }[]; form: CitizenForm };

export type SendView = CitizenFrame & {
  body: string;
  limits: { megabytes: number; files: number };
  form: CitizenForm;
};

/** Whom a letter went to that nobody classified yet, and by when the law has that office answer first. */
export type FirstAnswer = {
  receivedOn: Day;
  body: string;
  office: string;
  /** Null where it was answered, or the law sets no day. */
  due: { on: Day; daysLeft: number; limit: number; unit: ClockUnit; basis: string } | null;
};

/** `lookUpAt` is a whole address: people write it down. */
export type SentView = CitizenFrame & {
  code: string;
  secret: string;
  lookUpAt: string;
  first: FirstAnswer | null;
};

export type LookUpView = CitizenFrame & { form: CitizenForm; ticket: string };

export type LetterView = CitizenFrame & {
  code: string;
  state: StoredPetitionState;
  open: boolean;
  /** The day the sender asked to withdraw it, where that is still to be decided. */
  askedOn: Day | null;
  /** What was done a moment ago. */
  done: "added" | "contact" | "withdrawn" | "asked" | null;
  first: FirstAnswer | null;
  /** Nothing of it where somebody is denounced, or may be. */
  detail: {
    receivedOn: Day;
    atDesk: boolean;
    body: string;
    office: string;
    outcomeOn: Day | null;
    outcomeBody: string;
    document: string;
    acceptedOn: Day | null;
    forward: { on: Day; office: string; document: string } | null;
    dueOn: Day | null;
    daysLeft: number | null;
    papers: { id: string; kind: PaperKind; number: string; issuedOn: Day }[];
  } | null;
};

export type LetterActView = CitizenFrame & {
  code: string;
  state: StoredPetitionState;
  limits: { megabytes: number; files: number };
  form: CitizenForm;
};

export const relations = ["child", "spouse", "parent", "relative", "neighbour", "lawyer", "other"] as const;

/** The page a link opens for a body outside. */
export type LinkPageView = CitizenFrame & {
  /** Null before a secret was given, and for one that opens nothing: the two look alike but for `missed`. */
  letter: LinkLetter | null;
  missed: boolean;
  /** What was done a moment ago. */
  done: BodyAnswer | null;
  form: CitizenForm;
};
