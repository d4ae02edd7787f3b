import "server-only";
import { type Day, dayFromColumn, dayToColumn } from "@/lib/platform/dates/days";
import type { TenantTx } from "@/lib/platform/db/tenant-transaction";
import type { DomainEvent } from "@/lib/platform/events/event";
import type { Actor } from "@/lib/platform/tenancy/actor";
import { keepClocksOf, loadMilestones } from "../clocks/load-timeline";
import { milestoneProblem } from "../clocks/milestones";
import { putMilestone } from "../clocks/put-milestone";
import type { MilestoneKind } from "../clocks/timeline";
import { milestoneRecorded, petitionConcluded } from "../events";
import { whyNot } from "../rules";
import type { LockedPetition } from "../store";

type Answer = { on: Day; document: string; words: string; toldOn: Day };

/**
 * The answer of a case, told, is the answer of each of its letters: the outcome is told, an accepted complaint is decided, a proposal
 * settled, and their clocks end. A complaint that was not accepted yet is still to be judged; one joined to another goes with that one.
 */
export async function endLetterOfCase(
  tx: TenantTx,
  actor: Actor,
  letter: LockedPetition,
  answer: Answer,
  now: Date,
): Promise<DomainEvent[]> {
  if (letter.joined || letter.leadOfficeId !== actor.officeId) return [];
  const { tenantId } = actor;
  const at = { tenantId, petitionId: letter.id };
  const { receivedOn } = await tx.petition.findUniqueOrThrow({
    where: { tenantId_id: { tenantId, id: letter.id } },
    select: { receivedOn: true },
  });
  const milestones = await loadMilestones(tx, tenantId, letter.id);
  const known = {
    class: letter.class,
    state: letter.state,
    receivedOn: dayFromColumn(receivedOn),
    milestones,
  };
  const fits = (kind: MilestoneKind, on: Day) =>
    milestoneProblem({ kind, on, days: null }, { ...known, today: answer.toldOn }) === null;
  // Answered before this letter was accepted, it was decided for this one the day it was told.
  const decidedOn = [answer.on, answer.toldOn].find((day) => fits("decided", day));
  const put: { kind: MilestoneKind; on: Day }[] = [
    ...(decidedOn === undefined ? [] : [{ kind: "decided" as const, on: decidedOn }]),
    ...(fits("outcome-told", answer.toldOn) && !milestones.some(({ kind }) => kind === "outcome-told")
      ? [{ kind: "outcome-told" as const, on: answer.toldOn }]
      : []),
  ];
  for (const milestone of put) {
    const typed = { ...milestone, days: null, facts: {}, document: answer.document, note: "" };
    await putMilestone(tx, actor, letter.id, typed, now);
  }
  const settles =
    decidedOn !== undefined ||
    (letter.state === "classified" && whyNot("settled", { ...letter, unmet: 0 }) === null);
  if (settles) {
    await tx.petition.updateMany({
      where: { tenantId, id: letter.id },
      data: {
        state: "settled",
        outcome: "settled",
        outcomeOn: dayToColumn(decidedOn ?? answer.toldOn),
        outcomeDocument: answer.document,
        followUp: answer.words.slice(0, 1_000),
        closedAt: now,
        changedAt: now,
        revision: letter.revision + 1,
      },
    });
  }
  await keepClocksOf(tx, { ...at, now });
  return [
    ...put.map(({ kind, on }) => milestoneRecorded(letter.id, { kind, on })),
    ...(settles && decidedOn === undefined ? [petitionConcluded(letter.id, { conclusion: "settled" })] : []),
  ];
}
