import { z } from "zod";
import type { JobHandler } from "@/lib/platform/outbox/job-handler";
import { listTenantIds } from "@/lib/platform/outbox/list-tenants";
import { compareArrived } from "./compare-arrived";
import { compareArrivedQueue } from "./queues";

const dataSchema = z.looseObject({ tenantId: z.uuid().optional() }).nullish();

/** Of one tenant when a letter came; of every tenant each minute, for what is left of many and what nobody woke it for. */
async function compareAll(data: unknown): Promise<void> {
  const tenantId = dataSchema.parse(data)?.tenantId;
  await compareArrived(tenantId === undefined ? await listTenantIds() : [tenantId]);
}

export const sameLetterJobs: readonly JobHandler[] = [
  { queue: compareArrivedQueue, cron: "* * * * *", atStart: true, handle: compareAll },
];
