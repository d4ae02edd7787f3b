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

/**
 * Of the letters the acting office handles, what the law asks next: late or near, the earliest first. What was given to somebody is not
 * told others who handle letters, but to the heads.
 */
export async function loadDueLetters(tx: TenantTx, actor: Actor, today: Day): Promise<DeskLetter[]> {
  const ownOnly = actor.role === "specialist" || actor.role === "reception-officer";
  const rows = await tx.$queryRaw<Row[]>`
    select c.id, c.petition_id as "petitionId", p.code, p.subject, c.step, c.due_on as "dueOn"
    from petition_clocks c join petitions p on p.tenant_id = c.tenant_id and p.id = c.petition_id
    where c.tenant_id = ${actor.tenantId}::uuid and c.office_id = ${actor.officeId}::uuid and c.status = 'running'
      and c.due_on <= ${dayToColumn(plusDays(today, near))}::date
      and not (${ownOnly} and exists (
        select 1 from petition_entries e
        join post_holdings h on h.tenant_id = e.tenant_id and h.post_id = e.handler_post_id and h.person_id = e.handler_person_id
          and h.from_date <= portal_today() and (h.until_date is null or h.until_date >= portal_today())
        where e.tenant_id = c.tenant_id and e.office_id = c.office_id and e.petition_id = c.petition_id
          and e.handler_person_id <> ${actor.personId}::uuid))
    order by c.due_on, c.id limit ${atMost}`;
  return rows.map((row) => ({ ...row, dueOn: dayFromColumn(row.dueOn) }));
}
