import { newId } from "@/lib/platform/ids";
import type { Tries } from "./actors";
import type { Statement } from "./judge-by-database";

export const rawMeetingActs = [
  "edit",
  "approve",
  "giveBack",
  "confirm",
  "change",
  "postpone",
  "cancel",
  "resettle",
  "number",
] as const;
export type RawMeetingAct = (typeof rawMeetingActs)[number];

/** A time of the meeting's own, so that no clash answers where part or state should. */
const otherHour = "starts_at = starts_at + interval '6 hours', ends_at = ends_at + interval '6 hours'";

function update(set: string, meetingId: string, where = "true"): Statement {
  return [
    `update meetings set ${set}, changed_at = now(), revision = revision + 1 where id = $1 and ${where}`,
    [meetingId],
  ];
}

function place(meetingId: string, displace: string | null = null): Statement {
  return ["select place_claims($1, $2, 'đã cân nhắc')", [meetingId, displace]];
}

/** One body more. */
export function nameBody(tenantId: string, meetingId: string): Statement {
  return [
    `insert into meeting_bodies (tenant_id, meeting_id, body_id)
      select $1, $2, b.id from bodies b where b.tenant_id = $1 order by b.rank limit 1`,
    [tenantId, meetingId],
  ];
}

/** The statements of an act on a meeting, bare. */
export function rawMeetingAct(act: RawMeetingAct, meetingId: string, who: Tries): Statement[] {
  switch (act) {
    case "edit":
      return [
        update(`state = 'filed', approved_at = null, return_reason = null, ${otherHour}`, meetingId),
        nameBody(who.tenant.id, meetingId),
        place(meetingId),
      ];
    case "approve":
      return [
        update(
          "state = 'approved', approved_at = now(), return_reason = null",
          meetingId,
          "state <> 'approved'",
        ),
        place(meetingId),
      ];
    case "giveBack":
      return [
        update("state = 'filed', approved_at = null, return_reason = 'Ghi thêm thành phần'", meetingId),
      ];
    case "confirm":
      // What is confirmed and stays so is changed: another act.
      return [
        update("state = 'confirmed', confirmed_at = now()", meetingId, "state <> 'confirmed'"),
        place(meetingId, "Lấy chỗ"),
      ];
    case "change":
      return [
        update(`state = 'confirmed', reason = 'Dời sang chiều', ${otherHour}`, meetingId),
        nameBody(who.tenant.id, meetingId),
        place(meetingId, "Lấy chỗ"),
      ];
    case "postpone":
      return [update("state = 'postponed', reason = 'Chờ báo cáo'", meetingId), place(meetingId)];
    case "cancel":
      return [update("state = 'cancelled', reason = 'Đăng ký nhầm'", meetingId), place(meetingId)];
    case "number":
      return [update("notice_number = '12/GM-VP'", meetingId)];
    case "resettle":
      return [update(`state = 'approved', ${otherHour}`, meetingId), place(meetingId)];
  }
}

export type FilingDuty = { id: string | null; versionId: string | null; leadOfficeId: string | null };

/** A meeting under a duty with a fixed lead, or under none. */
export function rawFiling(duty: FilingDuty, who: Tries): Statement[] {
  return [
    [
      `insert into meetings (tenant_id, id, title, kind_key, version_id, duty_id, lead_office_id, filing_office_id,
          filing_account_id, state, starts_at, ends_at, hold_until, created_at, changed_at)
        values ($1, $2, 'Cuộc họp mới', 'other', $3, $4, $5, $6, $7, 'filed', now() + interval '20 days',
          now() + interval '20 days 1 hour', portal_today() + 14, now(), now())`,
      [
        who.tenant.id,
        newId(),
        duty.versionId,
        duty.id,
        duty.leadOfficeId ?? who.post.officeId,
        who.post.officeId,
        who.accountId,
      ],
    ],
  ];
}

/** One more version of a week's sheet. */
export function rawPublication(
  sheet: { id: string; versions: number; versionId: string; dutyId: string },
  who: Tries,
): Statement[] {
  return [
    [
      `insert into week_sheet_versions (tenant_id, id, sheet_id, number, published_at, office_id, account_id, version_id,
          duty_id, signer, audit_head, rows) values ($1, $2, $3, $4, now(), $5, $6, $7, $8, '{}', '', '[]')`,
      [
        who.tenant.id,
        newId(),
        sheet.id,
        sheet.versions,
        who.post.officeId,
        who.accountId,
        sheet.versionId,
        sheet.dutyId,
      ],
    ],
  ];
}
