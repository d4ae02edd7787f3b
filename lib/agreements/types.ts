import type { HistoryEntry } from "@/lib/platform/audit/history-entry";
import type { Day } from "@/lib/platform/dates/days";
import type { RefusalReason } from "@/lib/platform/errors/domain-error";
import type { FormState } from "@/lib/platform/forms/form-state";
import type { DelegationKind, OnBehalf } from "./delegations";
import type { EndingAct } from "./ending/rule-table";
import type { ExternalStanding } from "./external/types";
import type { PaperForm } from "./paper-form";
import type { AgreementAct, AgreementState } from "./rule-table";
import type { Silence } from "./template/types";

export type VersionState = Exclude<AgreementState, "none">;

/** What a version says it is today: the stored state, and for a signed one what follows from its dates. */
export type StandingState = Exclude<VersionState, "signed"> | "not-yet-in-force" | "in-force" | "expired";

export type OfficeRef = { id: string; code: string; name: string; tint: number };

export type LeadRule =
  | { kind: "fixed"; officeId: string }
  | { kind: "office-serving" }
  | { kind: "host-of" }
  | {
      kind: "by-table";
      rows: readonly { subjectKey: string; label: string; officeId: string; basis: string }[];
    };

export type DutyPart = "assist" | "informed";

export type Duty = {
  id: string;
  dutyKey: string;
  areaKey: string;
  ordinal: number;
  /** Ordinal of its article and of its clause in it: 4 and 1 for "4.1". */
  article: number;
  clause: number;
  text: string;
  shortText: string;
  leadRule: LeadRule;
  basis: string | null;
  fixedByLaw: boolean;
  noticeDays: number | null;
  paperDays: number | null;
  opinionDays: number;
  silence: Silence;
  offices: readonly { officeId: string; part: DutyPart; responsiblePostId: string | null }[];
};

export type Article = {
  articleKey: string;
  ordinal: number;
  chapterOrdinal: number;
  chapterTitle: string;
  heading: string;
  clauses: readonly string[];
};

/** An article as it is read: `dated` is the clause that prints the agreed dates, after the text's own clauses. */
export type ReadArticle = Article & { dated: string | null };

export type Area = { areaKey: string; ordinal: number; title: string; article: number };

export type Party = {
  id: string;
  ordinal: number;
  office: OfficeRef;
  /** The office's part of a paper's symbol: "VPĐĐBQH&HĐND". */
  symbol: string;
  signingPostId: string;
  signingPostTitle: string;
  /** Who holds the signing post today; null when it is vacant. */
  signer: { personId: string; name: string; accountId: string | null } | null;
};

/** Everything that is signed, as one reads it. */
export type AgreementContent = {
  articles: readonly Article[];
  areas: readonly Area[];
  duties: readonly Duty[];
};

export type Chapter = { ordinal: number; roman: string; title: string; articles: readonly ReadArticle[] };

export type PointKind = "remark" | "proposal";
export type PointState = "open" | "answered" | "settled" | "accepted" | "rejected" | "withdrawn";

/** CT leads, PH assists, B is informed; CT|PH: leads or assists depending on the item. */
export type MatrixCell = "CT" | "PH" | "B" | "CT|PH" | "";

export type MatrixArea = Area & { duties: readonly (Duty & { cells: readonly MatrixCell[] })[] };

export type TextPart = { text: string; kind: "same" | "added" | "removed" };

export type ClauseChange = { number: number; parts: readonly TextPart[] };

/** Another form of the paper, or other recipients. */
export type PaperChange = {
  form: { from: PaperForm; to: PaperForm } | null;
  recipients: readonly TextPart[];
};

/** How a duty is worked by: working days, and what silence means when those for an opinion have run out. */
export type WorkingRules = Pick<Duty, "noticeDays" | "paperDays" | "opinionDays" | "silence">;

export const silences = ["agree", "remind", "block"] as const satisfies readonly Silence[];

/** A rule of which the clause says nothing, or says otherwise. */
export type UnsaidRule =
  | { rule: "noticeDays" | "paperDays" | "opinionDays"; days: number }
  | { rule: "silence"; as: Silence };

/** Which clause, and what it does not say: who leads, or a working rule. */
export type Contradiction = { articleKey: string; article: number; clause: number } & (
  | { rule: "lead"; leadCode: string }
  | UnsaidRule
);

/** A working rule of a duty as it was and as it is: working days, or what silence means. */
export type WorkingChange =
  | { rule: "noticeDays" | "paperDays" | "opinionDays"; from: number | null; to: number | null }
  | { rule: "silence"; from: Silence; to: Silence };

/** What one text says otherwise than another. */
export type TextChanges = {
  paper: PaperChange | null;
  articles: readonly {
    articleKey: string;
    ordinal: number;
    heading: readonly TextPart[];
    clauses: readonly ClauseChange[];
  }[];
  duties: readonly {
    dutyKey: string;
    article: number;
    clause: number;
    shortText: string;
    cells: readonly { officeId: string; from: MatrixCell; to: MatrixCell }[];
    /** Another way to find the lead, which a cell alone may not show. */
    rule: { from: LeadRule["kind"]; to: LeadRule["kind"] } | null;
    working: readonly WorkingChange[];
  }[];
};

/** What a text says otherwise than the one it came from. */
export type AgreementChanges = TextChanges & {
  /** Number of the version it is compared with; null where that is the template. */
  since: number | null;
};

/** A version as one chooses it among others. */
export type VersionRef = {
  id: string;
  number: number;
  state: StandingState;
  paperNumber: string | null;
  effectiveFrom: Day | null;
  effectiveUntil: Day | null;
  plannedFrom: Day | null;
  plannedUntil: Day | null;
};

/** An article of an amendment's own paper. */
export type AmendmentArticle = { ordinal: number; heading: string; clauses: readonly string[] };

/** One signed paper of those a consolidated text is made of, the whole text first. */
export type ChainPaper = {
  versionId: string;
  number: number;
  abstract: string;
  bases: string[];
  plannedFrom: Day | null;
  effectiveFrom: Day | null;
  /** Null where it has no complete round yet. */
  paperNumber: string | null;
  issueDate: Day | null;
  documentId: string | null;
};

/** What an amendment changes, as its paper says it. */
export type AmendmentView = {
  /** The papers it stands on, without its own. */
  papers: readonly ChainPaper[];
  articles: readonly AmendmentArticle[];
  /** Whether it changes anything at all. */
  changed: boolean;
};

/** Text and matrix as they read on a day. */
export type ConsolidatedView = {
  agreementId: string;
  title: string;
  on: Day;
  parties: readonly Party[];
  /** Null on a day on which no version of the agreement is in force. */
  text: {
    version: VersionRef;
    papers: readonly ChainPaper[];
    abstract: string;
    bases: readonly string[];
    chapters: Chapter[];
    /** By "articleKey.clause": number of the amendment that gave the clause its words. */
    amendedBy: Readonly<Record<string, string>>;
    matrix: MatrixArea[];
    contentHash: string;
  } | null;
  /** The signed versions, newest first: the days on which the text changes. */
  versions: readonly VersionRef[];
};

/** Two versions of one agreement, side by side; nothing to compare where it has one only. */
export type ComparisonView = {
  agreementId: string;
  title: string;
  offices: readonly OfficeRef[];
  /** Those the acting office may read, newest first. */
  versions: readonly VersionRef[];
  compared: {
    from: VersionRef;
    to: VersionRef;
    changes: TextChanges;
    articles: number;
  } | null;
};

/** Half an hour in which one signer alone signs, with a tool of the own. */
export type TakenTurn = {
  id: string;
  partyId: string;
  /** Null where a party outside took it by its link. */
  accountId: string | null;
  documentId: string;
  until: Date;
  untilText: string;
};

export type SigningMethod = "portal-key" | "own-certificate" | "signed-elsewhere";

/** A party's turn in a round: parties of one step sign in any order among themselves. */
export type Turn = { partyId: string; step: number };

export type RoundView = {
  id: string;
  number: string;
  state: string;
  openedAt: Date;
  issueDate: Day;
  endReason: string | null;
  /** SHA-256 of the file as issued, before any signature: what a signer is asked to sign. */
  issuedSha256: string;
  /** The newest file, with the signatures so far. */
  document: {
    id: string;
    sha256: string;
    size: number;
    seq: number;
    check: { ok: boolean; at: Date } | null;
  };
  signatures: {
    id: string;
    partyId: string;
    signerName: string;
    signedAt: Date;
    sha256: string;
    method: SigningMethod;
  }[];
  /** Signatures of the organisations; null for a paper without blocks for them. */
  organisations: {
    signed: readonly { partyId: string; at: Date }[];
    issuedAt: Date | null;
  } | null;
  /** Who has the turn to sign elsewhere now. */
  taken: { partyId: string; until: Date; mine: boolean; byLink: boolean } | null;
  decline: { partyId: string; reason: string; at: Date } | null;
  turns: readonly (Turn & { onBehalf: OnBehalf | null })[];
};

/** What a party said of a clause, as it is read. */
export type PointView = {
  id: string;
  kind: PointKind;
  state: PointState;
  articleKey: string;
  article: number;
  clause: number;
  office: string;
  by: string | null;
  at: Date;
  words: string;
  /** Of a proposal: the clause as it was with what it would lose and gain. */
  redline: readonly TextPart[] | null;
  /** Of an open proposal: whether the clause still reads as it did when this was proposed. */
  fits: boolean;
  answer: { office: string; by: string | null; at: Date; text: string | null } | null;
  may: { answer: boolean; close: boolean };
};

export type AgreementPageView = {
  agreementId: string;
  title: string;
  contactOfficeId: string;
  version: {
    id: string;
    number: number;
    storedState: VersionState;
    state: StandingState;
    revision: number;
    abstract: string;
    mark: string | null;
    bases: string[];
    form: PaperForm;
    recipients: string[];
    plannedFrom: Day | null;
    plannedUntil: Day | null;
    effectiveFrom: Day | null;
    effectiveUntil: Day | null;
    changedAt: Date;
    changedBy: string | null;
  };
  versions: { id: string; number: number; state: VersionState }[];
  parties: Party[];
  /** Organisations outside the portal that are parties too; they have no part in the matrix. */
  outside: ExternalStanding[];
  /** The text as on paper. */
  chapters: Chapter[];
  /** The matrix, area by area; cells in the order of the parties. */
  matrix: MatrixArea[];
  contentHash: string;
  consents: { partyId: string; at: Date; current: boolean; by: string | null }[];
  round: RoundView | null;
  /** Of a version in its round: why nobody signs it any more. Its own last day is over, or what it amends has run out or is to end. */
  over: "term-over" | "amends" | null;
  /** What the acting person may do now. */
  may: Record<AgreementAct, boolean>;
  /** Every party has consented to this very text and the acting person may open the round. */
  readyToOpen: boolean;
  /** Of an amendment: its own paper. `chapters` and `matrix` read as they will with it. */
  amendment: AmendmentView | null;
  /** For who may open the round now: who may sign in whose place today. */
  delegations: readonly (OnBehalf & { partyId: string })[];
  /** While it is negotiated: what differs from the version before, or from the template. While it is signed: from the version before. */
  changes: AgreementChanges | null;
  /** What changed since the acting office last consented, where its consent fell away. */
  sinceConsent: ({ at: Date } & TextChanges) | null;
  /** Remarks and proposals on this version, newest last. */
  points: PointView[];
  /** Clauses whose words do not say what the matrix or the working rules say. */
  contradictions: Contradiction[];
  /** What the acting person was refused here a moment ago. */
  refusedJustNow: RefusalReason | null;
};

export type AgreementListItem = {
  agreementId: string;
  versionId: string;
  title: string;
  number: string | null;
  state: StandingState;
  signatures: number;
  parties: OfficeRef[];
  /** How many parties outside sign too. */
  outside: number;
  contactOfficeId: string;
  effectiveFrom: Day | null;
  effectiveUntil: Day | null;
  plannedFrom: Day | null;
  /** The newest file of the newest round; null before a round was opened. */
  documentId: string | null;
};

export type AgreementListView = { items: AgreementListItem[]; next: string | null };

/** A number of the register, with what it was taken for. */
export type RegisteredNumber = {
  /** "02/QCPH-VPTU-…" */
  number: string;
  state: "used" | "void";
  reason: string | null;
  /** Given by the office's own document system. */
  typed: boolean;
  issueDate: Day;
  takenAt: Date;
  takenBy: string | null;
  round: "open" | "completed" | "declined" | "withdrawn" | "lapsed";
  issued: boolean;
  endedAt: Date | null;
  agreementId: string;
  version: number;
  abstract: string;
  /** The newest file of its round. */
  documentId: string | null;
  /** Codes of the offices that sign, and names of parties outside. */
  parties: readonly string[];
  outside: readonly string[];
};

/** The acting office's book of one year. */
export type NumberRegisterView = {
  year: number;
  /** The nearest years that have a number too. */
  before: number | null;
  after: number | null;
  entries: readonly RegisteredNumber[];
  /** The last number shown, where more follow. */
  next: number | null;
  first: boolean;
};

export type ReceiptView = AgreementPageView & {
  signature: {
    id: string;
    signerName: string;
    /** "Chánh Văn phòng", or in two parts: "KT. Chánh Văn phòng", "Phó Chánh Văn phòng". */
    capacity: readonly string[];
    officeId: string;
    signedAt: Date;
    ordinal: number;
    documentId: string;
    sha256: string;
    certificateSubject: string;
    certificateSerial: string;
    method: SigningMethod;
  };
  /** The event of this signature in the tenant's chain. */
  audit: { seq: string; hash: string } | null;
};

export type SigningPageView = AgreementPageView & {
  /** The actor's own keys that can sign today. */
  keys: { certificateId: string; subject: string; notAfter: Date; locked: boolean; triesLeft: number }[];
  consentedAt: Date | null;
};

export type IssuePageView = AgreementPageView & {
  /** The key of the acting office; null where it has none. */
  officeKey: { certificateId: string; notAfter: Date; locked: boolean } | null;
};

export type OtherWaysView = AgreementPageView & {
  /** The actor's own certificates, registered before and valid now. */
  registered: readonly { id: string; subject: string; issuer: string; notAfter: Date }[];
  returned: { form: string; state: FormState } | null;
};

/** The parties outside, with what the form that names one offers. */
export type OutsidePageView = AgreementPageView & {
  bodies: readonly { id: string; name: string }[];
  returned: { form: string; state: FormState } | null;
};

export type DraftOptionsView = {
  mayDraft: boolean;
  offices: (OfficeRef & { mine: boolean })[];
};

export type AgreementHistoryView = { agreementId: string; title: string; entries: HistoryEntry[] };

export type DelegationView = {
  id: string;
  kind: DelegationKind;
  postTitle: string;
  toPostTitle: string;
  toPersonName: string;
  /** TUQ. only. */
  agreementTitle: string | null;
  basis: string;
  from: Day;
  until: Day;
  revoked: { at: Date; reason: string } | null;
  state: "to-come" | "stands" | "ended" | "revoked";
};

export type DelegationsView = {
  items: DelegationView[];
  /** Whether the acting person records and revokes them. */
  may: boolean;
  /** Who of the office may be chosen. */
  delegates: { postId: string; title: string; deputy: boolean; name: string }[];
  /** For TUQ.: agreements the acting post signs, not over yet. */
  agreements: { id: string; title: string }[];
};

type ProposedEnding = {
  id: string;
  state: "proposed" | "agreed" | "refused" | "withdrawn" | "lapsed";
  lastDay: Day;
  reason: string;
  by: OfficeRef;
  at: Date;
  closedBy: string | null;
  closedOn: Day | null;
  closeReason: string | null;
};

/** Whether a signed agreement is to end before its term. */
export type EndingView = {
  agreementId: string;
  title: string;
  /** The newest signed version; null before anything is signed. */
  signed: VersionRef | null;
  parties: readonly { office: OfficeRef; agreedOn: Date | null }[];
  open: ProposedEnding | null;
  past: readonly ProposedEnding[];
  may: Record<EndingAct, boolean>;
  /** A paper is being signed that may say otherwise. */
  inRound: boolean;
};
