import type { ClockStep } from "@/lib/petitions/clocks/types";
import type { Day } from "@/lib/platform/dates/days";
import type { RefusalReason } from "@/lib/platform/errors/domain-error";
import type { TaskOffice } from "@/lib/tasks/types";

/** `awaitTurn`: to sign later, once others have signed. */
export type DeskAgreementAct = "consent" | "sign" | "awaitTurn" | "openRound" | "revise" | "issue";

/** Open tasks whose lead a newer text moved: to be handed over or kept, to be taken or not. */
export type DeskHandoverAct = "handOver" | "answerHandover";

/** Another party proposes to end a signed agreement before its term. */
export type DeskEndingAct = "answerEnding";

/** A party outside has no link that opens, or soon has none: the office that represents it gives one, the contact office waits for it. */
export type DeskLinkAct = "giveLink" | "awaitLink";

/** `none`: none was given for this text, or it was used or revoked; `due`: nobody used it yet, and it ends soon. */
export type DeskLink = { name: string; code: string; state: "none" | "lapsed" | "due"; day: Day | null };

/** The acting office's own next step on a task. */
export type DeskTaskAct = "accept" | "contribute" | "takeOver" | "ask" | "close";

export type DeskAgreement = {
  agreementId: string;
  title: string;
  act: DeskAgreementAct | DeskHandoverAct | DeskEndingAct | DeskLinkAct;
  /** Codes of the other offices whose consent or signature is still out; while one's turn is awaited, of those before. */
  others: readonly string[];
  /** How many open tasks, where it is about tasks whose lead moves. */
  count?: number;
  /** Of which parties outside, where it is about their links. */
  links?: readonly DeskLink[];
};

/** The acting person's own next step on a meeting that is not confirmed yet. */
export type DeskMeetingAct = "approve" | "confirm" | "resettle" | "edit" | "renew";

export type DeskMeeting = {
  meetingId: string;
  title: string;
  act: DeskMeetingAct;
  lead: TaskOffice;
  day: Day;
  from: string;
  until: string;
  /** The last day its places are held, where that day is near or past and the meeting comes later. */
  holdUntil: Day | null;
};

/** To a confirmed meeting, for the person or for a leader whose diary they keep; not answered yet. */
export type DeskInvitation = {
  meetingId: string;
  title: string;
  personId: string;
  whom: string;
  day: Day;
  from: string;
  until: string;
};

/** A leader whose diary the person keeps. */
export type DeskDiary = { postId: string; whom: string };

/** The acting person's own next step on a letter. */
export type DeskPetitionAct =
  | "classify"
  | "answerForward"
  | "handle"
  | "takeBack"
  | "tellResult"
  | "press"
  | "fileAway"
  | "seeAdditions"
  | "own"
  | "assign"
  | "readResult"
  | "acceptPart"
  | "givePart"
  | "takeOverPart"
  | "tellCase";

export type DeskPetition = {
  petitionId: string;
  code: string;
  title: string;
  receivedOn: Day;
  act: DeskPetitionAct;
  /** The day of the acting office's own part, or of what the law asks next. */
  dueOn: Day | null;
  /** Of a letter another office gave over: its code, and the day. */
  from: string | null;
  sentOn: Day | null;
  step: ClockStep | null;
};

export type DeskTask = {
  taskId: string;
  title: string;
  lead: TaskOffice;
  assists: readonly TaskOffice[];
  /** The day that counts for the acting office: its own part's, else the task's, else a late part's. */
  dueOn: Day | null;
  /** Codes of the offices whose parts are late, on a task the acting office leads. */
  lateOffices: readonly string[];
};

/** What the law asks next of a letter, by a day. */
export type DeskLetter = {
  id: string;
  petitionId: string;
  code: string;
  subject: string;
  step: ClockStep;
  dueOn: Day;
};

export type DeskView = {
  today: Day;
  letters: readonly DeskLetter[];
  agreements: readonly DeskAgreement[];
  meetings: readonly DeskMeeting[];
  invitations: readonly DeskInvitation[];
  diaries: readonly DeskDiary[];
  petitions: readonly DeskPetition[];
  tasks: readonly (DeskTask & { act: DeskTaskAct })[];
  /** Late or near and waiting for somebody else. */
  late: readonly DeskTask[];
  soon: readonly DeskTask[];
  /** The nearest day to come, for an empty desk. */
  next: { taskId: string; title: string; dueOn: Day } | null;
};

export type RefusalItem = {
  id: string;
  at: Date;
  personName: string | null;
  reason: RefusalReason;
  subject: { kind: "task" | "meeting" | "petition" | "agreement"; id: string; title: string } | null;
};

export type RefusalListView = { items: readonly RefusalItem[]; next: string | null };
