import "server-only";
import type { ClockStep } from "@/lib/petitions/clocks/types";
import { type Day, dayFromColumn, dayToColumn, plusDays } from "@/lib/platform/dates/days";
import type { TenantTx } from "@/lib/platform/db/tenant-transaction";
import type { Actor } from "@/lib/platform/tenancy/actor";
import type { DeskLetter } from "../types";

/** A term is near when it ends within so many days; a weekend lies between. */
const near = 4;
const atMost = 10;

type Row = { id: string; petitionId: string; code: string; subject: string; step: ClockStep; dueOn: Date };

/** Of the letters the acting office handles, what the law asks next: late or near, the earliest first. */
export async function loadDueLetters(tx: TenantTx, actor: Actor, today: Day): Promise<DeskLetter[]> {
  const rows = await tx.$queryRaw<Row[]>`
    select c.id, c.petition_id as "petitionId", p.code, p.subject, c.step, c.due_on as "dueOn"
    from petition_clocks c join petitions p on p.tenant_id = c.tenant_id and p.id = c.petition_id
    where c.tenant_id = ${actor.tenantId}::uuid and c.office_id = ${actor.officeId}::uuid and c.status = 'running'
      and c.due_on <= ${dayToColumn(plusDays(today, near))}::date
    order by c.due_on, c.id limit ${atMost}`;
  return rows.map((row) => ({ ...row, dueOn: dayFromColumn(row.dueOn) }));
}
