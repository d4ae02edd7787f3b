import "server-only";
import { loadHistory } from "@/lib/platform/audit/load-history";
import type { Query } from "@/lib/platform/queries/run-query";
import type { MeetingLogView } from "../types";
import { getMeetingPage } from "./get-meeting-page";

/** A meeting's page with its history beside it, newest first. */
export const getMeetingLog: Query<{ meetingId: string }, MeetingLogView> = async (scope) => {
  const page = await getMeetingPage(scope);
  if (!page) return null;
  const entries = await loadHistory(scope.tx, scope.actor.tenantId, "meeting", page.meetingId);
  return { ...page, entries };
};
