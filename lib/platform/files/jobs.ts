import type { JobHandler } from "@/lib/platform/outbox/job-handler";
import { tidyFiles } from "./jobs/tidy-files";

export const tidyFilesQueue = "files.tidy";

export const fileJobs: readonly JobHandler[] = [
  { queue: tidyFilesQueue, cron: "40 2 * * *", atStart: true, handle: () => tidyFiles() },
];
