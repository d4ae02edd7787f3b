import "server-only";
import { loadHistory } from "@/lib/platform/audit/load-history";
import type { Query } from "@/lib/platform/queries/run-query";
import type { TaskLogView } from "../types";
import { getTaskPage } from "./get-task-page";

/** A task's page with its history beside it, newest first. */
export const getTaskLog: Query<{ taskId: string }, TaskLogView> = async (scope) => {
  const page = await getTaskPage(scope);
  if (!page) return null;
  const entries = await loadHistory(scope.tx, scope.actor.tenantId, "task", page.taskId);
  return { ...page, entries };
};
