import type { HistoryEntry } from "@/lib/platform/audit/history-entry";
import type { Day } from "@/lib/platform/dates/days";
import type { RefusalReason } from "@/lib/platform/errors/domain-error";
import type { ReturnedForm } from "@/lib/platform/files/returned-form";
import type { AmendedField } from "./amendment";
import type { AssistView } from "./assist/types";
import type { CaseOnPage } from "./cases/types";
import type { Circle, Competent } from "./circles/types";
import type { MilestoneKind, RecordedFacts } from "./clocks/timeline";
import type { ClockView } from "./clocks/types";
import type { HandlerChoice, HandlerView } from "./handler/types";
import type { NumberBook } from "./numbers";
import type { PaperKind } from "./paper/forms";
import type { PaperSigner, PaperView } from "./paper/types";
import { type PetitionAct, type PetitionPart, type PetitionState, petitionStates } from "./rule-table";
import type { SameOnPage } from "./same-letter/types";
import type { SecrecyView } from "./secrecy/types";
import type { CompetenceRow, ConcludingAct, PetitionWay } from "./way";
import type { PetitionClass, PetitionOffice } from "./words";

export { type PetitionClass, type PetitionOffice, petitionClasses } from "./words";

export const petitionKinds = ["letter", "visit"] as const;
export type PetitionKind = (typeof petitionKinds)[number];

export const petitionChannels = ["post", "hand", "desk", "forwarded", "voters-meeting", "online"] as const;
export type PetitionChannel = (typeof petitionChannels)[number];
/** What a person at a desk may enter; what comes on line comes by itself. */
export const typedChannels = ["post", "hand", "desk", "forwarded", "voters-meeting"] as const;

export const forwarderKinds = ["na-deputy", "council-deputy", "front", "press", "leader", "other"] as const;
export type ForwarderKind = (typeof forwarderKinds)[number];

/** What a visit without a letter came to at the desk; otherwise it is handled like a letter. */
export const visitOutcomes = ["guided", "refused"] as const;

/** Grounds on which reception is refused: Luật Tiếp công dân 2013, art. 9; Nghị định 154/2026/NĐ-CP, art. 4(1). */
export const refusalGrounds = [
  "not-himself",
  "threatens",
  "settled",
  "weapon",
  "security-check",
  "recording",
  "incites",
  "incapable",
  "not-represented",
  "out-of-scope",
  "answered",
  "judged",
  "handled-elsewhere",
] as const;
export type RefusalGround = (typeof refusalGrounds)[number];

export const denouncesAnswers = ["no", "yes", "unsure"] as const;
export type Denounces = (typeof denouncesAnswers)[number];
export type Identity = "plain" | "sealed";

export type StoredPetitionState = Exclude<PetitionState, "none">;
export const storedPetitionStates = petitionStates.filter(
  (state): state is StoredPetitionState => state !== "none",
);

/** Who wrote: in the clear, sealed, or nobody who gave a name. */
export type ShownPetitioner =
  | { kind: "plain"; fullName: string; address: string; phone: string; idNumber: string }
  | { kind: "sealed" }
  | { kind: "anonymous" };

/** A line of the register: the thirteen columns of form 03/TCD (Nghị định 154/2026/NĐ-CP). */
export type PetitionLine = {
  id: string;
  code: string;
  kind: PetitionKind;
  receivedOn: Day;
  petitioner: ShownPetitioner;
  subject: string;
  class: PetitionClass | null;
  peopleCount: number;
  settledBefore: string;
  competent: boolean | null;
  outcome: string | null;
  outcomeBody: string;
  outcomeDocument: string;
  followUp: string;
  note: string;
  state: StoredPetitionState;
  channel: PetitionChannel;
  body: string;
  lead: PetitionOffice;
  /** The code of the case it is in, where the office reads that. */
  caseCode: string | null;
  /** To whom the acting office gave it. */
  handlerName: string | null;
};

export type PetitionFilter = {
  from: Day;
  until: Day;
  kind: PetitionKind | null;
  bodyId: string | null;
  officeId: string | null;
  channel: PetitionChannel | null;
  /** "none" asks for what is not classified yet. */
  class: PetitionClass | "none" | null;
  state: StoredPetitionState | "open" | null;
  /** Given to the acting person, or to somebody of the acting office by id. */
  handler: string | null;
};

export type PetitionChoices = {
  bodies: readonly { id: string; code: string; name: string; officeId: string; officeCode: string }[];
  offices: readonly PetitionOffice[];
};

export type PetitionListView = {
  today: Day;
  filter: PetitionFilter;
  /** What was searched for; "" for a list of a period. */
  words: string;
  choices: PetitionChoices;
  lines: readonly PetitionLine[];
  next: string | null;
  /** Exact to 1,000; null past it. */
  count: number | null;
  mayTake: boolean;
  mayReadHandovers: boolean;
  /** People of the acting office letters can be given to. */
  handlers: readonly { personId: string; name: string; mine: boolean }[];
};

export type PetitionFormView = {
  today: Day;
  choices: PetitionChoices;
  /** The bodies the acting office serves: offered first. */
  ownBodyIds: readonly string[];
  mayTake: boolean;
  /** Who was looked for, and what of theirs the office has; null where nobody was. */
  words: string;
  earlier: readonly PetitionLine[];
  fileLimits: { megabytes: number; files: number };
  /** What came back a moment ago to a browser without script. */
  returned: ReturnedForm | null;
  /** Whose name and address the form begins with: of an earlier letter in the clear. */
  like: Extract<ShownPetitioner, { kind: "plain" }> | null;
};

/** Acts whose answer stands in `secrecy`, and those whose answer stands in `assist`. */
type SecrecyAct = "attach" | "readScan" | "look" | "readLooks" | "readPaper" | "reviewLookUps" | "importMany";
type PartAct = "askPart" | "takeOverPart" | "acceptPart" | "declinePart" | "givePart";

export type PetitionPageView = {
  petitionId: string;
  code: string;
  kind: PetitionKind;
  origin: "portal" | "import" | "online";
  receivedOn: Day;
  channel: PetitionChannel;
  forwarderKind: ForwarderKind | null;
  forwarderName: string;
  class: PetitionClass | null;
  denounces: Denounces;
  identity: Identity;
  subject: string;
  /** Null where it is sealed with the name. */
  content: string | null;
  petitioners: readonly ShownPetitioner[];
  peopleCount: number;
  settledBefore: string;
  competent: boolean | null;
  state: StoredPetitionState;
  outcome: string | null;
  outcomeOn: Day | null;
  outcomeBody: string;
  outcomeDocument: string;
  documentsIssued: number;
  followUp: string;
  note: string;
  refusalGround: RefusalGround | null;
  refusalWords: string;
  revision: number;
  createdAt: Date;
  createdBy: string | null;
  closedAt: Date | null;
  body: string;
  receivingOffice: PetitionOffice;
  filingOffice: PetitionOffice;
  lead: PetitionOffice;
  assists: readonly PetitionOffice[];
  informed: readonly PetitionOffice[];
  part: PetitionPart;
  /** Who of the office that handles it works on it. */
  handler: HandlerView;
  today: Day;
  /** What is to be done by law and by when; what may be recorded for it now, and the facts on record. */
  clocks: readonly ClockView[];
  recordable: readonly MilestoneKind[];
  facts: RecordedFacts;
  way: PetitionWay;
  /** Who leads, who assists and by which clause. */
  assist: AssistView;
  secrecy: SecrecyView;
  /** Letters of any office that look the same. */
  same: readonly SameOnPage[];
  /** The case it is in, or could be in. */
  inCase: CaseOnPage;
  /** What left about it, the newest first. */
  papers: readonly PaperView[];
  may: Record<
    Exclude<PetitionAct, "take" | "read" | "issueSecret" | ConcludingAct | SecrecyAct | PartAct>,
    boolean
  >;
  refusedJustNow: RefusalReason | null;
  additions: readonly AdditionView[];
  /** What was corrected and opened again, the latest first. */
  changes: readonly ChangeView[];
};

export type ChangeView = {
  id: string;
  kind: "reopened" | "amended";
  at: Date;
  by: string | null;
  office: string;
  fields: readonly AmendedField[];
  /** Null where they are sealed with the name, or gone with it. */
  reason: string | null;
  before: readonly { field: AmendedField; text: string }[] | null;
};

/** What a sender added on line; the text is null where there is none, or where it is sealed. */
export type AdditionView = {
  id: string;
  kind: "page" | "contact" | "withdrawal";
  on: Day;
  files: number;
  text: string | null;
  hasText: boolean;
  seen: boolean;
};

/** `lookUpAt` is a whole address: the receipt is taken home. */
export type PetitionReceiptView = PetitionPageView & {
  lookUpAt: string;
  secretIssues: number;
  mayIssueSecret: boolean;
};

export type PetitionLogView = PetitionPageView & { entries: readonly HistoryEntry[] };

export type PetitionCountRow = {
  kind: PetitionKind;
  bodyId: string;
  officeId: string;
  channel: PetitionChannel;
  class: PetitionClass | null;
  state: StoredPetitionState;
  count: number;
};

export type PetitionCountsView = {
  today: Day;
  rows: readonly PetitionCountRow[];
  choices: PetitionChoices;
};

export type RegisterSheetView = {
  filter: PetitionFilter;
  /** The oldest first, as the paper has them. */
  lines: readonly PetitionLine[];
  isWhole: boolean;
  office: string;
};

export type PetitionForwardingView = PetitionPageView & {
  rows: readonly CompetenceRow[];
  /** Every office a letter can be given to. */
  targets: readonly PetitionOffice[];
  /** Bodies outside the tenant's offices. */
  outside: readonly { id: string; name: string }[];
  /** Offices the matter was at already. */
  circles: readonly Circle[];
  competentBefore: readonly Competent[];
  /** The number of the slip after the office's highest of the year. */
  nextNumber: string | null;
};

/** A letter with those of the office it can be given to. */
export type PetitionAssigningView = PetitionPageView & { choices: readonly HandlerChoice[] };

/** A letter whose work is to end, with the next number of each kind of paper that may end it. */
export type PetitionConcludingView = PetitionPageView & {
  nextNumbers: readonly { book: NumberBook; next: string }[];
};

export type PaperFormView = PetitionPageView & {
  kinds: readonly PaperKind[];
  /** What the form is for; null while no kind was chosen. */
  form: {
    kind: PaperKind;
    of: { id: string; number: string } | null;
    abstract: string;
    to: string;
    body: string;
    recipients: string;
    /** After the office's highest of the year of such a paper. */
    nextNumber: string | null;
  } | null;
  signers: readonly PaperSigner[];
};
