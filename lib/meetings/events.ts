import type { DomainEvent } from "@/lib/platform/events/event";

function onMeeting(name: DomainEvent["name"]) {
  return (meetingId: string, payload: Record<string, unknown>): DomainEvent => ({
    name,
    subjectKind: "meeting",
    subjectId: meetingId,
    payload,
  });
}

export const meetingFiled = onMeeting("meetings.filed");
export const meetingEdited = onMeeting("meetings.edited");
export const meetingApproved = onMeeting("meetings.approved");
export const meetingGivenBack = onMeeting("meetings.givenBack");
export const meetingConfirmed = onMeeting("meetings.confirmed");
export const meetingChanged = onMeeting("meetings.changed");
export const meetingPostponed = onMeeting("meetings.postponed");
export const meetingCancelled = onMeeting("meetings.cancelled");
export const meetingResettled = onMeeting("meetings.resettled");
export const meetingAnswered = onMeeting("meetings.answered");
export const presenceRecorded = onMeeting("meetings.presenceRecorded");
export const meetingNumbered = onMeeting("meetings.numbered");
export const meetingUndone = onMeeting("meetings.undone");

export function sheetPublished(sheetId: string, payload: Record<string, unknown>): DomainEvent {
  return { name: "meetings.sheetPublished", subjectKind: "week-sheet", subjectId: sheetId, payload };
}

export function noticeReceived(
  subjectKind: "meeting" | "petition" | "week-sheet",
  subjectId: string,
  payload: Record<string, unknown>,
): DomainEvent {
  return { name: "meetings.noticeReceived", subjectKind, subjectId, payload };
}

function onFeed(name: DomainEvent["name"]) {
  return (feedId: string, payload: Record<string, unknown>): DomainEvent => ({
    name,
    subjectKind: "calendar-feed",
    subjectId: feedId,
    payload,
  });
}

export const feedCreated = onFeed("meetings.feedCreated");
export const feedRevoked = onFeed("meetings.feedRevoked");

/** On what the calendar reckons with: the tenant's own id, or that of the room or kit. */
function onSettings(name: DomainEvent["name"]) {
  return (subjectId: string, payload: Record<string, unknown>): DomainEvent => ({
    name,
    subjectKind: "calendar-settings",
    subjectId,
    payload,
  });
}

export const calendarRulesSet = onSettings("meetings.calendarRulesSet");
export const quorumSet = onSettings("meetings.quorumSet");
export const quorumRemoved = onSettings("meetings.quorumRemoved");
export const kindAdded = onSettings("meetings.kindAdded");
export const kindEdited = onSettings("meetings.kindEdited");
export const kindRemoved = onSettings("meetings.kindRemoved");
export const placeAdded = onSettings("meetings.placeAdded");
export const placeEdited = onSettings("meetings.placeEdited");
