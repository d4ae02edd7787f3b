import type { Day } from "@/lib/platform/dates/days";
import type { FormQuote } from "@/lib/platform/forms/form-state";
import type { ContributionState } from "../rule-table";
import type { PetitionOffice } from "../words";

export type StoredContributionState = Exclude<ContributionState, "named">;

/** A file that came with an office's answer to the lead of then. */
export type PartFile = {
  id: string;
  officeId: string;
  leadOfficeId: string;
  size: number;
  on: Day;
  /** False once the letter was sealed after it came: it may name who wrote. */
  opens: boolean;
};

/** What one office was asked for and what came of it. Texts are null where they are not the reader's, or sealed with the letter. */
export type ContributionView = {
  office: PetitionOffice;
  /** Who asked; another than today's lead where the letter was given over since. */
  lead: PetitionOffice;
  state: StoredContributionState;
  dueOn: Day;
  request: string | null;
  contribution: string | null;
  /** Of the lead and of the office whose part it is; others are given none. */
  files: readonly PartFile[];
  contributedBy: string | null;
  contributedAt: Date | null;
  declineReason: string | null;
  answeredAt: Date | null;
  takenOverAt: Date | null;
  /** Of the acting office. */
  mine: boolean;
  /** Of the lead of today: the others are history. */
  current: boolean;
};

/** What binds the offices that assist: the clause of duty "letters" in force. */
export type AssistingDuty = {
  versionId: string;
  dutyId: string;
  /** The clause, where it stands and its own words. */
  quote: FormQuote;
  opinionDays: number;
  offices: readonly PetitionOffice[];
};

/** Who handles the letter and by what: who received it, the row of the signed table, or the slip. */
export type LeadWhy =
  | { kind: "receiving"; body: string }
  | { kind: "duty"; quote: FormQuote }
  | { kind: "forwarded"; from: string; number: string; basis: string; reason: string };

export type AssistView = {
  why: LeadWhy;
  /** Null where no agreement in force has the lead as a party that letters bind. */
  duty: AssistingDuty | null;
  parts: readonly ContributionView[];
  /** Offices the acting person may ask now, with the state of their part; and whose part may be taken over. */
  askable: readonly PetitionOffice[];
  takeable: readonly string[];
  may: { accept: boolean; decline: boolean; give: boolean };
  /** The day the agreement gives, typed into the form before. */
  dueByRule: Day | null;
};
