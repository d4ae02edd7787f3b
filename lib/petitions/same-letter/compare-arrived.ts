import "server-only";
import { asSystem, type TenantTx } from "@/lib/platform/db/tenant-transaction";
import { log } from "@/lib/platform/log";
import { keepClocksOf } from "../clocks/load-timeline";
import { openLetter } from "../identity/sealing";
import type { Identity } from "../types";
import { askIn, keepSketch } from "./keep";

/** A round is over within the time after which its job would be given to another; what is left comes in the next. */
const longestRoundMs = 30_000;
/** So many letters of one tenant go before it is the next one's turn. */
const turnOf = 20;

type Waiting = { tenantId: string; after: string | null };

/** Letters nothing is kept of yet by which they could be compared, the oldest first, from a place on. */
function dueOf({ tenantId, after }: Waiting, online: boolean): Promise<{ petitionId: string }[]> {
  return asSystem(tenantId, (tx) =>
    tx.petitionSketchDue.findMany({
      where: { tenantId, online, ...(after === null ? {} : { petitionId: { gt: after } }) },
      orderBy: { petitionId: "asc" },
      take: turnOf,
      select: { petitionId: true },
    }),
  );
}

/** Whether it waits still; it may be classified in the same moment, and whoever takes its row first keeps it. */
async function take(tx: TenantTx, petitionId: string): Promise<boolean> {
  const [due] = await askIn(tx)<{ taken: boolean }>("select take_due_sketch($1::uuid) as taken", [
    petitionId,
  ]);
  return due?.taken === true;
}

async function compareIn(tx: TenantTx, tenantId: string, petitionId: string, now: Date): Promise<boolean> {
  if (!(await take(tx, petitionId))) return false;
  const { identity, leadOfficeId, subject, parentId } = await tx.petition.findUniqueOrThrow({
    where: { tenantId_id: { tenantId, id: petitionId } },
    select: { identity: true, leadOfficeId: true, subject: true, parentId: true },
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
  return true;
}

/**
 * Keeps of one letter that waits what it is compared by, and what looks the same: of one nobody classified, its content alone
 * (docs/decisions/0055). Of one that came on line the clock is reckoned once more before that, in a transaction of its own: it was
 * opened as the letter was sent, and does not hang on whether the letter opens. Registers that are imported have none.
 */
export async function compareLetter(
  tenantId: string,
  petitionId: string,
  now: Date = new Date(),
): Promise<boolean> {
  await asSystem(tenantId, async (tx) => {
    const online = await tx.petition.count({ where: { tenantId, id: petitionId, origin: "online" } });
    if (online > 0 && (await take(tx, petitionId))) await keepClocksOf(tx, { tenantId, petitionId, now });
  });
  return asSystem(tenantId, (tx) => compareIn(tx, tenantId, petitionId, now));
}

/** Who begins changes from round to round, so that many tenants all come to their turn though a round is too short for them. */
function inTurn(tenantIds: readonly string[], now: Date): Waiting[] {
  const first = Math.floor(now.getTime() / longestRoundMs) % Math.max(1, tenantIds.length);
  return [...tenantIds.slice(first), ...tenantIds.slice(0, first)].map((tenantId) => ({
    tenantId,
    after: null,
  }));
}

/**
 * Compares what waits, in every tenant: first what came on line, then what was there before letters were compared; a few letters of
 * one tenant, then of the next, so that nobody waits for another's register. Run again, or cut off, it goes on where it was; one
 * letter that does not open keeps no other waiting.
 */
export async function compareWaiting(
  tenantIds: readonly string[],
  { now = new Date(), untilMs = performance.now() + longestRoundMs } = {},
): Promise<{ kept: number; left: boolean }> {
  let [kept, failed] = [0, 0];
  for (const online of [true, false]) {
    let waiting = inTurn(tenantIds, now);
    while (waiting.length > 0) {
      const next: Waiting[] = [];
      for (const turn of waiting) {
        const due = await dueOf(turn, online);
        for (const { petitionId } of due) {
          if (performance.now() > untilMs) return { kept, left: true };
          try {
            if (await compareLetter(turn.tenantId, petitionId, now)) kept += 1;
          } catch (error) {
            failed += 1;
            log.error({ petitionId, fault: error instanceof Error ? error.name : "unknown" }, "not compared");
          }
        }
        const last = due.at(-1);
        if (last && due.length === turnOf) next.push({ tenantId: turn.tenantId, after: last.petitionId });
      }
      waiting = next;
    }
  }
  if (failed > 0) throw new Error(`${failed} letters were not compared`);
  return { kept, left: false };
}
