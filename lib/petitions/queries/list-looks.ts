import "server-only";
import { decodeListKey, pageOf } from "@/lib/platform/queries/list-key";
import type { Query } from "@/lib/platform/queries/run-query";
import { decideReadingLooks } from "../policy";
import type { LookLine, LooksView } from "../secrecy/types";

const pageSize = 30;

/** The looks of the acting office's people, newest first, 30 a page; not there for those who may not read them. */
export const listLooks: Query<{ after?: string | undefined }, LooksView> = async ({ tx, actor, input }) => {
  if (!decideReadingLooks(actor).allowed) return null;
  const from = decodeListKey(input.after);
  const rows = await tx.$queryRaw<(LookLine & { keyAt: string })[]>`
    select l.id, l.at, pe.full_name as "personName", l.petition_id as "petitionId", p.code, l.reason,
      case when l.unseals is not null then 'unsealed' when l.file_id is null then 'identity' else 'scan' end as what,
      to_char(l.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "keyAt"
    from petition_looks l
    left join people pe on pe.tenant_id = l.tenant_id and pe.account_id = l.account_id
    left join petitions p on p.tenant_id = l.tenant_id and p.id = l.petition_id
    where l.tenant_id = ${actor.tenantId}::uuid and l.office_id = ${actor.officeId}::uuid
      and (l.at, l.id) < (${from.at}::timestamptz, ${from.id}::uuid)
    order by l.at desc, l.id desc
    limit ${pageSize + 1}`;
  const { shown, next } = pageOf(rows, pageSize);
  return { lines: shown.map(({ keyAt: _key, ...line }) => line), next };
};
