import "server-only";
import { defineCommand } from "@/lib/platform/commands/define-command";
import { type Day, dayAt, dayFromColumn, dayToColumn } from "@/lib/platform/dates/days";
import type { TenantTx } from "@/lib/platform/db/tenant-transaction";
import { DomainError } from "@/lib/platform/errors/domain-error";
import { keepClocksOf, loadMilestones } from "../clocks/load-timeline";
import { milestoneProblem, stateAfter } from "../clocks/milestones";
import { putMilestone } from "../clocks/put-milestone";
import { recordMilestoneSchema } from "../clocks/schema";
import { milestoneRecorded } from "../events";
import { refuseNames } from "../identity/refuse-names";
import { allowOnPetition } from "../refusal";
import { findPetitionForUpdate, type LockedPetition } from "../store";

async function receivedOn(tx: TenantTx, tenantId: string, petitionId: string): Promise<Day> {
  const row = await tx.petition.findUniqueOrThrow({
    where: { tenantId_id: { tenantId, id: petitionId } },
    select: { receivedOn: true },
  });
  return dayFromColumn(row.receivedOn);
}

/** The letter moves with its milestone: accepted, suspended, gone on with, settled. */
async function moveLetter(
  tx: TenantTx,
  tenantId: string,
  petition: LockedPetition,
  moved: { state: string; on: Day; document: string; now: Date },
): Promise<void> {
  const settled = moved.state === "settled";
  await tx.petition.updateMany({
    where: { tenantId, id: petition.id },
    data: {
      state: moved.state,
      changedAt: moved.now,
      revision: petition.revision + 1,
      ...(settled
        ? {
            outcome: "settled",
            outcomeOn: dayToColumn(moved.on),
            outcomeDocument: moved.document,
            closedAt: moved.now,
          }
        : {}),
    },
  });
}

/**
 * Puts on record what happened to a letter on a day, by which decision: acceptance, suspension, extension, decision, the
 * facts its limits depend on. Its clocks follow in the same transaction.
 */
export const recordMilestone = defineCommand({
  name: "petitions.recordMilestone",
  input: recordMilestoneSchema,
  subject: ({ tx, actor, input }) => findPetitionForUpdate(tx, actor.tenantId, input.petitionId),
  allow: ({ tx, actor, subject }) => allowOnPetition(tx, actor, "record", subject),
  async run({ tx, actor, input, subject: petition, now }) {
    const { tenantId } = actor;
    if (petition.revision !== input.revision) throw new DomainError("stale", "stalePetition");
    const problem = milestoneProblem(input, {
      class: petition.class,
      state: petition.state,
      receivedOn: await receivedOn(tx, tenantId, petition.id),
      today: dayAt(now),
      milestones: await loadMilestones(tx, tenantId, petition.id),
    });
    if (problem)
      throw new DomainError("invalid", "invalid", { fields: { [problem.field]: [problem.message] } });
    const { kind, on, days, document, note } = input;
    await refuseNames(tx, tenantId, petition, { document, note });
    await putMilestone(tx, actor, petition.id, input, now);
    const state = stateAfter(kind);
    if (state !== null) await moveLetter(tx, tenantId, petition, { state, on, document, now });
    await keepClocksOf(tx, { tenantId, petitionId: petition.id, now });
    return {
      result: { petitionId: petition.id },
      events: [milestoneRecorded(petition.id, { kind, on, ...(kind === "extended" ? { days } : {}) })],
    };
  },
});
