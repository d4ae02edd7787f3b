import "server-only";
import { type Day, dayAt, dayFromColumn, dayToColumn } from "@/lib/platform/dates/days";
import type { Query } from "@/lib/platform/queries/run-query";
import type { ClockStep, DueView, WhyStep } from "../types";

const pageSize = 30;

type DueKey = { on: Day; id: string };

/** Reads a place in the list as the address carries it; anything else is its beginning. */
export function decodeDueKey(text: string | undefined): DueKey {
  const [, on, id] =
    /^(\d{4}-\d{2}-\d{2})\.([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})$/.exec(
      text ?? "",
    ) ?? [];
  return on && id && !Number.isNaN(Date.parse(on))
    ? { on, id }
    : { on: "0001-01-01", id: "00000000-0000-0000-0000-000000000000" };
}

type Row = {
  id: string;
  petitionId: string;
  code: string;
  subject: string;
  step: ClockStep;
  startedOn: Date;
  dueOn: Date;
  why: WhyStep[];
};

/** What the acting office owes by law, the earliest date first: overdue, due today, due later. */
export const listDue: Query<{ after?: string | undefined }, DueView> = async ({ tx, actor, input, now }) => {
  const after = decodeDueKey(input.after);
  const rows = await tx.$queryRaw<Row[]>`
    select c.id, c.petition_id as "petitionId", p.code, p.subject, c.step, c.started_on as "startedOn", c.due_on as "dueOn", c.why
    from petition_clocks c
    join petitions p on p.tenant_id = c.tenant_id and p.id = c.petition_id
    where c.tenant_id = ${actor.tenantId}::uuid and c.office_id = ${actor.officeId}::uuid and c.status = 'running'
      and (c.due_on, c.id) > (${dayToColumn(after.on)}::date, ${after.id}::uuid)
    order by c.due_on, c.id limit ${pageSize + 1}`;
  const shown = rows.slice(0, pageSize);
  const last = shown.at(-1);
  return {
    today: dayAt(now),
    items: shown.map((row) => ({
      ...row,
      startedOn: dayFromColumn(row.startedOn),
      dueOn: dayFromColumn(row.dueOn),
    })),
    next: rows.length > pageSize && last ? `${dayFromColumn(last.dueOn)}.${last.id}` : null,
  };
};
