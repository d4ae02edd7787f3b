"use server";
import { formAction } from "@/lib/platform/commands/form-action";
import { addKind } from "./commands/add-kind";
import { addPlace } from "./commands/add-place";
import { answerMeeting } from "./commands/answer-meeting";
import { approveMeeting } from "./commands/approve-meeting";
import { cancelMeeting } from "./commands/cancel-meeting";
import { changeMeeting } from "./commands/change-meeting";
import { confirmMeeting } from "./commands/confirm-meeting";
import { copyWeek } from "./commands/copy-week";
import { createFeed } from "./commands/create-feed";
import { editKind } from "./commands/edit-kind";
import { editMeeting } from "./commands/edit-meeting";
import { editPlace } from "./commands/edit-place";
import { fileMeeting } from "./commands/file-meeting";
import { fileRows } from "./commands/file-rows";
import { fileSeries } from "./commands/file-series";
import { giveBackMeeting } from "./commands/give-back-meeting";
import { numberMeeting } from "./commands/number-meeting";
import { postponeMeeting } from "./commands/postpone-meeting";
import { publishSheet } from "./commands/publish-sheet";
import { receiveNotice } from "./commands/receive-notice";
import { recordPresence } from "./commands/record-presence";
import { removeKind } from "./commands/remove-kind";
import { removeQuorumRule } from "./commands/remove-quorum-rule";
import { resettleMeeting } from "./commands/resettle-meeting";
import { revokeFeed } from "./commands/revoke-feed";
import { setCalendarRules } from "./commands/set-calendar-rules";
import { setQuorumRule } from "./commands/set-quorum-rule";
import { undoMeeting } from "./commands/undo-meeting";
import { feedAddress } from "./feed/feed-address";

type Done = { tenant: string; result: { meetingId: string } };
type OfTenant = { tenant: string };
type DoneWeek = { tenant: string; result: { monday: string } };

const toMeeting = ({ tenant, result }: Done) => `/${tenant}/calendar/meetings/${result.meetingId}`;
const toRules = ({ tenant }: OfTenant) => `/${tenant}/calendar/settings`;
const toKinds = ({ tenant }: OfTenant) => `/${tenant}/calendar/settings/kinds`;
const toQuorum = ({ tenant }: OfTenant) => `/${tenant}/calendar/settings/quorum`;
const toPlaces = ({ tenant }: OfTenant) => `/${tenant}/calendar/settings/places`;
const toWeek = ({ tenant, result }: DoneWeek) => `/${tenant}/calendar?week=${result.monday}`;

export const fileMeetingAction = formAction(fileMeeting, { redirectTo: toMeeting, saved: "meetingFiled" });
export const fileSeriesAction = formAction(fileSeries, { redirectTo: toMeeting, saved: "seriesFiled" });
export const editMeetingAction = formAction(editMeeting, { redirectTo: toMeeting, saved: "meetingEdited" });
export const approveMeetingAction = formAction(approveMeeting, {
  redirectTo: toMeeting,
  saved: "meetingApproved",
});
/** Those that were ticked, each by itself: `id:revision`, as the page showed them. */
export const approveChosenAction = formAction(approveMeeting, {
  each: "chosen",
  read: (chosen) => ({ meetingId: chosen.split(":")[0], revision: chosen.split(":")[1] }),
});
export const giveBackMeetingAction = formAction(giveBackMeeting, {
  redirectTo: toMeeting,
  saved: "meetingGivenBack",
});
export const confirmMeetingAction = formAction(confirmMeeting, {
  redirectTo: toMeeting,
  saved: "meetingConfirmed",
});
export const changeMeetingAction = formAction(changeMeeting, {
  redirectTo: toMeeting,
  saved: "meetingChanged",
});
export const postponeMeetingAction = formAction(postponeMeeting, {
  redirectTo: toMeeting,
  saved: "meetingPostponed",
});
export const cancelMeetingAction = formAction(cancelMeeting, {
  redirectTo: toMeeting,
  saved: "meetingCancelled",
});
export const resettleMeetingAction = formAction(resettleMeeting, {
  redirectTo: toMeeting,
  saved: "meetingResettled",
});
export const answerMeetingAction = formAction(answerMeeting, {
  redirectTo: (done) => `${toMeeting(done)}#attendance`,
  saved: "meetingAnswered",
});
export const recordPresenceAction = formAction(recordPresence, {
  redirectTo: (done) => `${toMeeting(done)}#presence`,
  saved: "presenceRecorded",
});
export const numberMeetingAction = formAction(numberMeeting, {
  redirectTo: toMeeting,
  saved: "meetingNumbered",
});
export const undoMeetingAction = formAction(undoMeeting, { redirectTo: toMeeting, saved: "meetingUndone" });
export const copyWeekAction = formAction(copyWeek, {
  redirectTo: ({ tenant, result }) => `/${tenant}/calendar?week=${result.monday}&view=working`,
  saved: "weekCopied",
});
export const fileRowsAction = formAction(fileRows, {
  redirectTo: ({ tenant, result }) => `/${tenant}/calendar?week=${result.day}&view=working`,
  saved: "rowsFiled",
});
export const publishSheetAction = formAction(publishSheet, { redirectTo: toWeek, saved: "sheetPublished" });
export const receiveNoticeAction = formAction(receiveNotice, {
  redirectTo: ({ tenant }) => `/${tenant}/notices`,
  saved: "noticeReceived",
});
export const createFeedAction = formAction(createFeed, {
  shows: ({ tenant, result }) => feedAddress(tenant, result.token),
});
export const revokeFeedAction = formAction(revokeFeed, {
  redirectTo: ({ tenant }) => `/${tenant}/calendar/feeds`,
  saved: "feedRevoked",
});
export const setCalendarRulesAction = formAction(setCalendarRules, {
  redirectTo: toRules,
  saved: "calendarRulesSet",
});
export const setQuorumRuleAction = formAction(setQuorumRule, { redirectTo: toQuorum, saved: "quorumSet" });
export const removeQuorumRuleAction = formAction(removeQuorumRule, {
  redirectTo: toQuorum,
  saved: "quorumRemoved",
});
export const addKindAction = formAction(addKind, { redirectTo: toKinds, saved: "kindAdded" });
export const editKindAction = formAction(editKind, { redirectTo: toKinds, saved: "kindEdited" });
export const removeKindAction = formAction(removeKind, { redirectTo: toKinds, saved: "kindRemoved" });
export const addPlaceAction = formAction(addPlace, { redirectTo: toPlaces, saved: "placeAdded" });
export const editPlaceAction = formAction(editPlace, { redirectTo: toPlaces, saved: "placeEdited" });
