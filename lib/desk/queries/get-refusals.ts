import "server-only";
import { listRefusals, type RefusalRow } from "@/lib/platform/audit/list-refusals";
import { mayReadRefusals } from "@/lib/platform/audit/may-read-refusals";
import type { TenantTx } from "@/lib/platform/db/tenant-transaction";
import type { Query } from "@/lib/platform/queries/run-query";
import type { RefusalItem, RefusalListView } from "../types";

type Subject = NonNullable<RefusalItem["subject"]>;

/** What each refused act was about, by the id the refusal keeps; what the office may not read has no title here. */
async function loadSubjects(
  tx: TenantTx,
  tenantId: string,
  rows: readonly RefusalRow[],
): Promise<ReadonlyMap<string, Subject>> {
  const ids = rows.flatMap((row) => (row.subjectId ? [row.subjectId] : []));
  if (ids.length === 0) return new Map();
  const tasks = await tx.task.findMany({
    where: { tenantId, id: { in: ids } },
    select: { id: true, title: true },
  });
  const meetings = await tx.meeting.findMany({
    where: { tenantId, id: { in: ids } },
    select: { id: true, title: true },
  });
  // By its code: a letter's subject is no matter of a log of refusals.
  const petitions = await tx.petition.findMany({
    where: { tenantId, id: { in: ids } },
    select: { id: true, code: true },
  });
  const versions = await tx.agreementVersion.findMany({
    where: { tenantId, id: { in: ids } },
    select: { id: true, agreement: { select: { id: true, title: true } } },
  });
  return new Map<string, Subject>([
    ...tasks.map(({ id, title }) => [id, { kind: "task", id, title }] as const),
    ...meetings.map(({ id, title }) => [id, { kind: "meeting", id, title }] as const),
    ...petitions.map(({ id, code }) => [id, { kind: "petition", id, title: code }] as const),
    ...versions.map(({ id, agreement }) => [id, { kind: "agreement", ...agreement }] as const),
  ]);
}

/** The refusal log of the acting office; not there for those who may not read it. */
export const getRefusals: Query<{ after?: string | undefined }, RefusalListView> = async ({
  tx,
  actor,
  input,
}) => {
  if (!mayReadRefusals(actor)) return null;
  const { rows, next } = await listRefusals(tx, actor, input.after);
  const subjects = await loadSubjects(tx, actor.tenantId, rows);
  return {
    items: rows.map(({ id, at, personName, reason, subjectId }) => ({
      id,
      at,
      personName,
      reason,
      subject: subjectId ? (subjects.get(subjectId) ?? null) : null,
    })),
    next,
  };
};
