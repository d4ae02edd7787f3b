import "server-only";
import { plusDays } from "@/lib/platform/dates/days";
import type { TenantTx } from "@/lib/platform/db/tenant-transaction";
import type { Query } from "@/lib/platform/queries/run-query";
import type { Span } from "../periods";
import type { ItemFormView, ItemOptions } from "../types";
import { getProgramme } from "./get-programme";
import { loadOverlapsOf } from "./load-overlaps";

async function loadMeetings(
  tx: TenantTx,
  { tenantId, officeId }: { tenantId: string; officeId: string },
  span: Span,
): Promise<ItemOptions["meetings"]> {
  const rows = await tx.$queryRaw<{ meetingId: string; title: string; startsAt: Date }[]>`
    select m.id as "meetingId", m.title, m.starts_at as "startsAt"
    from access a join meetings m on m.tenant_id = a.tenant_id and m.id = a.subject_id
    where a.tenant_id = ${tenantId}::uuid and a.office_id = ${officeId}::uuid and a.kind = 'meeting'
      and a.sort_key >= ${new Date(`${span.startsOn}T00:00:00+07:00`)} and a.sort_key < ${new Date(`${plusDays(span.endsOn, 1)}T00:00:00+07:00`)}
      and m.state in ('filed', 'approved', 'confirmed')
    order by a.sort_key desc, a.subject_id desc limit 200`;
  return rows.toReversed().map((row) => ({ ...row, startsAt: row.startsAt.toISOString() }));
}

async function loadItemOptions(
  tx: TenantTx,
  actor: { tenantId: string; officeId: string },
  span: Span,
): Promise<ItemOptions> {
  const { tenantId, officeId } = actor;
  const duties = await tx.$queryRaw<ItemOptions["duties"][number][]>`
    select * from (
      select distinct on (d.duty_key) d.id, a.ordinal as article, d.clause, d.short_text as "shortText", d.lead_rule as rule,
        o.code as "leadCode"
      from agreement_versions v
      join agreement_parties own on own.tenant_id = v.tenant_id and own.agreement_id = v.agreement_id and own.office_id = ${officeId}::uuid
      join coordination_duties d on d.tenant_id = v.tenant_id and d.version_id = v.id
      join coordination_areas ca on ca.tenant_id = d.tenant_id and ca.version_id = d.version_id and ca.area_key = d.area_key
      join agreement_articles a on a.tenant_id = ca.tenant_id and a.version_id = ca.version_id and a.article_key = ca.article_key
      left join offices o on o.tenant_id = d.tenant_id and o.id = d.lead_office_id
      where v.tenant_id = ${tenantId}::uuid and v.state = 'signed' and v.effective_from <= portal_today()
        and (v.effective_until is null or portal_today() < v.effective_until)
      order by d.duty_key, v.effective_from desc, v.id) offered
    order by article, clause`;
  const subjects = await tx.dutyLeadRow.findMany({
    where: { tenantId, dutyId: { in: duties.map((duty) => duty.id) } },
    orderBy: { ordinal: "asc" },
    select: { subjectKey: true, label: true },
  });
  return {
    bodies: await tx.body.findMany({
      where: { tenantId },
      orderBy: [{ rank: "asc" }, { name: "asc" }],
      select: { id: true, name: true },
    }),
    leaders: await tx.$queryRaw<ItemOptions["leaders"][number][]>`
      select p.id as "postId", concat_ws(' ', p.title, pe.full_name) as label
      from bodies b
      join posts p on p.tenant_id = b.tenant_id and p.body_id = b.id
      join post_holdings h on h.tenant_id = p.tenant_id and h.post_id = p.id
        and h.from_date <= portal_today() and (h.until_date is null or h.until_date >= portal_today())
      join people pe on pe.tenant_id = h.tenant_id and pe.id = h.person_id
      where b.tenant_id = ${tenantId}::uuid
      order by b.rank, length(p.title), p.title`,
    duties,
    subjects: subjects.map((row) => ({ value: row.subjectKey, label: row.label })),
    meetings: await loadMeetings(tx, actor, span),
  };
}

/** The form of an item: a new one of a programme, or one to mend. */
export const getItemForm: Query<{ programmeId: string; itemId: string | undefined }, ItemFormView> = async (
  scope,
) => {
  const { tx, actor, input } = scope;
  const programme = await getProgramme({ ...scope, input: { programmeId: input.programmeId } });
  if (!programme) return null;
  const item = programme.items.find((each) => each.itemId === input.itemId) ?? null;
  if (input.itemId !== undefined && !item) return null;
  return {
    programme,
    item,
    overlaps: item ? await loadOverlapsOf(tx, actor.tenantId, item.itemId) : [],
    options: await loadItemOptions(tx, actor, programme),
  };
};
