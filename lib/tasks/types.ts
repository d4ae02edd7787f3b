import type { Holder } from "@/lib/offices/types";
import type { Day } from "@/lib/platform/dates/days";
import type { RefusalReason as KeptRefusal } from "@/lib/platform/errors/domain-error";
import type { FileView } from "@/lib/platform/files/types";
import type { FormQuote, FormState } from "@/lib/platform/forms/form-state";
import type { RefusalReason, Role } from "@/lib/platform/policy/rule-table";
import type { HandoverAct, HandoverState } from "./handover/rule-table";
import type { AssistState, TaskAct, TaskPart, TaskState } from "./rule-table";

export type TaskOffice = { id: string; code: string; name: string; tint: number };

export type StoredTaskState = Exclude<TaskState, "none">;

/** What an assisting office owes or gave. */
export type TaskAssist = {
  office: TaskOffice;
  state: AssistState;
  responsible: Holder | null;
  request: string | null;
  dueOn: Day | null;
  askedAt: Date | null;
  contribution: string | null;
  contributedBy: string | null;
  contributedAt: Date | null;
  declineReason: string | null;
  answeredAt: Date | null;
  takenOverAt: Date | null;
  files: readonly FileView[];
};

/** Where the signed text gives the task to its offices. */
export type TaskDuty = {
  article: number;
  heading: string;
  clause: number;
  text: string;
  shortText: string;
  basis: string | null;
  agreementId: string;
  versionNumber: number;
  /** "Quy chế số 01/QCPH-…" */
  paper: string;
};

/** Why this office leads: the kind of the duty's lead rule, and what the rule was asked about. */
export type LeadReason = {
  rule: "fixed" | "office-serving" | "host-of" | "by-table";
  /** The body, the leader's post, or the subject, in words; null for a fixed lead. */
  about: string | null;
  /** Who holds the leader's post today. */
  host: string | null;
  basis: string | null;
  /** The duty also names the leading office to assist: it leads, and that is recorded. */
  merged: boolean;
  /** By a hand-over that was accepted: who led before, and since when no more. */
  handed: { from: string; on: Day } | null;
};

export type TaskWorkAct = Exclude<TaskAct, "create" | "read">;

/** What may be done now; `ask` and `takeOver` by the id of the assisting office they are about. */
export type TaskMay = Record<Exclude<TaskWorkAct, "ask" | "takeOver">, boolean> & {
  ask: readonly string[];
  takeOver: readonly string[];
};

/** An act that is not offered, and the rule that gives it to others. */
export type TaskNotAllowed = {
  act: TaskWorkAct;
  reason: RefusalReason;
  offices: readonly string[];
  roles: readonly Role[];
  quote: FormQuote;
};

/** Whose move it is. `give`: these offices owe their parts. The others are the lead's own next step. */
export type TaskTurn =
  | { step: "done" }
  | { step: "give"; officeIds: readonly string[] }
  | { step: "takeOver"; officeIds: readonly string[] }
  | { step: "ask" }
  | { step: "close" };

export type TaskPageView = {
  taskId: string;
  title: string;
  description: string;
  state: StoredTaskState;
  revision: number;
  dueOn: Day | null;
  result: string | null;
  createdAt: Date;
  createdBy: string | null;
  creatorOffice: TaskOffice;
  closedAt: Date | null;
  closedBy: string | null;
  today: Day;
  part: TaskPart;
  /** Whose move it is, as the acting office sees it. */
  turn: TaskTurn;
  /** Codes of the offices that were asked and have not given: closing now goes on record with them. */
  stillOut: readonly string[];
  lead: TaskOffice & { responsible: Holder | null };
  assists: readonly TaskAssist[];
  informed: readonly TaskOffice[];
  duty: TaskDuty;
  why: LeadReason;
  may: TaskMay;
  notAllowed: readonly TaskNotAllowed[];
  /** What the acting person was refused here a moment ago. */
  refusedJustNow: KeptRefusal | null;
  /** A form with files that came back to a browser without script, by the form's id. */
  returned: { form: string; state: FormState } | null;
  /** What the portal takes as a file. */
  fileLimits: { megabytes: number; files: number };
};

export type TaskEvent = {
  id: string;
  at: Date;
  name: string;
  personName: string | null;
  officeCode: string | null;
  payload: Record<string, unknown>;
};

export type TaskLogView = TaskPageView & { entries: readonly TaskEvent[] };

export type TaskListPart = "all" | "lead" | "assist" | "informed";

export type TaskListItem = {
  id: string;
  title: string;
  state: StoredTaskState;
  dueOn: Day | null;
  article: number;
  clause: number;
  lead: TaskOffice;
  assists: readonly (TaskOffice & { state: AssistState })[];
};

export type TaskListView = {
  items: readonly TaskListItem[];
  next: string | null;
  /** Tasks of the whole list, exact to 1,000 and null when there are more. */
  count: number | null;
  /** Whether the acting role may create tasks at all. */
  mayCreate: boolean;
  today: Day;
};

/** One way the chosen duty's rule can be answered, and who leads, assists and reads then. */
export type LeadOutcome = {
  value: string;
  label: string;
  lead: TaskOffice;
  assists: readonly TaskOffice[];
  informed: readonly TaskOffice[];
  basis: string | null;
};

export type DutyChoice = {
  id: string;
  article: number;
  clause: number;
  shortText: string;
  rule: LeadReason["rule"];
  /** Null where the lead depends on the item. */
  lead: TaskOffice | null;
};

export type DutyArticle = { article: number; heading: string; duties: readonly DutyChoice[] };

export type AgreementInForce = {
  agreementId: string;
  title: string;
  paper: string;
  articles: readonly DutyArticle[];
};

export type CreationRefusal = { reason: RefusalReason; roles: readonly Role[]; quote: FormQuote };

export type ChosenDuty = DutyChoice & {
  agreementId: string;
  paper: string;
  heading: string;
  text: string;
  basis: string | null;
  outcomes: readonly LeadOutcome[];
  refusal: CreationRefusal | null;
};

export type TaskOptionsView = {
  agreements: readonly AgreementInForce[];
  chosen: ChosenDuty | null;
  today: Day;
};

/** An open task that another office would lead by the text in force, and what was said of it. */
export type HandoverItem = {
  taskId: string;
  title: string;
  dueOn: Day | null;
  article: number;
  clause: number;
  shortText: string;
  lead: TaskOffice;
  next: TaskOffice;
  /** Whether the acting office may open the task itself. */
  readable: boolean;
  state: Exclude<HandoverState, "settled">;
  word: string | null;
  reason: string | null;
  saidOn: Day | null;
  may: Record<HandoverAct, boolean>;
};

export type HandoverView = {
  agreementId: string;
  title: string;
  /** What the agreement says of open items when a lead moves. */
  rule: { text: string; source: string };
  giving: readonly HandoverItem[];
  taking: readonly HandoverItem[];
};

/** What is counted of how an agreement is followed, in the order it is shown. */
export const obedienceFigures = [
  "items",
  "onTime",
  "late",
  "parts",
  "partsLate",
  "refused",
  "dayChanges",
  "leadChanges",
] as const;
export type ObedienceFigure = (typeof obedienceFigures)[number];

export type ObedienceRow = {
  dutyKey: string;
  article: number;
  clause: number;
  shortText: string;
  office: TaskOffice;
  figures: Readonly<Record<ObedienceFigure, number>>;
};

export type ObedienceView = {
  agreementId: string;
  title: string;
  from: Day;
  until: Day;
  rows: readonly ObedienceRow[];
  opened: {
    row: ObedienceRow;
    figure: ObedienceFigure;
    records: readonly { taskId: string; title: string; dueOn: Day | null; closedOn: Day | null }[];
    /** Facts about tasks the acting office does not read. */
    hidden: number;
  } | null;
};

export type ObedienceQuery = Partial<
  Record<"from" | "until" | "duty" | "office" | "figure", string | undefined>
>;
