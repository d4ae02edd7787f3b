import "server-only";
import { decideMeeting } from "@/lib/meetings/policy";
import { dayAt } from "@/lib/platform/dates/days";
import { timeAt } from "@/lib/platform/dates/times";
import type { TenantTx } from "@/lib/platform/db/tenant-transaction";
import type { Actor } from "@/lib/platform/tenancy/actor";
import type { DeskMeeting, DeskMeetingAct } from "../types";

type Row = {
  meetingId: string;
  title: string;
  state: "filed" | "approved";
  startsAt: Date;
  endsAt: Date;
  leadOfficeId: string;
  filingOfficeId: string;
  lead: DeskMeeting["lead"];
  returned: boolean;
  displaced: boolean;
};

function stepOf(actor: Actor, row: Row): DeskMeetingAct | null {
  const subject = { ...row, assistOfficeIds: [], informedOfficeIds: [] };
  const may = (act: "approve" | "confirm" | "resettle" | "edit") =>
    decideMeeting(actor, act, subject).allowed;
  if (row.displaced) return may("resettle") ? "resettle" : may("edit") ? "edit" : null;
  if (row.returned) return may("edit") ? "edit" : null;
  if (may("approve")) return "approve";
  return may("confirm") ? "confirm" : null;
}

/** Meetings to come that wait for this very person: to approve, to confirm, to mend, to give another time. */
export async function loadWaitingMeetings(tx: TenantTx, actor: Actor, now: Date): Promise<DeskMeeting[]> {
  const rows = await tx.$queryRaw<Row[]>`
    select m.id as "meetingId", m.title, m.state, m.starts_at as "startsAt", m.ends_at as "endsAt",
      m.lead_office_id as "leadOfficeId", m.filing_office_id as "filingOfficeId", m.return_reason is not null as returned,
      jsonb_build_object('id', o.id, 'code', o.code, 'name', o.name, 'tint', o.tint) as lead,
      exists (select 1 from displacements d
        where d.tenant_id = m.tenant_id and d.meeting_id = m.id and d.answer is null) as displaced
    from (
      select acc.subject_id, acc.sort_key from access acc
      where acc.tenant_id = ${actor.tenantId}::uuid and acc.office_id = ${actor.officeId}::uuid and acc.kind = 'meeting'
        and acc.level in ('lead', 'creator') and acc.open and acc.sort_key >= ${now}
      order by acc.sort_key limit 50) acc
    join meetings m on m.tenant_id = ${actor.tenantId}::uuid and m.id = acc.subject_id
    join offices o on o.tenant_id = m.tenant_id and o.id = m.lead_office_id
    order by acc.sort_key, m.id`;
  return rows.flatMap((row) => {
    const act = stepOf(actor, row);
    if (act === null) return [];
    const { meetingId, title, lead, startsAt, endsAt } = row;
    return [
      { meetingId, title, lead, act, day: dayAt(startsAt), from: timeAt(startsAt), until: timeAt(endsAt) },
    ];
  });
}
