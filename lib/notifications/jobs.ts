import { deliverMailQueue } from "@/lib/platform/mail/mail";
import type { JobHandler } from "@/lib/platform/outbox/job-handler";
import { deliverMail } from "./jobs/deliver-mail";
import { requeueMail } from "./jobs/requeue-mail";
import { configuredMailer } from "./mailer";
import { requeueMailQueue } from "./queues";

export const notificationJobs: readonly JobHandler[] = [
  { queue: deliverMailQueue, handle: (data) => deliverMail(data, configuredMailer()) },
  { queue: requeueMailQueue, cron: "*/10 * * * *", atStart: true, handle: requeueMail },
];
