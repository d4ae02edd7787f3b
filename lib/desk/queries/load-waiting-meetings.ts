import "server-only";
import { decideMeeting } from "@/lib/meetings/policy";
import { type Day, dayAt, dayToColumn, plusDays } from "@/lib/platform/dates/days";
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
  holdUntil: Day | null;
};

/** So many days before a hold runs out its office is told. */
const noticeDays = 3;

function stepOf(actor: Actor, row: Row): DeskMeetingAct | null {
  const subject = { ...row, assistOfficeIds: [], informedOfficeIds: [] };
  const may = (act: "approve" | "confirm" | "resettle" | "edit") =>
    decideMeeting(actor, act, subject).allowed;
  if (row.displaced) return may("resettle") ? "resettle" : may("edit") ? "edit" : null;
  if (row.returned) return may("edit") ? "edit" : null;
  if (may("approve")) return "approve";
  if (may("confirm")) return "confirm";
  return row.holdUntil !== null && may("edit") ? "renew" : null;
}

/** Meetings to come that wait for this very person: to approve, to confirm, to mend, to give another time, to hold longer. */
export async function loadWaitingMeetings(tx: TenantTx, actor: Actor, now: Date): Promise<DeskMeeting[]> {
  const soon = dayToColumn(plusDays(dayAt(now), noticeDays));
  const rows = await tx.$queryRaw<Row[]>`
    select m.id as "meetingId", m.title, m.state, m.starts_at as "startsAt", m.ends_at as "endsAt",
      m.lead_office_id as "leadOfficeId", m.filing_office_id as "filingOfficeId", m.return_reason is not null as returned,
      jsonb_build_object('id', o.id, 'code', o.code, 'name', o.name, 'tint', o.tint) as lead,
      exists (select 1 from displacements d
        where d.tenant_id = m.tenant_id and d.meeting_id = m.id and d.answer is null) as displaced,
      case when m.filing_office_id = ${actor.officeId}::uuid and m.hold_until <= ${soon}
        and m.hold_until < (m.starts_at at time zone 'Asia/Ho_Chi_Minh')::date then to_char(m.hold_until, 'YYYY-MM-DD') end as "holdUntil"
    from (
      -- Of those it leads or filed, also where it assists in what it filed.
      (select acc.subject_id, acc.sort_key from access acc
      join meetings own on own.tenant_id = acc.tenant_id and own.id = acc.subject_id
      where acc.tenant_id = ${actor.tenantId}::uuid and acc.office_id = ${actor.officeId}::uuid and acc.kind = 'meeting'
        and acc.level in ('lead', 'assist', 'creator') and acc.open and acc.sort_key >= ${now}
        and (own.lead_office_id = ${actor.officeId}::uuid or own.filing_office_id = ${actor.officeId}::uuid)
      order by acc.sort_key limit 50)
      union
      -- A conference held weeks ahead comes after all those.
      (select h.id, h.starts_at from meetings h
      where h.tenant_id = ${actor.tenantId}::uuid and h.filing_office_id = ${actor.officeId}::uuid
        and h.state in ('filed', 'approved') and h.hold_until <= ${soon} and h.starts_at >= ${now}
      order by h.hold_until desc limit 20)) acc
    join meetings m on m.tenant_id = ${actor.tenantId}::uuid and m.id = acc.subject_id
    join offices o on o.tenant_id = m.tenant_id and o.id = m.lead_office_id
    order by acc.sort_key, m.id`;
  return rows.flatMap((row) => {
    const act = stepOf(actor, row);
    if (act === null) return [];
    const { meetingId, title, lead, startsAt, endsAt, holdUntil } = row;
    const when = { day: dayAt(startsAt), from: timeAt(startsAt), until: timeAt(endsAt) };
    return [{ meetingId, title, lead, act, ...when, holdUntil }];
  });
}
