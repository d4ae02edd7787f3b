import type { LeadRule } from "@/lib/agreements/types";
import type { HistoryEntry } from "@/lib/platform/audit/history-entry";
import type { Day } from "@/lib/platform/dates/days";
import type { OverlapKind } from "./overlaps";
import type { DueTime, ProgrammeKind, Span } from "./periods";
import type { ProgrammeAct } from "./rule-table";

export type ProgrammeOffice = { id: string; code: string; name: string; tint: number };

/** One item of an overlap, with the office that keeps its programme. */
export type OverlapSide = DueTime & {
  itemId: string;
  programmeId: string;
  title: string;
  office: ProgrammeOffice;
  leader: string | null;
};

export type OverlapView = {
  kind: OverlapKind;
  basis: string;
  one: OverlapSide;
  other: OverlapSide | null;
  /** Title and id only for who may read the meeting; to others it is "busy". */
  meeting: {
    busyOf: "leader" | "body";
    startsAt: string;
    endsAt: string;
    title: string | null;
    meetingId: string | null;
  } | null;
  settled: { reason: string; office: string; on: Day } | null;
};

export type OverlapPageView = {
  year: number;
  overlaps: readonly (OverlapView & { maySettle: boolean })[];
};

export type ProgrammeNode = Span & {
  programmeId: string;
  kind: ProgrammeKind;
  state: "draft" | "issued";
  paperNumber: string | null;
  issuedOn: Day | null;
  office: ProgrammeOffice;
  items: number;
  children: readonly ProgrammeNode[];
};

export type ProgrammeTreeView = {
  year: number;
  today: Day;
  bodies: readonly { bodyId: string; name: string; nodes: readonly ProgrammeNode[] }[];
  /** Overlaps of the year that nobody has settled. */
  openOverlaps: number;
  mayDraft: boolean;
};

export type ProgrammeItemView = DueTime & {
  itemId: string;
  title: string;
  revision: number;
  state: "active" | "stopped";
  lead: ProgrammeOffice;
  assists: readonly ProgrammeOffice[];
  others: string;
  duty: {
    id: string;
    article: number;
    clause: number;
    shortText: string;
    text: string;
    rule: LeadRule["kind"];
    basis: string | null;
    paper: string;
  } | null;
  subjectKey: string | null;
  submittedTo: { id: string; name: string } | null;
  leader: { postId: string; label: string } | null;
  meeting: { meetingId: string; title: string | null } | null;
  note: string;
  /** The item above it; null for one that is off the programme above. */
  parentItemId: string | null;
  approval: { number: string; on: Day; by: string } | null;
  overlaps: number;
};

/** What an item said, as far as it differed from what came after. */
export type ChangedField = {
  field: "title" | "due" | "lead" | "leader" | "submittedTo" | "others" | "note";
  before: string;
  after: string;
};

export type ProgrammeChangeView = {
  changeId: string;
  act: "add" | "change" | "stop";
  title: string;
  decision: { number: string; on: Day; by: string };
  on: Day;
  fields: readonly ChangedField[];
};

export type ProgrammeView = Span & {
  programmeId: string;
  kind: ProgrammeKind;
  /** The last day on which it is issued in time. */
  issueBy: Day | null;
  state: "draft" | "issued";
  revision: number;
  paperNumber: string | null;
  issuedOn: Day | null;
  issuedBy: string | null;
  body: { id: string; name: string };
  office: ProgrammeOffice;
  /** The next above, first the nearest. */
  above: readonly (Span & { programmeId: string; kind: ProgrammeKind })[];
  below: readonly (Span & { programmeId: string; kind: ProgrammeKind; state: "draft" | "issued" })[];
  items: readonly ProgrammeItemView[];
  changes: readonly ProgrammeChangeView[];
  /** Items of the programme above that fall due in this one and are not in it yet. */
  toCarry: number;
  openOverlaps: number;
  /** Items off the programme above whose approval is not put down yet. */
  unapproved: number;
  may: Record<Exclude<ProgrammeAct, "draft" | "read" | "settle">, boolean>;
};

export type ItemOptions = {
  bodies: readonly { id: string; name: string }[];
  leaders: readonly { postId: string; label: string }[];
  duties: readonly {
    id: string;
    article: number;
    clause: number;
    shortText: string;
    rule: LeadRule["kind"];
    leadCode: string | null;
  }[];
  subjects: readonly { value: string; label: string }[];
  meetings: readonly { meetingId: string; title: string; startsAt: string }[];
};

export type ItemFormView = {
  programme: ProgrammeView;
  item: ProgrammeItemView | null;
  overlaps: readonly OverlapView[];
  options: ItemOptions;
};

export type ProgrammeFormView = { bodies: readonly { id: string; name: string }[]; today: Day };

export type ProgrammeLogView = ProgrammeView & { entries: readonly HistoryEntry[] };
