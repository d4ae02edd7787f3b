import "server-only";
import { getTranslations } from "next-intl/server";
import { translateFieldErrors } from "@/lib/platform/commands/form-action";
import { largestFromCitizens } from "@/lib/platform/files/limits";
import { examineAll } from "@/lib/platform/files/upload-action";
import type { FieldErrors } from "@/lib/platform/forms/form-state";
import { newId } from "@/lib/platform/ids";
import { forgetDraft, hold } from "../drafts";
import { addPage } from "../functions";
import { letterPage, opened, sealAddition } from "../opened";
import { pageSchema } from "../schema";
import { dropSealed, keepSealed } from "../seal-files";
import { back, parse, type Sent, type Target } from "../sent";

/** A page more, with files or without. */
export async function add(sent: Sent): Promise<Target> {
  const { tenant, portal } = sent;
  const letter = await opened(sent);
  if (!letter) return letterPage(tenant);
  const parsed = await parse(pageSchema, sent);
  const { uploads, errors: wrong } = await examineAll(sent.form, largestFromCitizens());
  const errors: FieldErrors = { ...("errors" in parsed ? parsed.errors : {}), ...wrong };
  const page = "input" in parsed ? parsed.input.page : "";
  if (page === "" && uploads.length === 0 && Object.keys(errors).length === 0)
    Object.assign(errors, await translateFieldErrors({ page: ["citizenPageMissing"] }));
  if (Object.keys(errors).length > 0) {
    const t = await getTranslations("citizen.send");
    const chosen = sent.form.files.length + sent.form.refused.length > 0;
    const files = [...(errors["files"] ?? []), ...(chosen ? [t("chooseAgain")] : [])];
    return `${await back(sent, "add", { ...errors, ...(files.length > 0 ? { files } : {}) })}#errors`;
  }
  const id = newId();
  const files = await keepSealed(
    { tenantId: portal.tenantId, petitionId: letter.row.petitionId },
    uploads.map(([, upload]) => upload),
    letter.key,
  );
  let added = false;
  try {
    added = await addPage(tenant, letter.hash, { id, sealed: sealAddition(sent, letter, id, page), files });
  } finally {
    if (!added) await dropSealed(portal.tenantId, files);
  }
  await forgetDraft(tenant, "add");
  if (added) await hold(tenant, "done", { act: "added" });
  return letterPage(tenant);
}
