import "server-only";
import type { TenantTx } from "@/lib/platform/db/tenant-transaction";

export type Leader = {
  personId: string;
  /** "Bí thư Tỉnh ủy Đặng Quốc Trung" */
  words: string;
  optional: boolean;
};

export type Receiver = { accountId: string; name: string; leaders: readonly Leader[]; self: boolean };

type Row = {
  accountId: string;
  name: string;
  self: boolean;
  personId: string;
  words: string;
  optional: boolean;
};

/**
 * To whom the invitation of each leader goes: to the leader's own account, else to the secretaries of the office that serves
 * the leader's body. One mail an account, however many leaders it keeps the diary of.
 */
export async function findReceivers(tx: TenantTx, tenantId: string, meetingId: string): Promise<Receiver[]> {
  const rows = await tx.$queryRaw<Row[]>`
    with leaders as (
      select l.person_id, l.part = 'optional' as optional, p.body_id, p.title || ' ' || pe.full_name as words,
        pe.account_id, pe.full_name
      from meeting_leaders l
      join posts p on p.tenant_id = l.tenant_id and p.id = l.post_id
      join people pe on pe.tenant_id = l.tenant_id and pe.id = l.person_id
      where l.tenant_id = ${tenantId}::uuid and l.meeting_id = ${meetingId}::uuid)
    select account_id as "accountId", full_name as name, true as self, person_id as "personId", words, optional
    from leaders where account_id is not null
    union all
    select distinct pe.account_id, pe.full_name, false, l.person_id, l.words, l.optional
    from leaders l
    join office_bodies ob on ob.tenant_id = ${tenantId}::uuid and ob.body_id = l.body_id
    join posts s on s.tenant_id = ob.tenant_id and s.office_id = ob.office_id and s.role = 'secretary'
    join post_holdings h on h.tenant_id = s.tenant_id and h.post_id = s.id
      and h.from_date <= portal_today() and (h.until_date is null or h.until_date >= portal_today())
    join people pe on pe.tenant_id = h.tenant_id and pe.id = h.person_id
    where l.account_id is null and pe.account_id is not null
    order by "accountId", words`;
  const receivers = new Map<string, Receiver>();
  for (const { accountId, name, self, ...leader } of rows) {
    const before = receivers.get(accountId);
    receivers.set(accountId, {
      accountId,
      name,
      self: self && (before?.self ?? true),
      leaders: [...(before?.leaders ?? []), leader],
    });
  }
  return [...receivers.values()];
}
