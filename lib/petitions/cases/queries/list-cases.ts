import "server-only";
import { decodeListKey, pageOf } from "@/lib/platform/queries/list-key";
import type { Query } from "@/lib/platform/queries/run-query";
import type { CaseLine, CaseListView } from "../types";

const pageSize = 30;

/** Cases the acting office leads or has a letter in, the newest first, 30 a page. */
export const listCases: Query<{ after?: string | undefined }, CaseListView> = async ({
  tx,
  actor,
  input,
}) => {
  const from = decodeListKey(input.after);
  const rows = await tx.$queryRaw<(CaseLine & { keyAt: string })[]>`
    select c.id, c.code, c.title, c.state, o.code as lead, c.opened_at as "openedAt", counted.letters, counted.to_tell as "toTell",
      case_people(c.tenant_id, c.id)::integer as people,
      exists (select 1 from petition_case_steps s
        where s.tenant_id = c.tenant_id and s.case_id = c.id and s.kind = 'persistent') as persistent,
      to_char(page.sort_key at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "keyAt"
    from (
      select acc.subject_id, acc.sort_key from access acc
      where acc.tenant_id = ${actor.tenantId}::uuid and acc.office_id = ${actor.officeId}::uuid and acc.kind = 'petition-case'
        and (acc.sort_key, acc.subject_id) < (${from.at}::timestamptz, ${from.id}::uuid)
      order by acc.sort_key desc, acc.subject_id desc limit ${pageSize + 1}) page
    cross join lateral (
      select * from petition_cases pc where pc.tenant_id = ${actor.tenantId}::uuid and pc.id = page.subject_id limit 1) c
    join offices o on o.tenant_id = c.tenant_id and o.id = c.lead_office_id
    cross join lateral (
      select count(*)::integer as letters,
        (count(*) filter (where m.office_id = ${actor.officeId}::uuid and m.told_on is null and c.state = 'answered'))::integer as to_tell
      from petition_case_members m where m.tenant_id = c.tenant_id and m.case_id = c.id and m.left_at is null) counted
    order by page.sort_key desc, page.subject_id desc`;
  const { shown, next } = pageOf(rows, pageSize);
  return { lines: shown.map(({ keyAt: _key, ...line }) => line), next };
};
