import type { JobHandler } from "@/lib/platform/outbox/job-handler";
import { escalateForwards } from "./escalate-forwards";
import { escalateForwardsQueue } from "./queues";

export const circleJobs: readonly JobHandler[] = [
  {
    queue: escalateForwardsQueue,
    cron: "45 7 * * *",
    atStart: true,
    handle: async () => {
      await escalateForwards();
    },
  },
];
