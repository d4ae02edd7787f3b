import "server-only";
import { loadDutyInForce } from "@/lib/agreements/queries/load-duty-in-force";
import { loadServingMap } from "@/lib/agreements/queries/load-serving-map";
import { resolveLead } from "@/lib/agreements/resolve-lead";
import { dayToColumn } from "@/lib/platform/dates/days";
import type { TenantTx } from "@/lib/platform/db/tenant-transaction";
import { DomainError } from "@/lib/platform/errors/domain-error";
import type { Actor } from "@/lib/platform/tenancy/actor";
import { overlapping } from "./periods";
import { loadOverlapsOf } from "./queries/load-overlaps";
import type { Decision, ItemInput } from "./schema";
import type { LockedItem, LockedProgramme } from "./store";

const fieldOfRule = {
  fixed: "dutyId",
  "office-serving": "dutyId",
  "host-of": "leaderPostId",
  "by-table": "subjectKey",
} as const;

function wrongField(field: string, message: string): DomainError {
  return new DomainError("invalid", "invalid", { fields: { [field]: [message] } });
}

/**
 * Who leads: by the duty of the text in force, asked about the programme's body, the responsible leader or the named subject;
 * without a duty the office that keeps the programme. A lead that was resolved for the same question stays.
 */
async function leadColumns(
  tx: TenantTx,
  actor: Actor,
  programme: LockedProgramme,
  input: ItemInput,
  before: LockedItem | null,
) {
  const { tenantId } = actor;
  if (!input.dutyId) {
    return {
      versionId: null,
      dutyId: null,
      bodyId: null,
      hostPostId: null,
      subjectKey: null,
      leadOfficeId: programme.officeId,
    };
  }
  if (before && before.dutyId === input.dutyId && before.versionId !== null) {
    const same =
      before.subjectKey === (before.subjectKey === null ? null : input.subjectKey) &&
      before.hostPostId === (before.hostPostId === null ? null : input.leaderPostId);
    const { versionId, dutyId, bodyId, hostPostId, subjectKey, leadOfficeId } = before;
    if (same) return { versionId, dutyId, bodyId, hostPostId, subjectKey, leadOfficeId };
  }
  const duty = await loadDutyInForce(tx, tenantId, input.dutyId);
  if (!duty) throw wrongField("dutyId", "dutyNotInForce");
  if (!duty.partyOffices.some((office) => office.id === actor.officeId)) {
    throw wrongField("dutyId", "dutyOfOthers");
  }
  const { kind } = duty.leadRule;
  const asked = { bodyId: programme.bodyId, hostPostId: input.leaderPostId, subjectKey: input.subjectKey };
  const lead = resolveLead(duty, asked, await loadServingMap(tx, tenantId));
  if (!lead) throw wrongField(fieldOfRule[kind], "leadNeedsThis");
  return {
    versionId: duty.versionId,
    dutyId: duty.id,
    bodyId: kind === "office-serving" ? programme.bodyId : null,
    hostPostId: kind === "host-of" ? input.leaderPostId : null,
    subjectKey: kind === "by-table" ? input.subjectKey : null,
    leadOfficeId: lead.leadOfficeId,
  };
}

async function assertReferences(tx: TenantTx, tenantId: string, input: ItemInput): Promise<void> {
  const { leaderPostId, submittedBodyId, meetingId } = input;
  const missing = async (field: string, found: Promise<object | null>) => {
    if (!(await found)) throw wrongField(field, "invalid");
  };
  if (leaderPostId) {
    const leader = tx.post.findFirst({
      where: { tenantId, id: leaderPostId, bodyId: { not: null } },
      select: { id: true },
    });
    await missing("leaderPostId", leader);
  }
  if (submittedBodyId) {
    const body = tx.body.findFirst({ where: { tenantId, id: submittedBodyId }, select: { id: true } });
    await missing("submittedBodyId", body);
  }
  if (meetingId) {
    const meeting = tx.meeting.findFirst({ where: { tenantId, id: meetingId }, select: { id: true } });
    await missing("meetingId", meeting);
  }
}

/** The columns of an item as it is typed; wrong ones are said at their field. */
export async function itemColumns(
  tx: TenantTx,
  actor: Actor,
  programme: LockedProgramme,
  input: ItemInput,
  { before, decision }: { before: LockedItem | null; decision: Decision | null },
) {
  if (!overlapping(input.due, programme)) throw wrongField("due", "dueOutside");
  await assertReferences(tx, actor.tenantId, input);
  const { startsOn, endsOn, precision } = input.due;
  // What is added later off the programme above is approved by the decision that adds it.
  const approval = input.approval ?? (before ? null : decision);
  return {
    title: input.title,
    ...(await leadColumns(tx, actor, programme, input, before)),
    others: input.others,
    submittedBodyId: input.submittedBodyId,
    startsOn: dayToColumn(startsOn),
    endsOn: dayToColumn(endsOn),
    precision,
    leaderPostId: input.leaderPostId,
    meetingId: input.meetingId,
    note: input.note,
    approvalNumber: approval?.number ?? null,
    approvedOn: approval ? dayToColumn(approval.on) : null,
    approvedBy: approval?.by ?? null,
  };
}

/** Says what overlaps with an item just written, once: who saw it writes it all the same. Nothing of the act stays before. */
export async function tellOverlaps(
  tx: TenantTx,
  tenantId: string,
  itemId: string,
  { despite }: ItemInput,
): Promise<void> {
  if (despite) return;
  const overlaps = (await loadOverlapsOf(tx, tenantId, itemId)).filter((overlap) => !overlap.settled);
  if (overlaps.length === 0) return;
  throw new DomainError("conflict", "itemOverlaps", {
    values: { count: overlaps.length },
    advice: { overlaps },
  });
}
