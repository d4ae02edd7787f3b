import "server-only";
import type { TenantTx } from "@/lib/platform/db/tenant-transaction";
import type { HandoverStep } from "./file-schema";
import { type StepRow, toStep } from "./steps";

/** So many steps go at once; the others wait for the next hand-over. */
export const mostSteps = 1_000;

/** The acting office's steps above one position and up to another, in the order of the chain. */
export async function loadSteps(
  tx: TenantTx,
  { after, until, most }: { after: bigint; until: bigint; most: number },
): Promise<HandoverStep[]> {
  const rows = await tx.$queryRaw<StepRow[]>`
    select s.id, s.seq::float8 as position, s.at, s.name, s.payload, s.code, s.kind, s.received_on::text as "receivedOn", s.channel,
      s.body, s.class, s.to_name as "toName", s.to_document as "toDocument", s.result_document as "resultDocument",
      s.result_on::text as "resultOn"
    from national_steps(${after}::bigint, ${until}::bigint, ${most}::integer) s order by s.seq`;
  return rows.map(toStep);
}

/** Where the next hand-over of the office begins, what number it has, and whether one still awaits its receipt. */
export async function loadMark(
  tx: TenantTx,
  { tenantId, officeId }: { tenantId: string; officeId: string },
): Promise<{ after: bigint; number: number; awaiting: boolean }> {
  const [row] = await tx.$queryRaw<{ after: bigint; last: number; awaiting: boolean }[]>`
    select
      coalesce((select max(h.until_seq) from national_handovers h
        where h.tenant_id = ${tenantId}::uuid and h.office_id = ${officeId}::uuid and h.state = 'accepted'), 0)::bigint as after,
      coalesce((select max(h.ordinal) from national_handovers h
        where h.tenant_id = ${tenantId}::uuid and h.office_id = ${officeId}::uuid), 0) as last,
      exists (select 1 from national_handovers h
        where h.tenant_id = ${tenantId}::uuid and h.office_id = ${officeId}::uuid and h.state = 'awaiting') as awaiting`;
  if (!row) throw new Error("a select of values answers a row");
  return { after: row.after, number: row.last + 1, awaiting: row.awaiting };
}

/** Above every position there is. */
export const endOfChain = 9_000_000_000_000_000n;
