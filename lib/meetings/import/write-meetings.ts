import { createHash } from "node:crypto";
import { newId } from "@/lib/platform/ids";
import { loadPlace, type Named, nameAll, type Place, type Query } from "./names";
import type { LineFault, ReadMeeting } from "./read-meetings";

export type Written = { line: number; code: string; id: string };

const refusals: Readonly<Record<string, string>> = {
  clash: "trùng lịch đã xác nhận",
  outranked: "vướng chỗ đang giữ của cuộc họp có thứ tự ưu tiên cao hơn",
  held: "vướng chỗ đang giữ của cuộc họp khác",
};

/** Which leaders and rooms are taken, named only to who may know more: here "trùng với … " of the resource. */
async function clashesOf(query: Query, meeting: ReadMeeting, id: string): Promise<string> {
  const rows = await query<{ name: string }>(
    `select distinct r.name from meetings m
      cross join lateral busy(array(select resources_taken from (
        select r.id as resources_taken from meeting_leaders l join resources r on r.tenant_id = l.tenant_id and r.person_id = l.person_id
          where l.tenant_id = m.tenant_id and l.meeting_id = m.id and l.part <> 'optional'
        union select m.room_id where m.room_id is not null) taken), m.starts_at, m.ends_at, m.id) b
      join resources r on r.tenant_id = m.tenant_id and r.id = b.resource_id
      where m.tenant_id = current_tenant() and m.id = $1`,
    [id],
  );
  return rows.map((row) => row.name).join(", ") || meeting.title;
}

async function writeOne(
  query: Query,
  place: Place,
  meeting: ReadMeeting,
  named: Named,
  now: Date,
): Promise<string> {
  const id = newId();
  const { tenantId, officeId } = place;
  const settled = ["approved", "confirmed"].includes(meeting.state) ? now : null;
  await query(
    `insert into meetings (tenant_id, id, code, title, kind_key, lead_office_id, filing_office_id, state, starts_at, ends_at,
        room_id, chair_post_id, mode, visibility, points, delegates, hold_until, override_reason, reason, created_at, changed_at,
        approved_at, confirmed_at, participants, preparing, variant, serving)
      values ($1, $2, $3, $4, $5, $6, $6, $7, $8, $9, $10, $11, $12, 'common', $13, $14, ($8::timestamptz at time zone 'Asia/Ho_Chi_Minh')::date,
        null, $15, $16, $16, $17, $18, $19, $20, $21, $22)`,
    [
      tenantId,
      id,
      meeting.code || null,
      meeting.title,
      named.kindKey,
      officeId,
      meeting.state,
      meeting.startsAt,
      meeting.endsAt,
      named.roomId,
      named.chair?.postId ?? null,
      meeting.mode,
      meeting.points,
      meeting.delegates,
      meeting.state === "postponed" || meeting.state === "cancelled" ? "Ghi trong sổ đã nhập" : null,
      now,
      settled,
      meeting.state === "confirmed" ? now : null,
      meeting.participants.slice(0, 1000),
      meeting.preparing.slice(0, 200),
      named.variant,
      meeting.serving.slice(0, 200),
    ],
  );
  const parts = new Map<string, { postId: string; part: string }>();
  if (named.chair) parts.set(named.chair.personId, { postId: named.chair.postId, part: "chair" });
  for (const { personId, postId } of named.leaders) {
    if (!parts.has(personId)) parts.set(personId, { postId, part: "required" });
  }
  for (const [personId, { postId, part }] of parts) {
    await query(
      "insert into meeting_leaders (tenant_id, meeting_id, person_id, post_id, part) values ($1, $2, $3, $4, $5)",
      [tenantId, id, personId, postId, part],
    );
  }
  for (const bodyId of new Set(named.bodyIds)) {
    await query("insert into meeting_bodies (tenant_id, meeting_id, body_id) values ($1, $2, $3)", [
      tenantId,
      id,
      bodyId,
    ]);
  }
  return id;
}

function sqlState(error: unknown): string {
  return (error as { code?: string }).code ?? "";
}

function reasonOf(error: unknown): string {
  try {
    return (JSON.parse((error as { detail?: string }).detail ?? "{}") as { reason?: string }).reason ?? "";
  } catch {
    return "";
  }
}

/**
 * Writes a whole register into an open transaction of the tenant, led by the filing office since no duty governs it. What is
 * taken already, unknown or there twice is named by its line; the caller commits only when nothing is.
 */
export async function writeMeetings(
  query: Query,
  input: {
    tenantId: string;
    officeId: string;
    meetings: readonly ReadMeeting[];
    file: Uint8Array;
    now: Date;
  },
): Promise<{ written: Written[]; faults: LineFault[] }> {
  const place = await loadPlace(query, input.tenantId, input.officeId);
  // The one order of locks: everything the calendar has, before the first row is written.
  await query("select lock_resources(array(select id from resources where tenant_id = current_tenant()))");
  const written: Written[] = [];
  const faults: LineFault[] = [];
  for (const meeting of input.meetings) {
    const named = nameAll(place, meeting);
    if ("unknown" in named) {
      faults.push({ line: meeting.line, error: named.unknown.join("; ") });
      continue;
    }
    await query("savepoint line");
    let id = "";
    try {
      id = await writeOne(query, place, meeting, named, input.now);
      await query("savepoint placed");
      await query("select place_claims($1, null, 'imported')", [id]);
      await query("release savepoint line");
      written.push({ line: meeting.line, code: meeting.code, id });
    } catch (error) {
      const state = sqlState(error);
      if (state === "PH004" || state === "23P01") {
        await query("rollback to savepoint placed");
        const reason = refusals[reasonOf(error)] ?? refusals["clash"] ?? "";
        faults.push({ line: meeting.line, error: `${reason}: ${await clashesOf(query, meeting, id)}` });
      } else if (state === "23505") {
        await query("rollback to savepoint line");
        faults.push({ line: meeting.line, error: `mã “${meeting.code}” đã có` });
        continue;
      } else {
        throw error;
      }
      await query("rollback to savepoint line");
    }
  }
  if (faults.length === 0 && written.length > 0) {
    const sha256 = createHash("sha256").update(input.file).digest("hex");
    const events = written.map(({ id, line }) => ({
      id: newId(),
      name: "meetings.imported",
      subjectKind: "meeting",
      subjectId: id,
      payload: { line, file: sha256, officeId: input.officeId },
    }));
    await query("select append_events($1::jsonb)", [JSON.stringify(events)]);
  }
  return { written, faults };
}
