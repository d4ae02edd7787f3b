import "server-only";
import { dayAt } from "@/lib/platform/dates/days";
import type { TenantTx } from "@/lib/platform/db/tenant-transaction";
import { decodeListKey, pageOf } from "@/lib/platform/queries/list-key";
import type { Query } from "@/lib/platform/queries/run-query";
import type { Actor } from "@/lib/platform/tenancy/actor";
import { decideCreation } from "../policy";
import type { StoredTaskState, TaskListItem, TaskListPart, TaskListView } from "../types";

export type TaskListInput = { part: TaskListPart; state: StoredTaskState; after?: string | undefined };

const pageSize = 30;
const countLimit = 1_000;

const levels: Record<TaskListPart, readonly string[]> = {
  all: ["lead", "assist", "creator", "informed", "grant"],
  lead: ["lead"],
  assist: ["assist"],
  informed: ["creator", "informed", "grant"],
};

/**
 * The tasks of the list, exact to the limit and null past it ("hơn 1.000"). Counted in `access` alone: every row of
 * `tasks` costs a look-up of row security, which a thousand times over is more than the page itself.
 */
async function countTasks(
  tx: TenantTx,
  actor: Actor,
  { part, state }: TaskListInput,
): Promise<number | null> {
  const rows = await tx.$queryRaw<{ count: number }[]>`
    select count(*)::integer as count from (
      select 1 from unnest(${[...levels[part]]}::text[]) as mine (level)
      cross join lateral (
        select 1 from access acc
        where acc.tenant_id = ${actor.tenantId}::uuid and acc.office_id = ${actor.officeId}::uuid and acc.kind = 'task'
          and acc.level = mine.level and acc.open = ${state === "open"}
          and (acc.until is null or acc.until >= portal_today())
        limit ${countLimit + 1}) acc
      limit ${countLimit + 1}) counted`;
  const count = rows[0]?.count ?? 0;
  return count > countLimit ? null : count;
}

/** Tasks the acting office may read, newest first, 30 a page, by its part in them and by whether they are open. */
export const listTasks: Query<TaskListInput, TaskListView> = async ({ tx, actor, input, now }) => {
  const after = decodeListKey(input.after);
  const rows = await tx.$queryRaw<(TaskListItem & { keyAt: string })[]>`
    with page as (
      select t.id, t.title, t.state, t.due_on, t.duty_id, t.lead_office_id, acc.sort_key
      -- One page of each level, seeking in the index that holds them apart; of these the newest.
      from (
        select acc.sort_key, acc.subject_id from unnest(${[...levels[input.part]]}::text[]) as mine (level)
        cross join lateral (
          select sort_key, subject_id from access
          where tenant_id = ${actor.tenantId}::uuid and office_id = ${actor.officeId}::uuid and kind = 'task'
            and access.level = mine.level and open = ${input.state === "open"}
            and (sort_key, subject_id) < (${after.at}::timestamptz, ${after.id}::uuid)
            and (until is null or until >= portal_today())
          order by sort_key desc, subject_id desc
          limit ${pageSize + 1}) acc
        order by acc.sort_key desc, acc.subject_id desc
        limit ${pageSize + 1}) acc
      cross join lateral (
        select * from tasks where tasks.tenant_id = ${actor.tenantId}::uuid and tasks.id = acc.subject_id limit 1) t)
    select page.id, page.title, page.state, to_char(page.due_on, 'YYYY-MM-DD') as "dueOn", place.article, place.clause,
      jsonb_build_object('id', lo.id, 'code', lo.code, 'name', lo.name, 'tint', lo.tint) as lead,
      coalesce((select jsonb_agg(jsonb_build_object('id', o.id, 'code', o.code, 'name', o.name, 'tint', o.tint,
          'state', ta.state) order by o.ordinal)
        from task_assists ta join offices o on o.tenant_id = ta.tenant_id and o.id = ta.office_id
        where ta.tenant_id = ${actor.tenantId}::uuid and ta.task_id = page.id), '[]') as assists,
      to_char(page.sort_key at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "keyAt"
    from page
    join offices lo on lo.tenant_id = ${actor.tenantId}::uuid and lo.id = page.lead_office_id
    -- One look-up a row: as a plain join these tables are read whole, with row security asked of each of their rows.
    cross join lateral (
      select d.clause, (select (select ar.ordinal from agreement_articles ar
            where ar.tenant_id = ca.tenant_id and ar.version_id = ca.version_id and ar.article_key = ca.article_key)
          from coordination_areas ca
          where ca.tenant_id = d.tenant_id and ca.version_id = d.version_id and ca.area_key = d.area_key) as article
      from coordination_duties d
      where d.tenant_id = ${actor.tenantId}::uuid and d.id = page.duty_id limit 1) place
    order by page.sort_key desc, page.id desc`;
  const { shown, next } = pageOf(rows, pageSize);
  const isWhole = input.after === undefined && next === null;
  return {
    items: shown.map(({ keyAt: _key, ...item }) => item),
    next,
    count: isWhole ? shown.length : await countTasks(tx, actor, input),
    mayCreate: decideCreation(actor, true).allowed,
    today: dayAt(now),
  };
};
