import "server-only";
import { type Day, dayToColumn } from "@/lib/platform/dates/days";
import { databaseCause } from "@/lib/platform/db/database-error";
import type { TenantTx } from "@/lib/platform/db/tenant-transaction";
import { DomainError } from "@/lib/platform/errors/domain-error";
import type { Actor } from "@/lib/platform/tenancy/actor";
import type { MeetingLead } from "./lead";
import type { CheckedParts, contentColumns } from "./parts";
import { placeClaims } from "./placing";
import { rememberBefore } from "./store";

type Columns = Omit<ReturnType<typeof contentColumns>, "note" | "points" | "delegates"> &
  Partial<Pick<ReturnType<typeof contentColumns>, "note" | "points" | "delegates">>;

/** A meeting about to be filed: checked, and with the lead that its duty says. */
export type NewMeeting = {
  meetingId: string;
  columns: Columns;
  lead: MeetingLead;
  parts: CheckedParts;
  startsAt: Date;
  endsAt: Date;
  holdUntil: Day;
  code?: string | null;
  seriesId?: string;
  overrideReason?: string | null;
};

/** An office's own code names one of its meetings; whoever comes second is told at the field. */
function codeTaken(error: unknown): unknown {
  const cause = databaseCause(error);
  const taken =
    cause?.originalCode === "23505" &&
    cause.originalMessage?.includes("meetings_tenant_id_filing_office_id_code_key");
  return taken ? new DomainError("invalid", "invalid", { fields: { code: ["codeTaken"] } }) : error;
}

/**
 * Files meetings for the acting office under the locks of all they take: their rows, their parts, then their claims.
 * `override` is why travel and set-up time are passed over.
 */
export async function writeNewMeetings(
  tx: TenantTx,
  actor: Actor,
  meetings: readonly NewMeeting[],
  { override, now }: { override: string | null; now: Date },
): Promise<void> {
  const { tenantId } = actor;
  const rows = meetings.map(({ meetingId, columns, lead, startsAt, endsAt, holdUntil, ...more }) => ({
    tenantId,
    id: meetingId,
    code: more.code ?? null,
    seriesId: more.seriesId ?? null,
    ...columns,
    ...lead,
    filingOfficeId: actor.officeId,
    filingAccountId: actor.accountId,
    state: "filed",
    startsAt,
    endsAt,
    holdUntil: dayToColumn(holdUntil),
    overrideReason: more.overrideReason ?? null,
    createdAt: now,
    changedAt: now,
  }));
  try {
    await tx.meeting.createMany({ data: rows });
  } catch (error) {
    throw codeTaken(error);
  }
  await tx.meetingLeader.createMany({
    data: meetings.flatMap(({ meetingId, parts }) =>
      parts.leaders.map((leader) => ({ tenantId, meetingId, ...leader })),
    ),
  });
  await tx.meetingKit.createMany({
    data: meetings.flatMap(({ meetingId, parts }) =>
      parts.kitIds.map((resourceId) => ({ tenantId, meetingId, resourceId })),
    ),
  });
  await tx.meetingBody.createMany({
    data: meetings.flatMap(({ meetingId, parts }) =>
      parts.bodyIds.map((bodyId) => ({ tenantId, meetingId, bodyId })),
    ),
  });
  const ids = meetings.map(({ meetingId }) => meetingId);
  await placeClaims(tx, ids, { overrideReason: override, displaceReason: null });
  await rememberBefore(tx, ids, "file");
}
