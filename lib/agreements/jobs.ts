import type { JobHandler } from "@/lib/platform/outbox/job-handler";
import { checkDocument } from "./jobs/check-document";
import { lapseRounds } from "./jobs/lapse-rounds";
import { remindExpiry } from "./jobs/remind-expiry";
import { checkDocumentQueue, lapseRoundsQueue, remindExpiryQueue } from "./queues";

export const agreementJobs: readonly JobHandler[] = [
  { queue: checkDocumentQueue, handle: checkDocument },
  { queue: lapseRoundsQueue, cron: "5 0 * * *", atStart: true, handle: lapseRounds },
  { queue: remindExpiryQueue, cron: "30 6 * * *", atStart: true, handle: () => remindExpiry() },
];
