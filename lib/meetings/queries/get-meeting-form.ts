import "server-only";
import { dayAt } from "@/lib/platform/dates/days";
import type { Query } from "@/lib/platform/queries/run-query";
import type { MeetingFormView } from "../types";
import { getMeetingPage } from "./get-meeting-page";
import { loadOptions } from "./load-options";

/** The form of a meeting: a new one, one to mend, or a new one made like another. */
export const getMeetingForm: Query<{ meetingId?: string | undefined }, MeetingFormView> = async (scope) => {
  const { tx, actor, input, now } = scope;
  const options = await loadOptions(tx, actor.tenantId);
  if (input.meetingId === undefined) return { options, meeting: null, today: dayAt(now) };
  const meeting = await getMeetingPage({ ...scope, input: { meetingId: input.meetingId } });
  return meeting && { options, meeting, today: dayAt(now) };
};
