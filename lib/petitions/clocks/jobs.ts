import { z } from "zod";
import type { JobHandler } from "@/lib/platform/outbox/job-handler";
import { listTenantIds } from "@/lib/platform/outbox/list-tenants";
import { recomputeClocksQueue, remindDueQueue } from "./queues";
import { recomputeClocks } from "./recompute";
import { remindDue } from "./remind-due";

const dataSchema = z.looseObject({ tenantId: z.uuid().optional() }).nullish();

/** Of one tenant after a change; of every tenant when a worker starts, for what was missed. */
async function recompute(data: unknown): Promise<void> {
  const tenantId = dataSchema.parse(data)?.tenantId;
  for (const id of tenantId === undefined ? await listTenantIds() : [tenantId]) await recomputeClocks(id);
}

export const clockJobs: readonly JobHandler[] = [
  { queue: recomputeClocksQueue, atStart: true, handle: recompute },
  {
    queue: remindDueQueue,
    cron: "30 7 * * *",
    atStart: true,
    handle: async () => {
      await remindDue();
    },
  },
];
