import "server-only";
import type { Query } from "@/lib/platform/queries/run-query";
import { circlesOf } from "../circles/circles";
import { loadCompetent } from "../circles/load-competent";
import { loadStations } from "../circles/load-stations";
import { loadNextNumber } from "../take-number";
import type { PetitionForwardingView } from "../types";
import { getPetitionPage } from "./get-petition-page";
import { loadCompetence } from "./load-competence";

/** A letter with the offices it can be given to, and whose subject is whose, where its matter was already, and who was competent last time. */
export const getPetitionForwarding: Query<{ petitionId: string }, PetitionForwardingView> = async (scope) => {
  const page = await getPetitionPage(scope);
  if (!page) return null;
  const { tx, actor } = scope;
  const offices = await tx.office.findMany({
    where: { tenantId: actor.tenantId },
    orderBy: { ordinal: "asc" },
    select: { id: true, code: true, name: true, tint: true },
  });
  const outside = await tx.externalBody.findMany({
    where: { tenantId: actor.tenantId, active: true },
    orderBy: [{ kind: "asc" }, { name: "asc" }],
    select: { id: true, name: true },
  });
  const targets = offices.filter(({ id }) => id !== actor.officeId);
  const rows = await loadCompetence(tx, actor.tenantId, scope.now);
  const bodies = outside.map(({ id, name }) => ({ id, code: name, name, tint: 0 }));
  const stations = page.may.forward ? await loadStations(tx, page.petitionId) : [];
  const circles = circlesOf(stations, [...targets, ...bodies]);
  const known = [...offices, ...bodies];
  const competentBefore = page.may.forward ? await loadCompetent(tx, page.petitionId, rows, known) : [];
  const book = { tenantId: actor.tenantId, officeId: actor.officeId, year: Number(page.today.slice(0, 4)) };
  const nextNumber = page.may.forward ? await loadNextNumber(tx, book, "slip") : null;
  return { ...page, rows, targets, outside, circles, competentBefore, nextNumber };
};
