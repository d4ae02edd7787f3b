import type { JobHandler } from "@/lib/platform/outbox/job-handler";
import { announce } from "./announce";
import { announceQueue } from "./queues";

export const liveJobs: readonly JobHandler[] = [
  { queue: announceQueue, everySecond: true, handle: announce },
];
