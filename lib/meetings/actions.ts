"use server";
import { formAction } from "@/lib/platform/commands/form-action";
import { approveMeeting } from "./commands/approve-meeting";
import { cancelMeeting } from "./commands/cancel-meeting";
import { changeMeeting } from "./commands/change-meeting";
import { confirmMeeting } from "./commands/confirm-meeting";
import { copyWeek } from "./commands/copy-week";
import { editMeeting } from "./commands/edit-meeting";
import { fileMeeting } from "./commands/file-meeting";
import { giveBackMeeting } from "./commands/give-back-meeting";
import { postponeMeeting } from "./commands/postpone-meeting";
import { publishSheet } from "./commands/publish-sheet";
import { receiveNotice } from "./commands/receive-notice";
import { resettleMeeting } from "./commands/resettle-meeting";

type Done = { tenant: string; result: { meetingId: string } };
type DoneWeek = { tenant: string; result: { monday: string } };

const toMeeting = ({ tenant, result }: Done) => `/${tenant}/calendar/meetings/${result.meetingId}`;
const toWeek = ({ tenant, result }: DoneWeek) => `/${tenant}/calendar?week=${result.monday}`;

export const fileMeetingAction = formAction(fileMeeting, { redirectTo: toMeeting });
export const editMeetingAction = formAction(editMeeting, { redirectTo: toMeeting });
export const approveMeetingAction = formAction(approveMeeting, { redirectTo: toMeeting });
export const giveBackMeetingAction = formAction(giveBackMeeting, { redirectTo: toMeeting });
export const confirmMeetingAction = formAction(confirmMeeting, { redirectTo: toMeeting });
export const changeMeetingAction = formAction(changeMeeting, { redirectTo: toMeeting });
export const postponeMeetingAction = formAction(postponeMeeting, { redirectTo: toMeeting });
export const cancelMeetingAction = formAction(cancelMeeting, { redirectTo: toMeeting });
export const resettleMeetingAction = formAction(resettleMeeting, { redirectTo: toMeeting });
export const copyWeekAction = formAction(copyWeek, {
  redirectTo: ({ tenant, result }) => `/${tenant}/calendar?week=${result.monday}&view=working`,
});
export const publishSheetAction = formAction(publishSheet, { redirectTo: toWeek });
export const receiveNoticeAction = formAction(receiveNotice, {
  redirectTo: ({ tenant }) => `/${tenant}/notices`,
});
