import "server-only";
import { uploadAction } from "@/lib/platform/files/upload-action";
import { idFromAddress } from "@/lib/platform/id-from-address";
import { giveContribution } from "./commands/give-contribution";

export const contributionUpload = uploadAction(giveContribution, {
  form: "contribute",
  page: ({ tenant, field }) => `/${tenant}/tasks/${idFromAddress(field("taskId"))}`,
  redirectTo: ({ tenant, result }) => `/${tenant}/tasks/${result.taskId}`,
  saved: "contributed",
});
