import "server-only";
import type { TenantTx } from "@/lib/platform/db/tenant-transaction";
import type { DutyOption, LeaderOption, MeetingOptions, RoomOption } from "../types";

async function loadLeaders(tx: TenantTx, tenantId: string): Promise<LeaderOption[]> {
  return tx.$queryRaw<LeaderOption[]>`
    select p.id as "postId", p.title, pe.full_name as name, b.name as body, o.code as "officeCode"
    from bodies b
    join posts p on p.tenant_id = b.tenant_id and p.body_id = b.id
    join post_holdings h on h.tenant_id = p.tenant_id and h.post_id = p.id
      and h.from_date <= portal_today() and (h.until_date is null or h.until_date >= portal_today())
    join people pe on pe.tenant_id = h.tenant_id and pe.id = h.person_id
    join office_bodies ob on ob.tenant_id = b.tenant_id and ob.body_id = b.id
    join offices o on o.tenant_id = ob.tenant_id and o.id = ob.office_id
    where b.tenant_id = ${tenantId}::uuid
    order by b.rank, length(p.title), p.title`;
}

export async function loadRooms(tx: TenantTx, tenantId: string): Promise<RoomOption[]> {
  return tx.$queryRaw<RoomOption[]>`
    select r.id, r.name, r.site, r.seats, o.code as office from resources r
    left join offices o on o.tenant_id = r.tenant_id and o.id = r.office_id
    where r.tenant_id = ${tenantId}::uuid and r.kind = 'room' and r.active order by r.site, r.ordinal, r.name`;
}

async function loadKits(tx: TenantTx, tenantId: string): Promise<MeetingOptions["kits"]> {
  return tx.$queryRaw`
    select r.id, r.name, o.code as office from resources r
    left join offices o on o.tenant_id = r.tenant_id and o.id = r.office_id
    where r.tenant_id = ${tenantId}::uuid and r.kind = 'kit' and r.active order by r.ordinal, r.name`;
}

/** Duties of the agreements in force, those of the newest first; a duty that two agreements have is offered from the newest. */
export async function loadDuties(tx: TenantTx, tenantId: string): Promise<DutyOption[]> {
  return tx.$queryRaw<DutyOption[]>`
    select * from (
      select distinct on (d.duty_key) d.id, d.duty_key as "dutyKey", a.ordinal as article, d.clause, d.short_text as "shortText",
        d.lead_rule as rule, o.code as "leadCode"
      from agreement_versions v
      join coordination_duties d on d.tenant_id = v.tenant_id and d.version_id = v.id
      join coordination_areas ca on ca.tenant_id = d.tenant_id and ca.version_id = d.version_id and ca.area_key = d.area_key
      join agreement_articles a on a.tenant_id = ca.tenant_id and a.version_id = ca.version_id and a.article_key = ca.article_key
      left join offices o on o.tenant_id = d.tenant_id and o.id = d.lead_office_id
      where v.tenant_id = ${tenantId}::uuid and v.state = 'signed' and v.effective_from <= portal_today()
        and (v.effective_until is null or portal_today() < v.effective_until)
      order by d.duty_key, v.effective_from desc, v.id) offered
    order by article, clause`;
}

/** Everything the form of a meeting offers to choose from. */
export async function loadOptions(tx: TenantTx, tenantId: string): Promise<MeetingOptions> {
  const duties = await loadDuties(tx, tenantId);
  const settings = await tx.calendarSettings.findUniqueOrThrow({
    where: { tenantId },
    select: { holdDays: true },
  });
  const bodies = await tx.officeBody.findMany({
    where: { tenantId },
    orderBy: { body: { rank: "asc" } },
    select: { body: { select: { id: true, name: true } }, office: { select: { code: true } } },
  });
  const tables = await tx.dutyLeadRow.findMany({
    where: {
      tenantId,
      dutyId: { in: duties.filter((duty) => duty.rule === "by-table").map((duty) => duty.id) },
    },
    orderBy: { ordinal: "asc" },
    select: { subjectKey: true, label: true },
  });
  return {
    kinds: await tx.meetingKind.findMany({
      where: { tenantId },
      orderBy: { ordinal: "asc" },
      select: { key: true, name: true, dutyKey: true },
    }),
    leaders: await loadLeaders(tx, tenantId),
    rooms: await loadRooms(tx, tenantId),
    kits: await loadKits(tx, tenantId),
    bodies: bodies.map(({ body, office }) => ({ ...body, officeCode: office.code })),
    duties,
    subjects: tables.map((row) => ({ value: row.subjectKey, label: row.label })),
    holdDays: settings.holdDays,
  };
}
