import { z } from "zod";
import type { JobHandler } from "@/lib/platform/outbox/job-handler";
import { listTenantIds } from "@/lib/platform/outbox/list-tenants";
import { wakeQueue } from "@/lib/platform/outbox/queue";
import { compareLetter, compareWaiting } from "./compare-arrived";
import { compareArrivedQueue, compareWaitingQueue } from "./queues";

const letterSchema = z.object({ tenantId: z.uuid(), petitionId: z.uuid() });

/** The letter that came, and no other: whatever else waits, it is not behind it. */
async function compareOne(data: unknown): Promise<void> {
  const letter = letterSchema.safeParse(data);
  if (letter.success) await compareLetter(letter.data.tenantId, letter.data.petitionId);
}

/** What nobody was woken for; where a round was too short for it, the next begins at once. */
async function compareRound(): Promise<void> {
  const { left } = await compareWaiting(await listTenantIds());
  if (left) await wakeQueue(compareWaitingQueue, {});
}

export const sameLetterJobs: readonly JobHandler[] = [
  { queue: compareArrivedQueue, handle: compareOne },
  { queue: compareWaitingQueue, cron: "* * * * *", atStart: true, alone: true, handle: compareRound },
];
