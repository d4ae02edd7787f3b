import type { JobHandler } from "@/lib/platform/outbox/job-handler";
import { checkDocument } from "./jobs/check-document";
import { lapseRounds } from "./jobs/lapse-rounds";
import { remindExpiry } from "./jobs/remind-expiry";
import { tellEnding } from "./jobs/tell-ending";
import { checkDocumentQueue, lapseRoundsQueue, remindExpiryQueue, tellEndingQueue } from "./queues";

export const agreementJobs: readonly JobHandler[] = [
  { queue: checkDocumentQueue, handle: checkDocument },
  { queue: tellEndingQueue, handle: tellEnding },
  { queue: lapseRoundsQueue, cron: "5 0 * * *", atStart: true, handle: lapseRounds },
  { queue: remindExpiryQueue, cron: "30 6 * * *", atStart: true, handle: () => remindExpiry() },
];
