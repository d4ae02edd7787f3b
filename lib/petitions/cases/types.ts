import type { HistoryEntry } from "@/lib/platform/audit/history-entry";
import type { Day } from "@/lib/platform/dates/days";
import type { RefusalReason } from "@/lib/platform/errors/domain-error";
import type { PetitionOffice } from "../words";
import type { CaseAct, CasePart } from "./rule-table";

/** What the law asks, in its order, before it may be said that a matter is dragged on. */
export const caseSteps = ["settled", "reviewed", "notified", "explained"] as const;
export type CaseStepKind = (typeof caseSteps)[number] | "persistent";

export const toldWays = ["post", "hand", "representatives", "posted"] as const;
export type ToldWay = (typeof toldWays)[number];

export type CaseLine = {
  id: string;
  code: string;
  title: string;
  state: "open" | "answered";
  lead: string;
  openedAt: Date;
  letters: number;
  people: number;
  persistent: boolean;
  /** Letters of the acting office whose senders are still to be told. */
  toTell: number;
};

export type CaseListView = { lines: readonly CaseLine[]; next: string | null };

/** A letter of a case; of another office's that the acting one may not read, no more than the same letter tells. */
export type CaseMember = {
  id: string;
  petitionId: string;
  office: string;
  own: boolean;
  code: string;
  since: Day;
  state: string;
  people: number;
  readable: boolean;
  reason: string;
  leftAt: Date | null;
  leftReason: string;
  toldOn: Day | null;
  toldHow: ToldWay | null;
};

/** What a letter of a case says and who sent it, where the acting office reads it and it is in the clear. */
export type CaseMemberSaid = { subject: string; fullName: string };

export type CaseRepresentative = {
  id: string;
  fullName: string;
  code: string;
  document: string;
  appointedOn: Day;
  endedAt: Date | null;
  endReason: string;
};

export type CaseStep = {
  id: string;
  kind: CaseStepKind;
  onDay: Day;
  document: string;
  note: string;
  by: string | null;
};

export type CasePageView = {
  id: string;
  code: string;
  title: string;
  state: "open" | "answered";
  lead: PetitionOffice;
  openedAt: Date;
  revision: number;
  answer: string;
  answerDocument: string;
  answeredOn: Day | null;
  people: number;
  mostRepresentatives: number;
  members: readonly CaseMember[];
  /** By the id of the letter. */
  said: ReadonlyMap<string, CaseMemberSaid>;
  representatives: readonly CaseRepresentative[];
  steps: readonly CaseStep[];
  /** Letters of the acting office that say the same and are in no case. */
  alike: readonly { id: string; code: string; since: Day; subject: string }[];
  part: CasePart;
  may: Record<Exclude<CaseAct, "open" | "join">, boolean>;
  toTell: number;
  today: Day;
  refusedJustNow: RefusalReason | null;
  history: readonly HistoryEntry[];
};

/** On the page of a letter: the case it is in, and letters of other senders that say the same. */
export type CaseOnPage = {
  memberOf: {
    caseId: string;
    code: string;
    title: string;
    lead: string;
    state: "open" | "answered";
    persistent: boolean;
    answer: string;
    answerDocument: string;
    answeredOn: Day | null;
    toldOn: Day | null;
  } | null;
  alike: readonly {
    office: string;
    code: string;
    since: Day;
    state: string;
    caseCode: string | null;
  }[];
  /** Cases the acting office knows that are not answered, the newest first. */
  openCases: readonly { code: string; title: string }[];
  mayOpen: boolean;
  mayJoin: boolean;
  mayLeave: boolean;
};
