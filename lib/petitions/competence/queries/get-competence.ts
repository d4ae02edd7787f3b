import "server-only";
import { nameOfPaper } from "@/lib/agreements/queries/quote-clause";
import { dayAt } from "@/lib/platform/dates/days";
import type { Query } from "@/lib/platform/queries/run-query";
import { loadKept, loadSigned } from "../load-rows";
import { allowKeepingCompetence } from "../policy";
import { subjectLines } from "../subjects";
import type { CompetenceView } from "../types";

/** Which subject leads to which office: the signed table, and the rows kept beside it with the days they hold on. */
export const getCompetence: Query<object, CompetenceView> = async ({ tx, actor, now }) => {
  const { tenantId } = actor;
  const today = dayAt(now);
  const { versionId, rows } = await loadSigned(tx, tenantId);
  const kept = await loadKept(tx, tenantId, today);
  const subjects = subjectLines(rows, kept);
  return {
    today,
    paper: versionId ? await nameOfPaper(tx, tenantId, versionId) : null,
    subjects,
    offices: await tx.office.findMany({
      where: { tenantId },
      orderBy: { ordinal: "asc" },
      select: { id: true, name: true },
    }),
    choices: subjects.map(({ key, label }) => ({ key, label })),
    count: kept.length,
    mayKeep: allowKeepingCompetence(actor).allowed,
  };
};
