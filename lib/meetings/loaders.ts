import "server-only";
import { cache } from "react";
import type { Day } from "@/lib/platform/dates/days";
import { loadPage } from "@/lib/platform/queries/load-page";
import { getApprovals } from "./queries/get-approvals";
import { getCalendarSettings } from "./queries/get-calendar-settings";
import { getCopyChoices } from "./queries/get-copy-choices";
import { getFeeds } from "./queries/get-feeds";
import { type FreeTimesInput, getFreeTimes } from "./queries/get-free-times";
import { getMeetingForm } from "./queries/get-meeting-form";
import { getMeetingLog } from "./queries/get-meeting-log";
import { getMeetingPage } from "./queries/get-meeting-page";
import { getNotices } from "./queries/get-notices";
import { getWeek } from "./queries/get-week";
import { listInvitations } from "./queries/list-invitations";
import { listMeetings } from "./queries/list-meetings";
import type { MeetingListInput } from "./queries/meeting-filters";

export const loadWeek = cache(
  (tenant: string, day: Day | undefined, version: number | undefined, working: boolean) =>
    loadPage(tenant, getWeek, { day, version, working }),
);

export const loadMeetingPage = cache((tenant: string, meetingId: string) =>
  loadPage(tenant, getMeetingPage, { meetingId }),
);

export const loadMeetingLog = cache((tenant: string, meetingId: string) =>
  loadPage(tenant, getMeetingLog, { meetingId }),
);

export const loadMeetingForm = cache((tenant: string, meetingId: string | undefined) =>
  loadPage(tenant, getMeetingForm, { meetingId }),
);

export const loadCopyChoices = cache((tenant: string, day: Day | undefined) =>
  loadPage(tenant, getCopyChoices, { day }),
);

export const loadApprovals = cache((tenant: string) => loadPage(tenant, getApprovals, {}));

export const loadInvitations = cache((tenant: string) => loadPage(tenant, listInvitations, {}));

export const loadNotices = cache((tenant: string, after: string | undefined) =>
  loadPage(tenant, getNotices, { after }),
);

export const loadFeeds = cache((tenant: string, after: string | undefined) =>
  loadPage(tenant, getFeeds, { after }),
);

export const loadCalendarSettings = cache((tenant: string) => loadPage(tenant, getCalendarSettings, {}));

/** Called once a request, since an input of its own is no key for a cache. */
export const loadFreeTimes = (tenant: string, input: FreeTimesInput) => loadPage(tenant, getFreeTimes, input);

export const loadMeetingList = (tenant: string, input: MeetingListInput) =>
  loadPage(tenant, listMeetings, input);
