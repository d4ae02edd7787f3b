import "server-only";
import type { Query } from "@/lib/platform/queries/run-query";
import { isNumberBook } from "../numbers";
import { loadNextNumbers } from "../take-number";
import type { PetitionConcludingView } from "../types";
import { getPetitionPage } from "./get-petition-page";

/** A letter with the ways its work may end now, and the next number of each kind of paper that may end it. */
export const getPetitionConcluding: Query<{ petitionId: string }, PetitionConcludingView> = async (scope) => {
  const page = await getPetitionPage(scope);
  if (!page) return null;
  const { tx, actor } = scope;
  const year = Number(page.today.slice(0, 4));
  const of = { tenantId: actor.tenantId, officeId: actor.officeId, year };
  const nextNumbers = await loadNextNumbers(
    tx,
    of,
    page.way.conclusions.flatMap((each) => (isNumberBook(each) ? [each] : [])),
  );
  return { ...page, nextNumbers };
};
