import "server-only";
import type { DutyInForce } from "@/lib/agreements/queries/load-duty-in-force";
import { defineCommand } from "@/lib/platform/commands/define-command";
import { dayAt, daysBetween, dayToColumn, plusDays } from "@/lib/platform/dates/days";
import { instantOf, mondayOf, timeAt } from "@/lib/platform/dates/times";
import { DomainError } from "@/lib/platform/errors/domain-error";
import { newId } from "@/lib/platform/ids";
import { meetingFiled } from "../events";
import { placeClaims } from "../placing";
import { decideFiling } from "../policy";
import { loadAdvice } from "../queries/load-advice";
import { loadOwnWish } from "../queries/load-own-wish";
import { loadCopied } from "../queries/load-copied";
import { verdictOf } from "../refusal";
import { holdUntil, obstacleTo } from "../rules";
import { copyMeetingsSchema } from "../schema";
import { lockResources } from "../store";
import type { Clash } from "../types";
import { holdDaysOf } from "./file-meeting";

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
    const inTheWay: Clash[] = [];
    const filed: {
      meetingId: string;
      from: string;
      startsAt: Date;
      endsAt: Date;
      dutyKey: string | null;
      leadOfficeId: string;
    }[] = [];
    for (const meeting of subject) {
      const shift = daysBetween(mondayOf(dayAt(meeting.startsAt)), input.monday);
      const moved = (instant: Date) => instantOf(plusDays(dayAt(instant), shift), timeAt(instant));
      const [startsAt, endsAt] = [moved(meeting.startsAt), moved(meeting.endsAt)];
      if (endsAt <= now) throw new DomainError("invalid", "weekIsPast");
      const { lead } = meeting;
      if (!lead) throw new DomainError("conflict", "copyLeadUnknown", { values: { title: meeting.title } });
      const { wish } = await loadOwnWish(tx, tenantId, meeting.id);
      const meetingId = newId();
      const advice = await loadAdvice(
        tx,
        tenantId,
        { ...wish, meetingId, filedAt: now, startsAt, endsAt },
        now,
      );
      const obstacle = obstacleTo(advice.clashes, { confirms: false, overrides: true, displaces: false });
      if (obstacle) {
        inTheWay.push(
          ...advice.clashes.map((clash) => ({ ...clash, resource: `${meeting.title}: ${clash.resource}` })),
        );
        continue;
      }
      await tx.meeting.createMany({
        data: [
          {
            tenantId,
            id: meetingId,
            ...meeting.columns,
            ...lead,
            filingOfficeId: actor.officeId,
            filingAccountId: actor.accountId,
            state: "filed",
            startsAt,
            endsAt,
            holdUntil: dayToColumn(holdUntil(null, dayAt(startsAt), today, holdDays)),
            createdAt: now,
            changedAt: now,
          },
        ],
      });
      await tx.meetingLeader.createMany({
        data: meeting.leaders.map((leader) => ({ tenantId, meetingId, ...leader })),
      });
      await tx.meetingBody.createMany({
        data: meeting.bodyIds.map((bodyId) => ({ tenantId, meetingId, bodyId })),
      });
      await placeClaims(tx, meetingId, { overrideReason: "copied from another week", displaceReason: null });
      filed.push({
        meetingId,
        from: meeting.id,
        startsAt,
        endsAt,
        dutyKey: meeting.duty?.dutyKey ?? null,
        leadOfficeId: lead.leadOfficeId,
      });
    }
    if (inTheWay.length > 0) {
      throw new DomainError("conflict", "clash.copy", { advice: { clashes: inTheWay, slots: [] } });
    }
    const [first, ...rest] = filed.map((copy) =>
      meetingFiled(copy.meetingId, {
        copiedFrom: copy.from,
        dutyKey: copy.dutyKey,
        leadOfficeId: copy.leadOfficeId,
        startsAt: copy.startsAt.toISOString(),
        endsAt: copy.endsAt.toISOString(),
      }),
    );
    if (!first) throw new DomainError("invalid", "invalid", { fields: { meetingIds: ["nothingChosen"] } });
    return { result: { monday: input.monday, count: filed.length }, events: [first, ...rest] };
  },
});
