import "server-only";
import type { Day } from "@/lib/platform/dates/days";
import type { TenantTx } from "@/lib/platform/db/tenant-transaction";
import type { Actor } from "@/lib/platform/tenancy/actor";
import type { AssistState } from "@/lib/tasks/rule-table";
import type { TaskOffice } from "@/lib/tasks/types";

export type DeskTaskRow = {
  id: string;
  title: string;
  dueOn: Day | null;
  lead: TaskOffice;
  assists: readonly (TaskOffice & { state: AssistState; dueOn: Day | null })[];
};

// The desk looks at the open tasks whose days come first: what a person can turn to, at a cost that does not grow.
const owedLimit = 50;
const ledLimit = 100;

/**
 * The open tasks an office has to look at: those it owes a part of, by the part's day, and those it leads, by their own.
 */
export async function loadDeskTasks(tx: TenantTx, actor: Actor): Promise<readonly DeskTaskRow[]> {
  const { tenantId, officeId } = actor;
  return tx.$queryRaw<DeskTaskRow[]>`
    with owed as (
      (select task_id from task_assists
        where tenant_id = ${tenantId}::uuid and office_id = ${officeId}::uuid and state = 'asked'
        order by due_on, task_id limit ${owedLimit})
      union all
      (select task_id from task_assists
        where tenant_id = ${tenantId}::uuid and office_id = ${officeId}::uuid and state = 'accepted'
        order by due_on, task_id limit ${owedLimit})),
    led as (
      select id as task_id from tasks
      where tenant_id = ${tenantId}::uuid and lead_office_id = ${officeId}::uuid and state = 'open'
      order by due_on, id limit ${ledLimit})
    select t.id, t.title, to_char(t.due_on, 'YYYY-MM-DD') as "dueOn",
      jsonb_build_object('id', lo.id, 'code', lo.code, 'name', lo.name, 'tint', lo.tint) as lead,
      coalesce((select jsonb_agg(jsonb_build_object('id', o.id, 'code', o.code, 'name', o.name, 'tint', o.tint,
          'state', ta.state, 'dueOn', to_char(ta.due_on, 'YYYY-MM-DD')) order by o.ordinal)
        from task_assists ta join offices o on o.tenant_id = ta.tenant_id and o.id = ta.office_id
        where ta.tenant_id = t.tenant_id and ta.task_id = t.id), '[]') as assists
    from (select task_id from owed union select task_id from led) mine
    join tasks t on t.tenant_id = ${tenantId}::uuid and t.id = mine.task_id
    join offices lo on lo.tenant_id = t.tenant_id and lo.id = t.lead_office_id
    where t.state = 'open'
    order by t.due_on, t.id`;
}
