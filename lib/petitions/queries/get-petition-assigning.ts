import "server-only";
import type { Query } from "@/lib/platform/queries/run-query";
import { findHandler, loadHandlerChoices } from "../handler/store";
import type { PetitionAssigningView } from "../types";
import { getPetitionPage } from "./get-petition-page";

/** A letter with those of the office it can be given to, and how much each has in hand. */
export const getPetitionAssigning: Query<{ petitionId: string }, PetitionAssigningView> = async (scope) => {
  const page = await getPetitionPage(scope);
  if (!page) return null;
  const { tx, actor } = scope;
  if (!page.may.assign) return { ...page, choices: [] };
  const named = await findHandler(tx, actor.tenantId, page.petitionId);
  return { ...page, choices: await loadHandlerChoices(tx, actor, named) };
};
