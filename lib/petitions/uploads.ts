import "server-only";
import { keepTypedAction } from "@/lib/platform/files/keep-typed-action";
import { uploadAction } from "@/lib/platform/files/upload-action";
import { idFromAddress } from "@/lib/platform/id-from-address";
import { attachScans } from "./commands/attach-scans";
import { givePart } from "./commands/give-part";
import { takePetition } from "./commands/take-petition";

/** A new letter with the pages scanned at the desk; what is refused for any reason leaves neither. */
export const takeUpload = uploadAction(takePetition, {
  form: "take",
  page: ({ tenant }) => `/${tenant}/petitions/new`,
  redirectTo: ({ tenant, result, field }) =>
    `/${tenant}/petitions/${result.petitionId}${field("then") === "receipt" ? "/receipt" : ""}`,
  saved: "petitionTaken",
});

/** The search beside the form of a new letter, pressed without script. */
export const earlierUpload = keepTypedAction({
  form: "take",
  page: (tenant) => `/${tenant}/petitions/new`,
  anchor: "earlier",
});

export const scansUpload = uploadAction(attachScans, {
  form: "attach",
  page: ({ tenant, field }) => `/${tenant}/petitions/${idFromAddress(field("petitionId"))}`,
  redirectTo: ({ tenant, result }) => `/${tenant}/petitions/${result.petitionId}`,
  saved: "scansAttached",
});

/** An assisting office's answer about a letter, with its files. */
export const partUpload = uploadAction(givePart, {
  form: "give-part",
  page: ({ tenant, field }) => `/${tenant}/petitions/${idFromAddress(field("petitionId"))}`,
  redirectTo: ({ tenant, result }) => `/${tenant}/petitions/${result.petitionId}`,
  saved: "contributed",
});
