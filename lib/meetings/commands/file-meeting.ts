import "server-only";
import type { DutyInForce } from "@/lib/agreements/queries/load-duty-in-force";
import { loadServingMap } from "@/lib/agreements/queries/load-serving-map";
import { defineCommand } from "@/lib/platform/commands/define-command";
import { dayAt, dayToColumn } from "@/lib/platform/dates/days";
import { databaseCause } from "@/lib/platform/db/database-error";
import type { TenantTx } from "@/lib/platform/db/tenant-transaction";
import { DomainError } from "@/lib/platform/errors/domain-error";
import { newId } from "@/lib/platform/ids";
import { meetingFiled } from "../events";
import { leadUnder } from "../lead";
import { checkContent, contentColumns, takenPosts, writeParts } from "../parts";
import { assertFree, placeClaims } from "../placing";
import { decideFiling } from "../policy";
import { loadFilingDuty, questionOfMeeting } from "../queries/load-filing-duty";
import { verdictOf } from "../refusal";
import { holdUntil } from "../rules";
import { fileMeetingSchema } from "../schema";
import { lockResources, resourcesOf } from "../store";

const askedFor: Record<DutyInForce["leadRule"]["kind"], string> = {
  fixed: "dutyId",
  "office-serving": "bodyId",
  "host-of": "hostPostId",
  "by-table": "subjectKey",
};

function needsAnswer(duty: DutyInForce | null): DomainError {
  const field = duty ? askedFor[duty.leadRule.kind] : "dutyId";
  return new DomainError("invalid", "invalid", { fields: { [field]: ["leadNeedsThis"] } });
}

/** An office's own code names one of its meetings; whoever comes second is told at the field. */
function codeTaken(error: unknown): unknown {
  const cause = databaseCause(error);
  const taken =
    cause?.originalCode === "23505" &&
    cause.originalMessage?.includes("meetings_tenant_id_filing_office_id_code_key");
  return taken ? new DomainError("invalid", "invalid", { fields: { code: ["codeTaken"] } }) : error;
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
    const duty = await loadFilingDuty(tx, actor.tenantId, input);
    return duty === "unknown" ? null : { duty };
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
    const parts = await checkContent(tx, tenantId, input);
    const asked = await questionOfMeeting(tx, tenantId, input);
    const lead = leadUnder(duty, asked, actor.officeId, await loadServingMap(tx, tenantId));
    if (!lead) throw needsAnswer(duty);
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
    const row = {
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
    };
    try {
      await tx.meeting.createMany({ data: [row] });
    } catch (error) {
      throw codeTaken(error);
    }
    await writeParts(tx, tenantId, meetingId, parts);
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
