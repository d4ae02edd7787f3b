import "server-only";
import { loadHistory } from "@/lib/platform/audit/load-history";
import type { Query } from "@/lib/platform/queries/run-query";
import type { ProgrammeLogView } from "../types";
import { getProgramme } from "./get-programme";

/** A programme's page with its history beside it, newest first. */
export const getProgrammeLog: Query<{ programmeId: string }, ProgrammeLogView> = async (scope) => {
  const page = await getProgramme(scope);
  if (!page) return null;
  const entries = await loadHistory(scope.tx, scope.actor.tenantId, "work-programme", page.programmeId);
  return { ...page, entries };
};
