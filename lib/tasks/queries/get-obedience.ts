import "server-only";
import type { Day } from "@/lib/platform/dates/days";
import type { Query } from "@/lib/platform/queries/run-query";
import {
  type ObedienceFigure,
  type ObedienceRow,
  type ObedienceView,
  obedienceFigures,
  type TaskOffice,
} from "../types";

export type ObedienceInput = {
  agreementId: string;
  from: Day;
  until: Day;
  /** The figure whose records are shown. */
  open: { dutyKey: string; officeId: string; figure: ObedienceFigure } | null;
};

type Row = {
  dutyKey: string;
  article: number;
  clause: number;
  shortText: string;
  officeId: string;
  figure: ObedienceFigure;
  count: number;
};

type RecordRow = { taskId: string | null; title: string | null; dueOn: Day | null; closedOn: Day | null };

function rowsOf(rows: readonly Row[], offices: ReadonlyMap<string, TaskOffice>): ObedienceRow[] {
  const byPlace = new Map<string, ObedienceRow>();
  for (const { figure, count, officeId, ...place } of rows) {
    const office = offices.get(officeId);
    if (!office) continue;
    const key = `${place.dutyKey} ${officeId}`;
    const none = Object.fromEntries(obedienceFigures.map((each) => [each, 0])) as ObedienceRow["figures"];
    const row = byPlace.get(key) ?? { ...place, office, figures: none };
    byPlace.set(key, { ...row, figures: { ...row.figures, [figure]: count } });
  }
  return [...byPlace.values()].sort(
    (one, other) =>
      one.article - other.article ||
      one.clause - other.clause ||
      one.office.code.localeCompare(other.office.code),
  );
}

/**
 * How an agreement is followed, by duty and office, counted from what is on record of tasks created in the span (row A15). For
 * its parties; of tasks the acting office may not read only the figures.
 */
export const getObedience: Query<ObedienceInput, ObedienceView> = async ({ tx, actor, input }) => {
  const { tenantId, officeId } = actor;
  const { agreementId, from, until, open } = input;
  const agreement = await tx.agreement.findUnique({
    where: { tenantId_id: { tenantId, id: agreementId } },
    select: { id: true, title: true, parties: { select: { officeId: true } } },
  });
  if (!agreement?.parties.some((party) => party.officeId === officeId)) return null;
  const rows = await tx.$queryRaw<Row[]>`
    select duty_key as "dutyKey", article, clause, short_text as "shortText", office_id as "officeId", figure, count
    from obedience_of(${agreementId}::uuid, ${from}::date, ${until}::date)`;
  const offices = await tx.office.findMany({
    where: { tenantId, id: { in: [...new Set(rows.map((row) => row.officeId))] } },
    select: { id: true, code: true, name: true, tint: true },
  });
  const shown = rowsOf(rows, new Map(offices.map((office) => [office.id, office])));
  const opened = open && shown.find((row) => row.dutyKey === open.dutyKey && row.office.id === open.officeId);
  const records = opened
    ? await tx.$queryRaw<RecordRow[]>`
        select task_id as "taskId", title, to_char(due_on, 'YYYY-MM-DD') as "dueOn", to_char(closed_on, 'YYYY-MM-DD') as "closedOn"
        from obedience_records(${agreementId}::uuid, ${from}::date, ${until}::date, ${open.dutyKey}, ${open.officeId}::uuid,
          ${open.figure})`
    : [];
  return {
    agreementId,
    title: agreement.title,
    from,
    until,
    rows: shown,
    opened: opened
      ? {
          row: opened,
          figure: open.figure,
          records: records.flatMap(({ taskId, title, ...days }) =>
            taskId !== null && title !== null ? [{ taskId, title, ...days }] : [],
          ),
          hidden: records.filter(({ taskId }) => taskId === null).length,
        }
      : null,
  };
};
