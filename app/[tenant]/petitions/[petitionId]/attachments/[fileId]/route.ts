import { lookAtPetition } from "@/lib/petitions/commands/look-at-petition";
import { getScan } from "@/lib/petitions/queries/get-scan";
import { runCommand } from "@/lib/platform/commands/execute-command";
import { formErrorOf, textOf, translateFieldErrors } from "@/lib/platform/commands/form-action";
import { DomainError } from "@/lib/platform/errors/domain-error";
import { answerSealedFile } from "@/lib/platform/files/answer-sealed";
import { forgetReturnedForm, keepReturnedForm } from "@/lib/platform/files/returned-form";
import { isForeign } from "@/lib/platform/files/upload-action";
import type { FormState } from "@/lib/platform/forms/form-state";
import { normaliseText } from "@/lib/platform/forms/text";
import { idFromAddress } from "@/lib/platform/id-from-address";
import { runQuery } from "@/lib/platform/queries/run-query";
import type { Caller } from "@/lib/platform/tenancy/actor";
import { actCaller } from "@/lib/platform/tenancy/caller";

type Context = { params: Promise<{ tenant: string; petitionId: string; fileId: string }> };

function plain(status: 401 | 403 | 404): Response {
  return new Response(null, { status, headers: { "Cache-Control": "no-store" } });
}

async function idsIn({ params }: Context) {
  const { tenant, petitionId, fileId } = await params;
  return { tenant, petitionId: idFromAddress(petitionId), fileId: idFromAddress(fileId) };
}

/** A scan of a letter in which nobody is denounced. Of any other it is not there: that takes an act, and a reason. */
export async function GET(_request: Request, context: Context): Promise<Response> {
  const { tenant, ...ids } = await idsIn(context);
  const caller = await actCaller(tenant);
  if (caller === "signed-out") return plain(401);
  if (caller === "not-found") return plain(404);
  const found = await runQuery(getScan, caller, ids);
  if (!found) return plain(404);
  return (await answerSealedFile(caller.tenant.id, found.view.fileId, found.view.key)) ?? plain(404);
}

/** Back to the letter, with what was wrong beside its field. */
async function sentBack(
  caller: Caller,
  petitionId: string,
  state: FormState & { status: "error" },
): Promise<Response> {
  const page = `/${caller.tenant.slug}/petitions/${petitionId}`;
  await keepReturnedForm(caller, { form: "scans", state }, page);
  return new Response(null, {
    status: 303,
    headers: { Location: `${page}#scans`, "Cache-Control": "no-store" },
  });
}

/** A scan of a sealed letter, for who handles it and says why: the look is on record before the first byte goes out. */
export async function POST(request: Request, context: Context): Promise<Response> {
  const { tenant, petitionId, fileId } = await idsIn(context);
  if (isForeign(request)) return plain(403);
  const caller = await actCaller(tenant);
  if (caller === "signed-out") return plain(401);
  if (caller === "not-found") return plain(404);
  const form = await request.formData().catch(() => new FormData());
  const input = lookAtPetition.input.safeParse({
    petitionId,
    fileId,
    reason: normaliseText(textOf(form, "reason")),
  });
  if (!input.success) {
    const fieldErrors = await translateFieldErrors({ reason: ["lookReasonMissing"] });
    return sentBack(caller, petitionId, { status: "error", fieldErrors, values: {} });
  }
  try {
    const { scanKey } = await runCommand(lookAtPetition, caller, input.data);
    await forgetReturnedForm(`/${tenant}/petitions/${petitionId}`);
    return (await answerSealedFile(caller.tenant.id, fileId, scanKey)) ?? plain(404);
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    if (error.code === "not-found") return plain(404);
    if (error.code === "forbidden") return plain(403);
    const { fieldErrors, formError } = await formErrorOf(error);
    const told = formError ? { reason: [formError.message] } : fieldErrors;
    return sentBack(caller, petitionId, { status: "error", fieldErrors: told, values: {} });
  }
}
