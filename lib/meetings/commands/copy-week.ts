import "server-only";
import type { DutyInForce } from "@/lib/agreements/queries/load-duty-in-force";
import { defineCommand } from "@/lib/platform/commands/define-command";
import { dayAt, daysBetween, plusDays } from "@/lib/platform/dates/days";
import { instantOf, mondayOf, timeAt } from "@/lib/platform/dates/times";
import { DomainError } from "@/lib/platform/errors/domain-error";
import { newId } from "@/lib/platform/ids";
import { meetingFiled } from "../events";
import { writeNewMeetings } from "../filing";
import { decideFiling } from "../policy";
import { loadClashes } from "../queries/load-advice";
import { loadCopied } from "../queries/load-copied";
import { holdDaysOf } from "../queries/load-hold-days";
import { verdictOf } from "../refusal";
import { holdUntil, obstacleTo } from "../rules";
import { copyMeetingsSchema } from "../schema";
import { lockResources } from "../store";
import type { Clash } from "../types";

function isPartyTo(duty: DutyInForce | null, officeId: string): boolean {
  return duty === null || duty.partyOffices.some((office) => office.id === officeId);
}

/** Where a refusal finds its clause: in the version of the first duty. */
function underOne([duty]: readonly DutyInForce[]) {
  return {
    act: "meeting.file",
    versionId: duty?.versionId ?? null,
    ...(duty ? { subject: { subjectKind: "agreement-version", subjectId: duty.versionId } } : {}),
    offices: () => duty?.partyOffices.map((office) => office.code) ?? [],
  };
}

/**
 * Meetings of another week filed again for this one, on the same weekdays and hours, each as a new entry of the acting
 * office under the duty as it is in force today. All or nothing: what clashes is named, so that it can be left out or
 * filed by hand at another time.
 */
export const copyWeek = defineCommand({
  name: "meetings.copyWeek",
  input: copyMeetingsSchema,
  async subject({ tx, actor, input }) {
    const copied = await loadCopied(tx, actor, input.meetingIds);
    return copied.length === new Set(input.meetingIds).size ? copied : null;
  },
  allow: ({ tx, actor, subject }) =>
    verdictOf(
      tx,
      actor.tenantId,
      decideFiling(actor, {
        duty: subject.some((meeting) => meeting.duty !== null),
        isParty: subject.every((meeting) => isPartyTo(meeting.duty, actor.officeId)),
      }),
      underOne(subject.flatMap((meeting) => meeting.duty ?? [])),
    ),
  async run({ tx, actor, input, subject, now }) {
    const { tenantId } = actor;
    const today = dayAt(now);
    const holdDays = await holdDaysOf(tx, tenantId);
    await lockResources(
      tx,
      subject.flatMap((meeting) => meeting.resourceIds),
    );
    const copies = subject.map((meeting) => {
      const shift = daysBetween(mondayOf(dayAt(meeting.startsAt)), input.monday);
      const moved = (instant: Date) => instantOf(plusDays(dayAt(instant), shift), timeAt(instant));
      const [startsAt, endsAt] = [moved(meeting.startsAt), moved(meeting.endsAt)];
      if (endsAt <= now) throw new DomainError("invalid", "weekIsPast");
      const { lead } = meeting;
      if (!lead) throw new DomainError("conflict", "copyLeadUnknown", { values: { title: meeting.title } });
      return { ...meeting, lead, from: meeting.id, meetingId: newId(), startsAt, endsAt };
    });
    const found = await loadClashes(
      tx,
      tenantId,
      copies.map(({ resourceIds, columns, startsAt, endsAt }) => ({
        meetingId: null,
        resourceIds,
        roomId: columns.roomId,
        kindKey: columns.kindKey,
        filedAt: now,
        startsAt,
        endsAt,
      })),
    );
    const inTheWay = copies.flatMap(({ title }, nth): Clash[] => {
      const clashes = found[nth] ?? [];
      if (obstacleTo(clashes, { confirms: false, overrides: true, displaces: false }) === null) return [];
      return clashes.map((clash) => ({ ...clash, resource: `${title}: ${clash.resource}` }));
    });
    if (inTheWay.length > 0) {
      throw new DomainError("conflict", "clash.copy", { advice: { clashes: inTheWay, slots: [] } });
    }
    await writeNewMeetings(
      tx,
      actor,
      copies.map(({ meetingId, columns, lead, leaders, bodyIds, kitIds, startsAt, endsAt }) => ({
        meetingId,
        columns,
        lead,
        parts: { leaders, bodyIds, kitIds },
        startsAt,
        endsAt,
        holdUntil: holdUntil(null, dayAt(startsAt), today, holdDays),
      })),
      { override: "copied from another week", now },
    );
    const [first, ...rest] = copies.map((copy) =>
      meetingFiled(copy.meetingId, {
        copiedFrom: copy.from,
        dutyKey: copy.duty?.dutyKey ?? null,
        leadOfficeId: copy.lead.leadOfficeId,
        startsAt: copy.startsAt.toISOString(),
        endsAt: copy.endsAt.toISOString(),
      }),
    );
    if (!first) throw new DomainError("invalid", "invalid", { fields: { meetingIds: ["nothingChosen"] } });
    return { result: { monday: input.monday, count: copies.length }, events: [first, ...rest] };
  },
});
