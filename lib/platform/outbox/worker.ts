// The worker's process: puts the jobs of every domain together and runs until it is told to end.
import { agreementJobs } from "@/lib/agreements/jobs";
import { meetingJobs } from "@/lib/meetings/jobs";
import { notificationJobs } from "@/lib/notifications/jobs";
import { circleJobs } from "@/lib/petitions/circles/jobs";
import { clockJobs } from "@/lib/petitions/clocks/jobs";
import { sameLetterJobs } from "@/lib/petitions/same-letter/jobs";
import { disconnect } from "@/lib/platform/db/client";
import { fileJobs } from "@/lib/platform/files/jobs";
import { liveJobs } from "@/lib/platform/live/jobs";
import { log } from "@/lib/platform/log";
import { closeQueue } from "./queue";
import { runWorker } from "./run-worker";

const ended = new Promise<string>((resolve) => {
  for (const signal of ["SIGTERM", "SIGINT"] as const) process.once(signal, () => resolve(signal));
});
const worker = await runWorker([
  ...agreementJobs,
  ...meetingJobs,
  ...notificationJobs,
  ...liveJobs,
  ...fileJobs,
  ...clockJobs,
  ...circleJobs,
  ...sameLetterJobs,
]);
log.info("worker started");
const signal = await ended;
await worker.stop();
await closeQueue();
await disconnect();
log.info({ signal }, "worker ended");
// A job that was cut off would go on and open anew what was closed; it runs again later.
process.exit();
