import "server-only";
import { type Day, dayAt, dayFromColumn } from "@/lib/platform/dates/days";
import type { TenantTx } from "@/lib/platform/db/tenant-transaction";
import { keepClocks } from "./keep-clocks";
import type { Milestone, MilestoneKind, PetitionTimeline, RecordedFacts } from "./timeline";

export async function loadMilestones(
  tx: TenantTx,
  tenantId: string,
  petitionId: string,
): Promise<Milestone[]> {
  const rows = await tx.petitionMilestone.findMany({
    where: { tenantId, petitionId },
    orderBy: [{ onDay: "asc" }, { id: "asc" }],
    select: { kind: true, onDay: true, days: true, facts: true },
  });
  return rows.map((row) => ({
    kind: row.kind as MilestoneKind,
    on: dayFromColumn(row.onDay),
    ...(row.days === null ? {} : { days: row.days }),
    ...(row.facts === null ? {} : { facts: row.facts as RecordedFacts }),
  }));
}

/** The day a forwarded letter came to the office that handles it now: its limits are reckoned from its own receipt. */
async function handedOverOn(
  tx: TenantTx,
  tenantId: string,
  petitionId: string,
  officeId: string,
): Promise<Day | null> {
  const forward = await tx.petitionForward.findFirst({
    where: { tenantId, petitionId, toOfficeId: officeId, answeredAt: { not: null } },
    orderBy: { createdAt: "desc" },
    select: { answeredAt: true },
  });
  return forward?.answeredAt ? dayAt(forward.answeredAt) : null;
}

/**
 * Brings the clocks of a letter to what is on record of it. Every command that changes a letter calls it last, in its own
 * transaction; where nothing of it bears on a date it changes nothing.
 */
export async function keepClocksOf(
  tx: TenantTx,
  letter: { tenantId: string; petitionId: string; now: Date },
): Promise<void> {
  const { tenantId, petitionId, now } = letter;
  const found = await tx.petition.findUnique({
    where: { tenantId_id: { tenantId, id: petitionId } },
    select: {
      kind: true,
      class: true,
      channel: true,
      forwarderKind: true,
      receivedOn: true,
      competent: true,
      outcome: true,
      outcomeOn: true,
      leadOfficeId: true,
      leadWhy: true,
      joins: { where: { kind: "joined", undoneAt: null }, select: { id: true } },
    },
  });
  if (!found) return;
  const timeline: PetitionTimeline = {
    kind: found.kind as PetitionTimeline["kind"],
    joined: found.joins.length > 0,
    class: found.class as PetitionTimeline["class"],
    channel: found.channel,
    forwarderKind: found.forwarderKind,
    receivedOn:
      found.leadWhy === "forwarded"
        ? ((await handedOverOn(tx, tenantId, petitionId, found.leadOfficeId)) ??
          dayFromColumn(found.receivedOn))
        : dayFromColumn(found.receivedOn),
    competent: found.competent,
    outcome:
      found.outcome === null || found.outcomeOn === null
        ? null
        : { kind: found.outcome, on: dayFromColumn(found.outcomeOn) },
    milestones: await loadMilestones(tx, tenantId, petitionId),
  };
  await keepClocks(tx, { tenantId, petitionId, officeId: found.leadOfficeId, timeline, now });
}
