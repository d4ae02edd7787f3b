import "server-only";
import { uploadAction } from "@/lib/platform/files/upload-action";
import { idFromAddress } from "@/lib/platform/id-from-address";
import { attachScans } from "./commands/attach-scans";

export const scansUpload = uploadAction(attachScans, {
  form: "attach",
  page: ({ tenant, field }) => `/${tenant}/petitions/${idFromAddress(field("petitionId"))}`,
  redirectTo: ({ tenant, result }) => `/${tenant}/petitions/${result.petitionId}`,
  saved: "scansAttached",
});
