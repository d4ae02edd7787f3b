import "server-only";
import { type DutyInForce, loadDutyInForce } from "@/lib/agreements/queries/load-duty-in-force";
import { loadServingMap } from "@/lib/agreements/queries/load-serving-map";
import { resolveLead } from "@/lib/agreements/resolve-lead";
import { defineCommand } from "@/lib/platform/commands/define-command";
import { dayAt, dayToColumn } from "@/lib/platform/dates/days";
import type { TenantTx } from "@/lib/platform/db/tenant-transaction";
import { DomainError } from "@/lib/platform/errors/domain-error";
import { newId } from "@/lib/platform/ids";
import { meetingFiled } from "../events";
import { checkContent, contentColumns, takenPosts, writeParts } from "../parts";
import { assertFree, placeClaims } from "../placing";
import { decideFiling } from "../policy";
import { verdictOf } from "../refusal";
import { holdUntil } from "../rules";
import { fileMeetingSchema } from "../schema";
import { lockResources, resourcesOf } from "../store";

type Question = { bodyId: string | null; hostPostId: string | null; subjectKey: string | null };

function whatIsMissing(duty: DutyInForce): string {
  if (duty.leadRule.kind === "office-serving") return "bodyId";
  return duty.leadRule.kind === "host-of" ? "hostPostId" : "subjectKey";
}

/** The duty a meeting of this kind usually falls under, from the newest agreement in force; null where none has it. */
async function dutyOfKind(tx: TenantTx, tenantId: string, kindKey: string): Promise<string | null> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    select d.id from meeting_kinds k
    join coordination_duties d on d.tenant_id = k.tenant_id and d.duty_key = k.duty_key
    join agreement_versions v on v.tenant_id = d.tenant_id and v.id = d.version_id
    where k.tenant_id = ${tenantId}::uuid and k.key = ${kindKey} and v.state = 'signed' and v.effective_from <= portal_today()
      and (v.effective_until is null or portal_today() < v.effective_until)
    order by v.effective_from desc, v.id limit 1`;
  return rows[0]?.id ?? null;
}

/** Whose meeting it is and who hosts: as typed, else by who chairs it. */
async function questionOf(
  tx: TenantTx,
  tenantId: string,
  input: Question & { chairPostId: string | null },
): Promise<Question> {
  const { chairPostId, hostPostId, subjectKey } = input;
  const chair = chairPostId
    ? await tx.post.findUnique({
        where: { tenantId_id: { tenantId, id: chairPostId } },
        select: { bodyId: true },
      })
    : null;
  return { bodyId: input.bodyId ?? chair?.bodyId ?? null, hostPostId: hostPostId ?? chairPostId, subjectKey };
}

/** Who leads and what the rule was asked; without a duty the filing office itself. */
async function leadOf(
  tx: TenantTx,
  tenantId: string,
  duty: DutyInForce | null,
  asked: Question,
  own: string,
) {
  if (!duty)
    return {
      leadOfficeId: own,
      versionId: null,
      dutyId: null,
      bodyId: null,
      hostPostId: null,
      subjectKey: null,
    };
  const lead = resolveLead(duty, asked, await loadServingMap(tx, tenantId));
  if (!lead)
    throw new DomainError("invalid", "invalid", { fields: { [whatIsMissing(duty)]: ["leadNeedsThis"] } });
  const { kind } = duty.leadRule;
  return {
    leadOfficeId: lead.leadOfficeId,
    versionId: duty.versionId,
    dutyId: duty.id,
    bodyId: kind === "office-serving" ? asked.bodyId : null,
    hostPostId: kind === "host-of" ? asked.hostPostId : null,
    subjectKey: kind === "by-table" ? asked.subjectKey : null,
  };
}

export async function holdDaysOf(tx: TenantTx, tenantId: string): Promise<number> {
  const settings = await tx.calendarSettings.findUniqueOrThrow({
    where: { tenantId },
    select: { holdDays: true },
  });
  return settings.holdDays;
}

/**
 * A meeting filed for the common calendar. Who leads and assists follows from the duty; until the lead confirms it, it only
 * holds its leaders' and its room's time (article 4 clauses 7 and 9).
 */
export const fileMeeting = defineCommand({
  name: "meetings.file",
  input: fileMeetingSchema,
  async subject({ tx, actor, input }) {
    const dutyId =
      input.dutyId === "by-kind" ? await dutyOfKind(tx, actor.tenantId, input.kindKey) : input.dutyId;
    if (!dutyId) return { duty: null };
    const duty = await loadDutyInForce(tx, actor.tenantId, dutyId);
    return duty && { duty };
  },
  allow({ tx, actor, subject: { duty } }) {
    const isParty = duty?.partyOffices.some((office) => office.id === actor.officeId) ?? false;
    return verdictOf(tx, actor.tenantId, decideFiling(actor, { duty: duty !== null, isParty }), {
      act: "meeting.file",
      versionId: duty?.versionId ?? null,
      ...(duty ? { subject: { subjectKind: "agreement-version", subjectId: duty.versionId } } : {}),
      offices: () => duty?.partyOffices.map((office) => office.code) ?? [],
    });
  },
  async run({ tx, actor, input, subject: { duty }, now }) {
    const { tenantId } = actor;
    const today = dayAt(now);
    if (input.endsAt <= now) throw new DomainError("invalid", "invalid", { fields: { day: ["dayPast"] } });
    if (input.holdUntil && input.holdUntil < today) {
      throw new DomainError("invalid", "invalid", { fields: { holdUntil: ["dayPast"] } });
    }
    await checkContent(tx, tenantId, input);
    const lead = await leadOf(tx, tenantId, duty, await questionOf(tx, tenantId, input), actor.officeId);
    const resourceIds = await resourcesOf(tx, tenantId, {
      leaderPostIds: takenPosts(input),
      roomId: input.roomId,
    });
    await lockResources(tx, resourceIds);
    const meetingId = newId();
    const { startsAt, endsAt, overrideReason } = input;
    const wish = {
      meetingId,
      resourceIds,
      roomId: input.roomId,
      kindKey: input.kindKey,
      filedAt: now,
      startsAt,
      endsAt,
    };
    const reasons = { confirms: false, overrideReason, displaceReason: null };
    await assertFree(tx, actor, wish, reasons, now);
    await tx.meeting.createMany({
      data: [
        {
          tenantId,
          id: meetingId,
          code: input.code,
          ...contentColumns(input),
          ...lead,
          filingOfficeId: actor.officeId,
          filingAccountId: actor.accountId,
          state: "filed",
          startsAt,
          endsAt,
          holdUntil: dayToColumn(
            holdUntil(input.holdUntil, dayAt(startsAt), today, await holdDaysOf(tx, tenantId)),
          ),
          overrideReason,
          createdAt: now,
          changedAt: now,
        },
      ],
    });
    await writeParts(tx, tenantId, meetingId, input);
    await placeClaims(tx, meetingId, reasons);
    return {
      result: { meetingId, day: dayAt(startsAt) },
      events: [
        meetingFiled(meetingId, {
          dutyKey: duty?.dutyKey ?? null,
          leadOfficeId: lead.leadOfficeId,
          startsAt: startsAt.toISOString(),
          endsAt: endsAt.toISOString(),
          override: overrideReason,
        }),
      ],
    };
  },
});
