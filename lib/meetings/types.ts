import type { Day } from "@/lib/platform/dates/days";
import type { Period } from "@/lib/platform/dates/periods";
import type { Time } from "@/lib/platform/dates/times";
import type { RefusalReason as KeptRefusal } from "@/lib/platform/errors/domain-error";
import type { FormQuote } from "@/lib/platform/forms/form-state";
import type { RefusalReason, Role } from "@/lib/platform/policy/rule-table";
import type { MeetingAct, MeetingPart, MeetingState } from "./rule-table";
import type { Variant } from "./variants";

export type StoredMeetingState = Exclude<MeetingState, "none">;

export type MeetingOffice = { id: string; code: string; name: string; tint: number };

export type Session = "morning" | "afternoon" | "evening";

/** What is taken at a wished time. `what` is null where the asker may not read the other meeting: it is "busy". */
export type Clash = {
  resource: string;
  day: Day;
  from: Time;
  until: Time;
  kind: "confirmed" | "hold";
  what: string | null;
  office: string | null;
  /** Only travel or set-up time is short. */
  near: boolean;
  /** A hold that the asker's meeting may take, by the rank of its kind. */
  takeable: boolean;
};

export type FreeSlot = {
  /** The value of the choice: two instants. */
  value: string;
  day: Day;
  from: Time;
  until: Time;
  /** Places others hold in it. */
  holds: number;
  /** The soonest of all. */
  soonest: boolean;
};

/** What a form is told when its time is not free, or free with a catch. */
export type ClashAdvice = { clashes: readonly Clash[]; slots: readonly FreeSlot[] };

/** What it is told while it is typed; `free`: somebody or something is asked for, and nothing is in the way. */
export type TypedAdvice = ClashAdvice & { free: boolean };

/** A pasted row as it would be filed. */
export type PastedRow = {
  line: number;
  title: string;
  day: Day;
  from: Time;
  until: Time;
  /** Only a beginning was written. */
  endAssumed: boolean;
  kind: string;
  /** Read off the first words. */
  kindGuessed: boolean;
  chair: string;
  /** The chair is none of the leaders: nobody's time is held. */
  chairAsText: boolean;
  place: string;
  placeAsText: boolean;
  lead: string;
  clashes: readonly Clash[];
};

/** What pasted rows come to before anything is filed. */
export type PastedAdvice = {
  rows: readonly PastedRow[];
  /** What was not understood, by the line of the pasted text; its head is line 1. */
  faults: readonly { line: number; error: string }[];
  /** Null where they cannot be filed as they are; else what the form hands back to file exactly these. */
  seen: string | null;
};

type Timed = { day: Day; from: Time; until: Time };

/** A day of a series that has to be answered for: what is in its way, and times on and after it that would do. */
export type SeriesClash = Timed & {
  /** The day of the series, which answers name it by. */
  of: Day;
  clashes: readonly Clash[];
  slots: readonly FreeSlot[];
  /** What is in the way where the answer would move it. */
  moved: (Timed & { clashes: readonly Clash[] }) | null;
};

/** What the form of a series is told before anything is written: the days it asked about before come first. */
export type SeriesAdvice = { days: readonly SeriesClash[]; total: number };

/** One line of a week sheet, frozen when it is published. */
export type SheetRow = {
  meetingId: string;
  day: Day;
  session: Session;
  from: Time;
  until: Time;
  /** The last day, when not the first. */
  untilDay: Day | null;
  title: string;
  chair: string;
  participants: string;
  place: string;
  preparing: string;
  /** Not there on sheets that were frozen before it was printed. */
  serving?: string;
  /** hold: "dự kiến"; moved: to another week, with the new time in `to`. */
  state: "filed" | "hold" | "confirmed" | "postponed" | "cancelled" | "moved";
  to: { day: Day; from: Time } | null;
  reason: string | null;
  /** Of the notice; absent in sheets that were frozen before it was kept. */
  notice?: string | null;
  restricted: boolean;
  /** Leaders who have to be there, besides the chair; absent in sheets that were frozen before they were printed. */
  leaders?: readonly string[];
  /** Who must be told when the line changes. */
  officeIds: readonly string[];
};

export type SheetField =
  | "time"
  | "title"
  | "notice"
  | "chair"
  | "participants"
  | "place"
  | "preparing"
  | "serving";

/** What became of a line since the version before. */
export type RowChange =
  | { mark: "new" }
  | { mark: "changed"; before: Partial<Record<SheetField, string>> }
  | { mark: "confirmed" }
  | { mark: "postponed" }
  | { mark: "cancelled" }
  | { mark: "moved" };

/** What the margin of a line says. */
export type SheetMark =
  | "new"
  | "changed"
  | "confirmed"
  | "filed"
  | "hold"
  | "postponed"
  | "cancelled"
  | "moved";

/** A line beside the version before: what is printed in the margin and in the column of hours; `participants` with the leaders. */
export type SheetLine = SheetRow & { change: RowChange | null; marks: readonly SheetMark[]; hours: string };

export type SheetVersionRef = { number: number; publishedAt: Date; publishedBy: string | null };

export type MeetingMay = Readonly<Record<Exclude<MeetingAct, "file" | "read">, boolean>>;

export type MeetingNotAllowed = {
  act: Exclude<MeetingAct, "file" | "read">;
  reason: RefusalReason;
  offices: readonly string[];
  roles: readonly Role[];
  quote: FormQuote;
};

export type MeetingDuty = {
  article: number;
  clause: number;
  text: string;
  shortText: string;
  basis: string | null;
  agreementId: string;
  paper: string;
};

export type MeetingLeaderView = {
  postId: string;
  title: string;
  name: string;
  part: "chair" | "required" | "optional";
};

export type DisplacementView = {
  id: string;
  reason: string;
  day: Day;
  from: Time;
  until: Time;
  /** Null where the acting office may not read the meeting that took the place. */
  by: { title: string; office: string } | null;
};

export type MeetingContent = {
  title: string;
  kindKey: string;
  variant: Variant | null;
  day: Day;
  from: Time;
  until: Time;
  untilDay: Day | null;
  roomId: string | null;
  placeText: string | null;
  chairPostId: string | null;
  chairText: string | null;
  leaders: readonly MeetingLeaderView[];
  kits: readonly { id: string; name: string }[];
  bodies: readonly { id: string; name: string }[];
  participants: string;
  preparing: string;
  serving: string;
  mode: "in-person" | "online" | "mixed";
  visibility: "common" | "restricted";
  note: string;
  points: number | null;
  delegates: number | null;
  holdUntil: Day;
};

export type AnswerView = {
  answer: "attends" | "absent" | "substitute";
  substitute: string | null;
  note: string;
  at: Date;
  by: string | null;
  /** Given for another time than the meeting has now. */
  outdated: boolean;
};

export type InvitedView = {
  key: string;
  kind: "leader" | "office";
  whom: string;
  answer: AnswerView | null;
  mailedAt: Date | null;
  mayAnswer: boolean;
};

/** Who is invited to what comes, and what was said; null where nobody answered for the present time. */
export type InvitationListView = {
  items: readonly {
    meetingId: string;
    title: string;
    day: Day;
    from: Time;
    until: Time;
    lead: string;
    invited: readonly { whom: string; answer: AnswerView["answer"] | null; substitute: string | null }[];
  }[];
};

export type BodyCountView = {
  bodyId: string;
  name: string;
  /** Who counts. */
  office: string | null;
  members: readonly {
    postId: string;
    words: string;
    state: "present" | "excused" | "absent" | null;
    /** What was answered before. */
    answer: AnswerView["answer"] | null;
  }[];
  total: number;
  present: number | null;
  quorum: number | null;
  basis: string | null;
  verified: boolean;
  otherMembers: number;
  otherPresent: number;
  recordedAt: Date | null;
  mayRecord: boolean;
};

export type AttendanceView = { invited: readonly InvitedView[]; bodies: readonly BodyCountView[] };
/** The acts that can be done to a meeting and to all that follow it in its series. */
export const followingActs = ["edit", "approve", "confirm", "change", "postpone", "cancel"] as const;
export type FollowingAct = (typeof followingActs)[number];

/** Each week on the first day's weekday; each month on its date, or on its weekday of that week of the month. */
export const repeats = ["weekly", "monthly-date", "monthly-weekday"] as const;
export type Repeat = (typeof repeats)[number];

/** The series a meeting is one of. */
export type SeriesView = {
  rule: { repeat: Repeat; every: number; lastDay: Day | null; times: number | null };
  firstDay: Day;
  except: readonly Day[];
  /** Which of how many it is. */
  nth: number;
  total: number;
  before: { meetingId: string; day: Day } | null;
  after: { meetingId: string; day: Day } | null;
  /** How many later ones each act would be about as well. */
  later: Readonly<Record<FollowingAct, number>>;
  /** What this one and the later ones are as the page shows them; the acts hand it back. */
  mark: string;
};

/** An act the reader may take back while seconds are left. */
export type UndoView = {
  actId: string;
  act: "file" | "edit" | "change" | "postpone" | "cancel";
  /** How many meetings it was about. */
  count: number;
  secondsLeft: number;
};

export type MeetingPageView = MeetingContent & {
  meetingId: string;
  code: string | null;
  noticeNumber: string | null;
  state: StoredMeetingState;
  revision: number;
  kindName: string;
  place: string;
  chair: string;
  lead: MeetingOffice;
  filing: MeetingOffice;
  assists: readonly MeetingOffice[];
  informed: readonly MeetingOffice[];
  duty: MeetingDuty | null;
  why: {
    rule: "fixed" | "office-serving" | "host-of" | "by-table";
    about: string | null;
    host: string | null;
  } | null;
  part: MeetingPart;
  reason: string | null;
  returnReason: string | null;
  overrideReason: string | null;
  filedBy: string | null;
  createdAt: Date;
  today: Day;
  /** What stands in its way as it is now. */
  advice: ClashAdvice;
  /** Its holds have passed their day, or were taken: nothing is kept for it. */
  holdsNothing: boolean;
  displacement: DisplacementView | null;
  /** Null where there is nothing of it yet, or it is none of the acting office's business. */
  attendance: AttendanceView | null;
  series: SeriesView | null;
  undo: UndoView | null;
  may: MeetingMay;
  notAllowed: readonly MeetingNotAllowed[];
  refusedJustNow: KeptRefusal | null;
};

export type MeetingEvent = {
  id: string;
  at: Date;
  name: string;
  personName: string | null;
  officeCode: string | null;
  payload: Record<string, unknown>;
};

export type MeetingLogView = MeetingPageView & { entries: readonly MeetingEvent[] };

export type WeekView = {
  monday: Day;
  week: number;
  year: number;
  today: Day;
  /** What the page shows: a published version, or the working state. */
  shows: { kind: "version"; version: SheetVersionRef } | { kind: "working" };
  versions: readonly SheetVersionRef[];
  lines: readonly SheetLine[];
  /** What lies over a line of the working state, by its meeting; a published sheet is as it was printed. */
  clashes: Readonly<Record<string, readonly Clash[]>>;
  /** Changes since the last published version that nobody has been told yet. */
  unpublished: number;
  columns: readonly string[];
  lead: MeetingOffice | null;
  assists: readonly MeetingOffice[];
  mayPublish: boolean;
  mayFile: boolean;
  signer: { title: string; name: string } | null;
  auditHead: string | null;
  /** The reader's own filing into this week. */
  undo: UndoView | null;
};

export type LeaderOption = { postId: string; title: string; name: string; body: string; officeCode: string };
export type RoomOption = {
  id: string;
  name: string;
  site: string | null;
  seats: number | null;
  office: string | null;
};
export type KindOption = { key: string; name: string; dutyKey: string | null };
export type DutyOption = {
  id: string;
  dutyKey: string;
  article: number;
  clause: number;
  shortText: string;
  rule: "fixed" | "office-serving" | "host-of" | "by-table";
  leadCode: string | null;
};

export type MeetingOptions = {
  kinds: readonly KindOption[];
  leaders: readonly LeaderOption[];
  rooms: readonly RoomOption[];
  kits: readonly { id: string; name: string; office: string | null }[];
  bodies: readonly { id: string; name: string; officeCode: string }[];
  duties: readonly DutyOption[];
  subjects: readonly { value: string; label: string }[];
  holdDays: number;
};

export type NoticeView = {
  id: string;
  kind: string;
  at: Date;
  subjectKind: "meeting" | "week-sheet";
  subjectId: string;
  payload: Record<string, unknown>;
  /** Null where it is about a week, or no longer theirs to read. */
  title: string | null;
  receivedAt: Date | null;
  receivedBy: string | null;
};

export type FeedView = {
  id: string;
  scope: "office" | "leader" | "room";
  /** The leader or the room. */
  name: string | null;
  createdAt: Date;
  createdBy: string | null;
  mayRevoke: boolean;
};

export type FeedsView = {
  items: readonly FeedView[];
  next: string | null;
  leaders: readonly { id: string; label: string }[];
  rooms: readonly { id: string; label: string }[];
};

export type NoticesView = { items: readonly NoticeView[]; next: string | null };

export type MeetingFormView = { options: MeetingOptions; meeting: MeetingPageView | null; today: Day };

/** What waits for the acting person's approval. */
export type ApprovalsView = {
  items: readonly {
    meetingId: string;
    revision: number;
    title: string;
    day: Day;
    from: Time;
    until: Time;
    lead: string;
    chair: string;
    place: string;
    clashes: readonly Clash[];
  }[];
};

export type CopyChoicesView = {
  monday: Day;
  week: number;
  year: number;
  from: { monday: Day; week: number; year: number };
  rows: readonly SheetRow[];
};

/** A stretch of the calendar from its first day to its last. */
export type MeetingListItem = {
  id: string;
  title: string;
  state: StoredMeetingState;
  day: Day;
  from: Time;
  until: Time;
  kind: string;
  variant: Variant | null;
  lead: string;
  chair: string;
  place: string;
  /** The last day places are held for it; null for what is confirmed or over. */
  holdUntil: Day | null;
};

/** A day in the grid of a month: its first meetings by name, and how many there are. */
export type MonthDay = {
  day: Day;
  count: number;
  items: readonly (Pick<MeetingListItem, "id" | "title" | "state"> & { from: Time })[];
};

export type MeetingListView = {
  period: Period;
  today: Day;
  /** Null where rows were asked for. */
  month: readonly MonthDay[] | null;
  options: MeetingOptions;
  offices: readonly { id: string; code: string }[];
  items: readonly MeetingListItem[];
  next: string | null;
  /** Confirmed meetings of the whole period by kind, each counted once. */
  counts: readonly { key: string; name: string; variant: Variant | null; count: number }[];
  /** The same meetings by office: how many it led, and how many it assisted with. */
  shares: readonly { id: string; code: string; led: number; assisted: number }[];
};

export type FreeTimesView = {
  options: MeetingOptions;
  asked: { leaderPostIds: readonly string[]; roomId: string | null; minutes: number; notBefore: Day | null };
  /** Null while nobody and nothing is asked for. */
  slots: readonly FreeSlot[] | null;
  today: Day;
};

export type CalendarSettingsView = {
  rules: {
    exchangeWeekday: number;
    morningFrom: number;
    morningUntil: number;
    afternoonFrom: number;
    afternoonUntil: number;
    holdDays: number;
    travelMinutes: number;
    sheetColumns: readonly string[];
  };
  kinds: readonly { key: string; name: string; rank: number; dutyKey: string | null; builtIn: boolean }[];
  places: readonly {
    id: string;
    kind: "room" | "kit";
    name: string;
    site: string | null;
    seats: number | null;
    setupMinutes: number;
    active: boolean;
    officeId: string | null;
    office: string | null;
    mayEdit: boolean;
  }[];
  /** How many are enough; `*` is every kind of body or of meeting. */
  quorum: readonly {
    bodyKind: string;
    meetingKind: string;
    numerator: number;
    denominator: number;
    reaches: boolean;
    basis: string;
    verified: boolean;
  }[];
  bodyKinds: readonly { kind: string; names: readonly string[] }[];
  offices: readonly { id: string; code: string }[];
  duties: readonly DutyOption[];
  /** The layout the sheet has ("own" is none of those known), those there are, and every column there is. */
  layout: string;
  layouts: readonly { key: "full" | "thanh-hoa" | "hau-giang"; columns: readonly string[] }[];
  columns: readonly (
    | "day"
    | "session"
    | "time"
    | "content"
    | "chair"
    | "participants"
    | "place"
    | "preparing"
    | "serving"
  )[];
  may: { setRules: boolean; kinds: boolean; places: boolean; anyOffice: boolean };
};
