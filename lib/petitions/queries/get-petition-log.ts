import "server-only";
import { loadHistory } from "@/lib/platform/audit/load-history";
import type { Query } from "@/lib/platform/queries/run-query";
import type { PetitionLogView } from "../types";
import { getPetitionPage } from "./get-petition-page";

/** A letter's page with its history beside it, newest first. */
export const getPetitionLog: Query<{ petitionId: string }, PetitionLogView> = async (scope) => {
  const page = await getPetitionPage(scope);
  if (!page) return null;
  const entries = await loadHistory(scope.tx, scope.actor.tenantId, "petition", page.petitionId);
  return { ...page, entries };
};
