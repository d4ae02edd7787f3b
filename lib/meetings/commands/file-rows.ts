import "server-only";
import { defineCommand } from "@/lib/platform/commands/define-command";
import { dayAt } from "@/lib/platform/dates/days";
import { timeAt } from "@/lib/platform/dates/times";
import type { TenantTx } from "@/lib/platform/db/tenant-transaction";
import { DomainError } from "@/lib/platform/errors/domain-error";
import { newId } from "@/lib/platform/ids";
import { meetingFiled } from "../events";
import { writeNewMeetings } from "../filing";
import { loadClashes } from "../queries/load-advice";
import { holdDaysOf } from "../queries/load-hold-days";
import { loadPasted, markOfRows, type Pasted } from "../queries/load-pasted";
import { allowFiling } from "../refusal";
import { holdUntil, obstacleTo } from "../rules";
import { fileRowsSchema } from "../schema";
import { lockResources } from "../store";
import type { Clash, PastedAdvice, PastedRow } from "../types";

async function resourcesOfEach(tx: TenantTx, tenantId: string, pasted: readonly Pasted[]) {
  const leaders = await tx.resource.findMany({
    where: {
      tenantId,
      personId: { in: pasted.flatMap(({ parts }) => parts.leaders.map((each) => each.personId)) },
    },
    select: { id: true, personId: true },
  });
  const byPerson = new Map(leaders.map(({ id, personId }) => [personId, id]));
  return pasted.map(({ parts, named }) => [
    ...parts.leaders.flatMap(({ personId }) => byPerson.get(personId) ?? []),
    ...(named.roomId ? [named.roomId] : []),
  ]);
}

async function rowsOf(
  tx: TenantTx,
  tenantId: string,
  pasted: readonly Pasted[],
  found: readonly (readonly Clash[])[],
): Promise<PastedRow[]> {
  const offices = await tx.office.findMany({ where: { tenantId }, select: { id: true, code: true } });
  const kinds = await tx.meetingKind.findMany({ where: { tenantId }, select: { key: true, name: true } });
  return pasted.map(({ read, named, lead }, nth) => ({
    line: read.line,
    title: read.title,
    day: dayAt(read.startsAt),
    from: timeAt(read.startsAt),
    until: timeAt(read.endsAt),
    endAssumed: read.endAssumed,
    kindGuessed: named.kindGuessed,
    kind: kinds.find(({ key }) => key === named.kindKey)?.name ?? "",
    chair: read.chair,
    chairAsText: read.chair !== "" && named.chair === null,
    place: read.room,
    placeAsText: read.room !== "" && named.roomId === null,
    lead: offices.find(({ id }) => id === lead.leadOfficeId)?.code ?? "",
    clashes: found[nth] ?? [],
  }));
}

/** What the meeting's own row says of a pasted one. */
function columnsOf({ read, named }: Pasted) {
  return {
    title: read.title,
    kindKey: named.kindKey,
    variant: named.variant,
    roomId: named.roomId,
    placeText: named.roomId ? null : read.room || null,
    chairPostId: named.chair?.postId ?? null,
    chairText: named.chair ? null : read.chair || null,
    participants: read.participants,
    preparing: read.preparing,
    serving: read.serving,
    mode: read.mode,
    visibility: "common",
    points: read.points,
    delegates: read.delegates,
  };
}

/**
 * Rows pasted from Word or Excel filed as the clerk's own meetings, each under the duty its kind usually falls under. First
 * they are shown with what clashes and what was not understood; then exactly those are filed, all or nothing.
 */
export const fileRows = defineCommand({
  name: "meetings.fileRows",
  input: fileRowsSchema,
  subject: ({ tx, actor, input, now }) => loadPasted(tx, actor, input.rows, now),
  async allow({ tx, actor, subject: { pasted } }) {
    const duties = new Map(pasted.map(({ duty }) => [duty?.id ?? "", duty]));
    // Without a row that was understood it is still asked whether the person files at all.
    if (duties.size === 0) duties.set("", null);
    for (const duty of duties.values()) {
      const verdict = await allowFiling(tx, actor, duty);
      if (!verdict.allowed) return verdict;
    }
    return { allowed: true };
  },
  async run({ tx, actor, input, subject: { pasted, faults }, now }) {
    const { tenantId } = actor;
    const { overrideReason } = input;
    const taken = await resourcesOfEach(tx, tenantId, pasted);
    await lockResources(tx, taken.flat());
    const found = await loadClashes(
      tx,
      tenantId,
      pasted.map(({ read, named }, nth) => ({
        meetingId: null,
        resourceIds: taken[nth] ?? [],
        roomId: named.roomId,
        kindKey: named.kindKey,
        filedAt: now,
        startsAt: read.startsAt,
        endsAt: read.endsAt,
      })),
    );
    const act = { confirms: false, overrides: overrideReason !== null, displaces: false };
    const blocked = found.some((clashes) => obstacleTo(clashes, act) !== null);
    const seen = markOfRows(input.rows);
    const fits = faults.length === 0 && !blocked && pasted.length > 0;
    if (!fits || input.seen !== seen) {
      const rows = await rowsOf(tx, tenantId, pasted, found);
      const advice: PastedAdvice = { rows, faults, seen: fits ? seen : null };
      throw new DomainError("conflict", fits ? "paste.preview" : "paste.faulty", { advice, quiet: fits });
    }

    const today = dayAt(now);
    const holdDays = await holdDaysOf(tx, tenantId);
    const meetings = pasted.map((row) => ({
      meetingId: newId(),
      code: row.read.code || null,
      columns: columnsOf(row),
      lead: row.lead,
      parts: row.parts,
      startsAt: row.read.startsAt,
      endsAt: row.read.endsAt,
      holdUntil: holdUntil(null, dayAt(row.read.startsAt), today, holdDays),
      overrideReason,
      line: row.read.line,
      dutyKey: row.duty?.dutyKey ?? null,
    }));
    await writeNewMeetings(tx, actor, meetings, { override: overrideReason, now });
    const eventOf = ({ meetingId, line, dutyKey, lead, startsAt, endsAt }: (typeof meetings)[number]) =>
      meetingFiled(meetingId, {
        line,
        dutyKey,
        leadOfficeId: lead.leadOfficeId,
        startsAt: startsAt.toISOString(),
        endsAt: endsAt.toISOString(),
        override: overrideReason,
      });
    const [first, ...rest] = meetings;
    if (!first) throw new Error("what fits has a row");
    return {
      result: { day: dayAt(first.startsAt), count: meetings.length },
      events: [eventOf(first), ...rest.map(eventOf)],
    };
  },
});
