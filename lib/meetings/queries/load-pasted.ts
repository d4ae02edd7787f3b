import "server-only";
import { createHash } from "node:crypto";
import type { DutyInForce } from "@/lib/agreements/queries/load-duty-in-force";
import { loadServingMap } from "@/lib/agreements/queries/load-serving-map";
import { dayAt } from "@/lib/platform/dates/days";
import type { TenantTx } from "@/lib/platform/db/tenant-transaction";
import { TableFault } from "@/lib/platform/imports/read-table";
import type { Actor } from "@/lib/platform/tenancy/actor";
import { loadPlace, type Named, nameAll, type Query } from "../import/names";
import {
  type LineFault,
  type ReadMeeting,
  type ReadMeetings,
  readPastedMeetings,
} from "../import/read-meetings";
import { leadUnder, type MeetingLead } from "../lead";
import type { CheckedParts } from "../parts";
import { loadFilingDuty } from "./load-filing-duty";

/** A pasted row with everything it names found, under the duty its kind usually falls under. */
export type Pasted = {
  read: ReadMeeting;
  named: Named;
  duty: DutyInForce | null;
  lead: MeetingLead;
  parts: CheckedParts;
};

function asQuery(tx: TenantTx): Query {
  return <Row>(sql: string, values: readonly unknown[] = []) => tx.$queryRawUnsafe<Row[]>(sql, ...values);
}

async function readRows(text: string, now: Date): Promise<ReadMeetings> {
  try {
    return await readPastedMeetings(text, dayAt(now));
  } catch (error) {
    if (!(error instanceof TableFault)) throw error;
    return { meetings: [], faults: [{ line: 1, error: error.message }] };
  }
}

function partsOf({ chair, leaders, bodyIds }: Named): CheckedParts {
  const rows = new Map<string, CheckedParts["leaders"][number]>();
  if (chair) rows.set(chair.personId, { personId: chair.personId, postId: chair.postId, part: "chair" });
  for (const { personId, postId } of leaders) {
    if (!rows.has(personId)) rows.set(personId, { personId, postId, part: "required" });
  }
  return { leaders: [...rows.values()], bodyIds: [...new Set(bodyIds)], kitIds: [] };
}

function faultsOf(meeting: ReadMeeting, now: Date): string[] {
  return [
    meeting.endsAt <= now ? "ngày này đã qua" : "",
    meeting.title.length < 5 ? "nội dung từ 5 ký tự" : "",
    meeting.participants.length > 1000 ? "thành phần dài quá 1000 ký tự" : "",
    [meeting.room, meeting.chair, meeting.preparing, meeting.serving].some((text) => text.length > 200)
      ? "chủ trì, địa điểm, chuẩn bị, phục vụ dài nhất 200 ký tự"
      : "",
  ].filter((fault) => fault !== "");
}

/** A mark of rows and of who would file them, so that only what was shown is filed. */
export function markOfRows(rows: string): string {
  return createHash("sha256").update(rows).digest("hex");
}

/** Pasted rows read, named and governed; what cannot be is a fault by its line. */
export async function loadPasted(
  tx: TenantTx,
  actor: Actor,
  text: string,
  now: Date,
): Promise<{ pasted: Pasted[]; faults: LineFault[] }> {
  const { tenantId, officeId } = actor;
  const { meetings, faults: unread } = await readRows(text, now);
  const faults = [...unread];
  const place = await loadPlace(asQuery(tx), tenantId, officeId);
  const map = await loadServingMap(tx, tenantId);
  // A handful of kinds, however many rows.
  const duties = new Map<string, DutyInForce | null>();
  const pasted: Pasted[] = [];
  const codes = new Set<string>();
  for (const read of meetings) {
    const fault = (error: string) => faults.push({ line: read.line, error });
    const named = nameAll(place, read, { asText: true });
    const own = [...faultsOf(read, now), ...("unknown" in named ? named.unknown : [])];
    if (read.code !== "" && codes.has(read.code)) own.push(`mã “${read.code}” có hai lần`);
    codes.add(read.code);
    if ("unknown" in named || own.length > 0) {
      fault(own.join("; "));
      continue;
    }
    if (!duties.has(named.kindKey)) {
      const duty = await loadFilingDuty(tx, tenantId, { dutyId: "by-kind", kindKey: named.kindKey });
      duties.set(named.kindKey, duty === "unknown" ? null : duty);
    }
    const duty = duties.get(named.kindKey) ?? null;
    // As the form asks it: whose meeting it is and who hosts, else by who chairs it.
    const asked = {
      bodyId: named.bodyIds[0] ?? named.chair?.bodyId ?? null,
      hostPostId: named.chair?.postId ?? null,
      subjectKey: null,
    };
    const lead = leadUnder(duty, asked, officeId, map);
    if (!lead) fault("chưa định được văn phòng chủ trì: ghi cơ quan, hoặc người chủ trì là lãnh đạo");
    else pasted.push({ read, named, duty, lead, parts: partsOf(named) });
  }
  return { pasted, faults: await withTakenCodes(tx, actor, pasted, faults) };
}

/** Codes the office has given before, each named by its line. */
async function withTakenCodes(
  tx: TenantTx,
  { tenantId, officeId }: Actor,
  pasted: readonly Pasted[],
  faults: readonly LineFault[],
): Promise<LineFault[]> {
  const codes = pasted.flatMap(({ read }) => (read.code === "" ? [] : [read.code]));
  const taken = await tx.meeting.findMany({
    where: { tenantId, filingOfficeId: officeId, code: { in: codes } },
    select: { code: true },
  });
  const known = new Set(taken.map(({ code }) => code));
  const again = pasted
    .filter(({ read }) => known.has(read.code))
    .map(({ read }) => ({ line: read.line, error: `mã “${read.code}” đã có` }));
  return [...faults, ...again].sort((one, other) => one.line - other.line);
}
