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
const owedLimit = 25;
const ledLimit = 50;

/**
 * The open tasks an office has to look at: those it owes a part of, by the part's day, and those it leads, by their own.
 * What it owes is asked of `access`: a part that was still out when its task was closed stays "asked" for ever.
 */
export async function loadDeskTasks(tx: TenantTx, actor: Actor): Promise<readonly DeskTaskRow[]> {
  const { tenantId, officeId } = actor;
  return tx.$queryRaw<DeskTaskRow[]>`
    with owed as (
      (select subject_id as task_id from access
        where tenant_id = ${tenantId}::uuid and office_id = ${officeId}::uuid and kind = 'task' and owed = 'asked'
        order by owed_on, subject_id limit ${owedLimit})
      union all
      (select subject_id from access
        where tenant_id = ${tenantId}::uuid and office_id = ${officeId}::uuid and kind = 'task' and owed = 'accepted'
        order by owed_on, subject_id limit ${owedLimit})),
    led as (
      select id as task_id from tasks
      where tenant_id = ${tenantId}::uuid and lead_office_id = ${officeId}::uuid and state = 'open'
      order by due_on, id limit ${ledLimit})
    select t.id, t.title, to_char(t.due_on, 'YYYY-MM-DD') as "dueOn",
      jsonb_build_object('id', lo.id, 'code', lo.code, 'name', lo.name, 'tint', lo.tint) as lead,
      coalesce((select jsonb_agg(jsonb_build_object('id', o.id, 'code', o.code, 'name', o.name, 'tint', o.tint,
          'state', ta.state, 'dueOn', to_char(ta.due_on, 'YYYY-MM-DD')) order by o.ordinal)
        from task_assists ta join offices o on o.tenant_id = ta.tenant_id and o.id = ta.office_id
        where ta.tenant_id = ${tenantId}::uuid and ta.task_id = t.id), '[]') as assists
    from (select task_id from owed union select task_id from led) mine
    -- One look-up a task: as a plain join every open task of the tenant is asked about before the few are picked.
    cross join lateral (
      select tasks.* from tasks where tasks.tenant_id = ${tenantId}::uuid and tasks.id = mine.task_id
        and tasks.state = 'open' limit 1) t
    join offices lo on lo.tenant_id = t.tenant_id and lo.id = t.lead_office_id
    order by t.due_on, t.id`;
}
