import "server-only";
import { asSystem, type TenantTx } from "@/lib/platform/db/tenant-transaction";
import { log } from "@/lib/platform/log";
import { keepClocksOf } from "../clocks/load-timeline";
import { openLetter } from "../identity/sealing";
import type { Identity } from "../types";
import { askIn, keepSketch } from "./keep";

/** A round is over within the time after which its job would be given to another; what is left comes in the next. */
const longestRoundMs = 30_000;
const batch = 200;

/** Letters nothing is kept of yet by which they could be compared, from a place on. */
function dueAfter(tenantId: string, after: string | null): Promise<{ petitionId: string }[]> {
  return asSystem(tenantId, (tx) =>
    tx.petitionSketchDue.findMany({
      where: { tenantId, ...(after === null ? {} : { petitionId: { gt: after } }) },
      orderBy: { petitionId: "asc" },
      take: batch,
      select: { petitionId: true },
    }),
  );
}

/** One letter, in a transaction of its own. It may be classified in the same moment: whoever takes its row first keeps it. */
async function compareOne(tx: TenantTx, tenantId: string, petitionId: string, now: Date): Promise<number> {
  const [due] = await askIn(tx)<{ taken: boolean }>("select take_due_sketch($1::uuid) as taken", [
    petitionId,
  ]);
  if (!due?.taken) return 0;
  const { identity, leadOfficeId, subject, parentId, origin } = await tx.petition.findUniqueOrThrow({
    where: { tenantId_id: { tenantId, id: petitionId } },
    select: { identity: true, leadOfficeId: true, subject: true, parentId: true, origin: true },
  });
  const { people, content } = await openLetter(tx, tenantId, petitionId);
  await keepSketch(tx, {
    tenantId,
    petitionId,
    officeId: leadOfficeId,
    identity: identity as Identity,
    people,
    subject,
    content,
    now,
    isPart: parentId !== null,
    source: "arrival",
  });
  // Who sent it could open no clock. Registers that are imported have none, and everything else had its own from the beginning.
  if (origin === "online") await keepClocksOf(tx, { tenantId, petitionId, now });
  return 1;
}

/**
 * Keeps of each letter that waits what it is compared by, and what looks the same: of one nobody classified, its content alone
 * (docs/decisions/0055); and opens the clock of one that came on line. Run again, or cut off, it goes on where it was; one letter that does not open keeps no other waiting.
 */
export async function compareArrived(
  tenantIds: readonly string[],
  { now = new Date(), untilMs = performance.now() + longestRoundMs } = {},
): Promise<number> {
  let [kept, failed] = [0, 0];
  for (const tenantId of tenantIds) {
    let after: string | null = null;
    for (let due = await dueAfter(tenantId, after); due.length > 0; due = await dueAfter(tenantId, after)) {
      for (const { petitionId } of due) {
        if (performance.now() > untilMs) return kept;
        after = petitionId;
        try {
          kept += await asSystem(tenantId, (tx) => compareOne(tx, tenantId, petitionId, now));
        } catch (error) {
          failed += 1;
          log.error({ petitionId, fault: error instanceof Error ? error.name : "unknown" }, "not compared");
        }
      }
    }
  }
  if (failed > 0) throw new Error(`${failed} letters were not compared`);
  return kept;
}
