import { type Decision, decide } from "@/lib/platform/policy/rule-table";
import type { Actor } from "@/lib/platform/tenancy/actor";
import {
  type AttendancePart,
  type AttendanceRule,
  attendanceRules,
  type FeedRule,
  feedRules,
  type KeepingRule,
  keepingRules,
  type MeetingAct,
  type MeetingPart,
  type MeetingRule,
  type MeetingState,
  meetingRules,
  type SheetRule,
  sheetRules,
} from "./rule-table";

export type MeetingSubject = {
  state: Exclude<MeetingState, "none">;
  leadOfficeId: string;
  filingOfficeId: string;
  assistOfficeIds: readonly string[];
  /** Informed by the duty, or because a leader they serve is asked for. */
  informedOfficeIds: readonly string[];
};

/** The acting office's one strongest part. Whoever reads it without any other part reads it from the common sheet. */
export function partInMeeting(subject: MeetingSubject, officeId: string): MeetingPart {
  const leads = subject.leadOfficeId === officeId;
  const filed = subject.filingOfficeId === officeId;
  if (leads && filed) return "own";
  if (leads) return "lead";
  if (filed) return "filing";
  if (subject.assistOfficeIds.includes(officeId)) return "assist";
  return subject.informedOfficeIds.includes(officeId) ? "informed" : "reader";
}

export function decideMeeting(
  actor: Pick<Actor, "role" | "officeId">,
  act: Exclude<MeetingAct, "file">,
  subject: MeetingSubject,
): Decision<MeetingRule> {
  return decide(meetingRules, {
    act,
    role: actor.role,
    part: partInMeeting(subject, actor.officeId),
    state: subject.state,
  });
}

/**
 * Those an act on a whole rest of a series is about: the one that was named, and of the later ones those in a state in which
 * there is such an act. What is over stays over; what waits is edited, what is confirmed is changed.
 */
export function reachOf<Subject extends Pick<MeetingSubject, "state">>(
  act: Exclude<MeetingAct, "file">,
  [named, ...later]: readonly [Subject, ...Subject[]],
): readonly [Subject, ...Subject[]] {
  const states = meetingRules.filter((rule) => rule.act === act).flatMap((rule) => rule.states);
  return [named, ...later.filter(({ state }) => states.includes(state))];
}

/** Filing comes before there is a meeting; what no agreement governs any office may file for itself. */
export function decideFiling(
  actor: Pick<Actor, "role">,
  under: { duty: boolean; isParty: boolean },
): Decision<MeetingRule> {
  const part = under.duty ? (under.isParty ? "party" : "other") : "ungoverned";
  return decide(meetingRules, { act: "file", role: actor.role, part, state: "none" });
}

export function decidePublishing(
  actor: Pick<Actor, "role" | "officeId">,
  calendarLeadId: string,
): Decision<SheetRule> {
  return decide(sheetRules, {
    act: "publish",
    role: actor.role,
    part: calendarLeadId === actor.officeId ? "calendar-lead" : "office",
    state: "week",
  });
}

export function decideFeedCreation(actor: Pick<Actor, "role">): Decision<FeedRule> {
  return decide(feedRules, { act: "create", role: actor.role, part: "office", state: "none" });
}

/** A feed of the acting office; one of another office is not found before this is asked. */
export function decideFeedRevocation(
  actor: Pick<Actor, "role" | "accountId">,
  feed: { accountId: string },
): Decision<FeedRule> {
  const part = feed.accountId === actor.accountId ? "maker" : "office";
  return decide(feedRules, { act: "revoke", role: actor.role, part, state: "live" });
}

/** Whose answer it would be, as the acting person stands to who is invited. */
export function partInAnswer(
  actor: Pick<Actor, "accountId" | "officeId">,
  invited:
    | { kind: "leader"; accountId: string | null; servingOfficeId: string | null }
    | { kind: "office"; officeId: string; concerned: boolean },
): AttendancePart {
  if (invited.kind === "office") {
    return invited.concerned && invited.officeId === actor.officeId ? "office" : "other";
  }
  if (invited.accountId === actor.accountId) return "self";
  return invited.servingOfficeId === actor.officeId ? "diary" : "other";
}

export function decideAnswer(
  actor: Pick<Actor, "role">,
  part: AttendancePart,
  state: MeetingSubject["state"],
): Decision<AttendanceRule> {
  return decide(attendanceRules, { act: "answer", role: actor.role, part, state });
}

export function decidePresence(
  actor: Pick<Actor, "role" | "officeId">,
  servingOfficeId: string | null,
  state: MeetingSubject["state"],
): Decision<AttendanceRule> {
  const part = servingOfficeId === actor.officeId ? "secretariat" : "other";
  return decide(attendanceRules, { act: "recordPresence", role: actor.role, part, state });
}

/** Rules of the whole calendar, and kinds of meetings. */
export function decideCalendar(
  actor: Pick<Actor, "role">,
  act: "setRules" | "setQuorum" | "removeQuorum" | "addKind" | "editKind" | "removeKind",
  state: KeepingRule["states"][number],
): Decision<KeepingRule> {
  return decide(keepingRules, { act, role: actor.role, part: "tenant", state });
}

/** A room or a kit: whose it is, and whose it would be. */
export function decidePlace(
  actor: Pick<Actor, "role" | "officeId">,
  act: "addPlace" | "editPlace",
  officeIds: readonly (string | null)[],
): Decision<KeepingRule> {
  const part = officeIds.every((officeId) => officeId === actor.officeId) ? "own" : "other";
  return decide(keepingRules, { act, role: actor.role, part, state: act === "addPlace" ? "none" : "set" });
}
