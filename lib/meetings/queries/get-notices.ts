import "server-only";
import { decodeListKey, pageOf } from "@/lib/platform/queries/list-key";
import type { Query } from "@/lib/platform/queries/run-query";
import type { NoticesView, NoticeView } from "../types";

const pageSize = 30;

/** What the acting office has to know, the newest first, received or not. */
export const getNotices: Query<{ after?: string | undefined }, NoticesView> = async ({
  tx,
  actor,
  input,
}) => {
  const after = decodeListKey(input.after);
  const rows = await tx.$queryRaw<(NoticeView & { keyAt: string })[]>`
    select n.id, n.kind, n.created_at as at, n.subject_kind as "subjectKind", n.subject_id as "subjectId", n.payload,
      n.received_at as "receivedAt", pe.full_name as "receivedBy", m.title,
      to_char(n.created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "keyAt"
    from notices n
    left join people pe on pe.tenant_id = n.tenant_id and pe.account_id = n.received_by
    left join meetings m on n.subject_kind = 'meeting' and m.tenant_id = n.tenant_id and m.id = n.subject_id
    where n.tenant_id = ${actor.tenantId}::uuid and n.office_id = ${actor.officeId}::uuid
      and (n.created_at, n.id) < (${after.at}::timestamptz, ${after.id}::uuid)
    order by n.created_at desc, n.id desc limit ${pageSize + 1}`;
  const { shown, next } = pageOf(rows, pageSize);
  return { items: shown.map(({ keyAt: _key, ...item }) => item), next };
};
