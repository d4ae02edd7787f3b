import "server-only";
import type { Query } from "@/lib/platform/queries/run-query";
import type { PetitionForwardingView } from "../types";
import { getPetitionPage } from "./get-petition-page";
import { loadCompetence } from "./load-competence";

/** A letter with the offices it can be given to, and whose subject is whose. */
export const getPetitionForwarding: Query<{ petitionId: string }, PetitionForwardingView> = async (scope) => {
  const page = await getPetitionPage(scope);
  if (!page) return null;
  const { tx, actor } = scope;
  const offices = await tx.office.findMany({
    where: { tenantId: actor.tenantId, id: { not: actor.officeId } },
    orderBy: { ordinal: "asc" },
    select: { id: true, code: true, name: true, tint: true },
  });
  const outside = await tx.externalBody.findMany({
    where: { tenantId: actor.tenantId, active: true },
    orderBy: [{ kind: "asc" }, { name: "asc" }],
    select: { id: true, name: true },
  });
  return { ...page, rows: await loadCompetence(tx, actor.tenantId), targets: offices, outside };
};
