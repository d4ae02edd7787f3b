import "server-only";
import type { TenantTx } from "@/lib/platform/db/tenant-transaction";
import { handling } from "../rule-table";
import type { HandlerChoice, NamedHandler } from "./types";

/** To whom the acting office gave a letter it handles; null where it handles it not, or gave it to nobody. */
export async function findHandler(
  tx: TenantTx,
  tenantId: string,
  petitionId: string,
): Promise<NamedHandler | null> {
  const rows = await tx.$queryRaw<NamedHandler[]>`
    select e.handler_post_id as "postId", e.handler_person_id as "personId", pe.account_id as "accountId", pe.full_name as name,
      p.title, pe.account_id is not null and exists (
        select 1 from post_holdings h where h.tenant_id = e.tenant_id and h.post_id = e.handler_post_id
          and h.person_id = e.handler_person_id and h.from_date <= portal_today()
          and (h.until_date is null or h.until_date >= portal_today())) as present
    from petition_entries e
    join people pe on pe.tenant_id = e.tenant_id and pe.id = e.handler_person_id
    join posts p on p.tenant_id = e.tenant_id and p.id = e.handler_post_id
    where e.tenant_id = ${tenantId}::uuid and e.petition_id = ${petitionId}::uuid and e.handler_person_id is not null`;
  return rows[0] ?? null;
}

/** Whose account a sealed letter opens to alone: of who was named and is there. */
export function accountOf(handler: NamedHandler | null): string | null {
  return handler?.present ? handler.accountId : null;
}

/** The post that answers for letters of an office: as the agreement in force names it for them, else as tasks have it. */
export async function postInCharge(tx: TenantTx, tenantId: string, officeId: string): Promise<string | null> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    select id from (
      select o.responsible_post_id as id, 1 as rank, v.effective_from, '' as title
      from agreement_versions v
      join coordination_duties d on d.tenant_id = v.tenant_id and d.version_id = v.id and d.duty_key = 'letters'
      join duty_offices o on o.tenant_id = d.tenant_id and o.duty_id = d.id and o.office_id = ${officeId}::uuid
      where v.tenant_id = ${tenantId}::uuid and v.state = 'signed' and o.responsible_post_id is not null
        and v.effective_from <= portal_today() and (v.effective_until is null or portal_today() < v.effective_until)
      union all
      select p.id, case p.role when 'department-head' then 2 else 3 end, null, p.title from posts p
      where p.tenant_id = ${tenantId}::uuid and p.office_id = ${officeId}::uuid and p.role in ('department-head', 'chief')) posts
    order by rank, effective_from desc, title limit 1`;
  return rows[0]?.id ?? null;
}

type Person = Pick<HandlerChoice, "postId" | "personId" | "accountId" | "name" | "title">;
type Office = { tenantId: string; officeId: string };

/** Everybody of an office a letter can be given to, by post and name: those who may open what is sealed. */
export function loadHandlers(tx: TenantTx, { tenantId, officeId }: Office): Promise<Person[]> {
  return tx.$queryRaw<Person[]>`
    select p.id as "postId", holder.id as "personId", holder.account_id as "accountId", holder.full_name as name, p.title
    from posts p
    cross join lateral (
      select pe.id, pe.account_id, pe.full_name from post_holdings h
      cross join lateral (select * from people where people.tenant_id = h.tenant_id and people.id = h.person_id limit 1) pe
      where h.tenant_id = p.tenant_id and h.post_id = p.id and pe.account_id is not null and h.from_date <= portal_today()
        and (h.until_date is null or h.until_date >= portal_today())
      order by h.from_date desc limit 10) holder
    where p.tenant_id = ${tenantId}::uuid and p.office_id = ${officeId}::uuid and p.role = any(${[...handling]}::text[])
    order by array_position(${[...handling]}::text[], p.role) desc, holder.full_name collate "vi-x-icu", p.id`;
}

/** The same with how much each has in hand, who has the letter now, and who answers for letters of the office. */
export async function loadHandlerChoices(
  tx: TenantTx,
  office: Office,
  current: NamedHandler | null,
): Promise<HandlerChoice[]> {
  const { tenantId, officeId } = office;
  const inCharge = await postInCharge(tx, tenantId, officeId);
  const counts = await tx.$queryRaw<{ id: string; open: number }[]>`
    select e.handler_person_id as id, count(*)::integer as open from petition_entries e
    where e.tenant_id = ${tenantId}::uuid and e.office_id = ${officeId}::uuid and e.handler_person_id is not null
      and e.state in ('received', 'classified', 'accepted', 'suspended', 'forwarded')
    group by 1`;
  const open = new Map(counts.map((row) => [row.id, row.open]));
  return (await loadHandlers(tx, office)).map((person) => ({
    ...person,
    open: open.get(person.personId) ?? 0,
    current:
      current?.present === true && current.postId === person.postId && current.personId === person.personId,
    inCharge: person.postId === inCharge,
  }));
}
