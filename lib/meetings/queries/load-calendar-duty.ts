import "server-only";
import type { TenantTx } from "@/lib/platform/db/tenant-transaction";
import type { MeetingOffice } from "../types";

export type CalendarDuty = {
  versionId: string;
  dutyId: string;
  lead: MeetingOffice;
  assists: readonly MeetingOffice[];
};

/** Who leads the common calendar by the agreement in force, the newest first; null while none is. */
export async function loadCalendarDuty(tx: TenantTx, tenantId: string): Promise<CalendarDuty | null> {
  const rows = await tx.$queryRaw<CalendarDuty[]>`
    select d.version_id as "versionId", d.id as "dutyId",
      jsonb_build_object('id', o.id, 'code', o.code, 'name', o.name, 'tint', o.tint) as lead,
      coalesce((select jsonb_agg(jsonb_build_object('id', a.id, 'code', a.code, 'name', a.name, 'tint', a.tint) order by a.ordinal)
        from duty_offices x join offices a on a.tenant_id = x.tenant_id and a.id = x.office_id
        where x.tenant_id = d.tenant_id and x.duty_id = d.id and x.part = 'assist'), '[]') as assists
    from agreement_versions v
    join coordination_duties d on d.tenant_id = v.tenant_id and d.version_id = v.id and d.duty_key = 'weekly-schedule'
    join offices o on o.tenant_id = d.tenant_id and o.id = d.lead_office_id
    where v.tenant_id = ${tenantId}::uuid and v.state = 'signed' and v.effective_from <= portal_today()
      and (v.effective_until is null or portal_today() < v.effective_until)
    order by v.effective_from desc, v.id limit 1`;
  return rows[0] ?? null;
}
