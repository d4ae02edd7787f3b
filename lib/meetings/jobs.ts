import type { JobHandler } from "@/lib/platform/outbox/job-handler";
import { releaseHolds } from "./jobs/release-holds";
import { remindExchange } from "./jobs/remind-exchange";
import { writeMail } from "./jobs/write-mail";
import { releaseHoldsQueue, remindExchangeQueue, writeMailQueue } from "./queues";

export const meetingJobs: readonly JobHandler[] = [
  { queue: releaseHoldsQueue, cron: "10 0 * * *", atStart: true, handle: releaseHolds },
  { queue: remindExchangeQueue, cron: "0 8 * * *", atStart: true, handle: remindExchange },
  { queue: writeMailQueue, handle: writeMail },
];
