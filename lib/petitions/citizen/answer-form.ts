import "server-only";
import { randomUUID } from "node:crypto";
import { getTranslations } from "next-intl/server";
import { faultOf } from "@/lib/platform/commands/form-action";
import { asDomainError } from "@/lib/platform/db/database-error";
import { DomainError } from "@/lib/platform/errors/domain-error";
import { largestForm, largestFromCitizens, mostFiles } from "@/lib/platform/files/limits";
import { BadForm, type FormLimits, type ReceivedForm, receiveForm } from "@/lib/platform/files/receive-form";
import { isForeign } from "@/lib/platform/files/upload-action";
import { log } from "@/lib/platform/log";
import { cleanFields } from "./clean-fields";
import { citizenPortal } from "./functions";
import type { Act } from "./sent";

const headers = {
  "Cache-Control": "no-store",
  "X-Content-Type-Options": "nosniff",
  "Referrer-Policy": "no-referrer",
};

function plain(status: number, text = ""): Response {
  return new Response(text, { status, headers: { ...headers, "Content-Type": "text/plain; charset=utf-8" } });
}

async function wordsOfFault(error: unknown, act: string): Promise<Response> {
  const known = asDomainError(error);
  const t = await getTranslations("errors");
  if (known instanceof DomainError) {
    return plain(known.code === "busy" ? 503 : 409, t(known.messageKey as never));
  }
  const reference = randomUUID().slice(0, 8);
  log.error({ command: act, reference, fault: faultOf(error) }, "fault");
  return plain(500, t("fault" as never, { reference } as never));
}

/** A file above a citizen's limit is told at its field, as long as staff could send it. */
const citizenForm = (): FormLimits => ({
  files: mostFiles,
  fileBytes: largestFromCitizens().bytes,
  formBytes: largestForm(),
});

/** A form of a page without a session: read as a stream, cleaned, done, answered with 303 to the page it leads to. */
export async function answerForm(
  request: Request,
  tenant: string,
  acts: Readonly<Record<string, Act>>,
  name: string,
): Promise<Response> {
  const act = Object.hasOwn(acts, name) ? acts[name] : undefined;
  if (!act) return plain(404);
  if (isForeign(request)) return plain(403);
  let form: ReceivedForm | undefined;
  try {
    const portal = await citizenPortal(tenant);
    if (!portal || portal.bodies.length === 0) return plain(404);
    form = await receiveForm(request, citizenForm());
    const location = await act({ tenant, portal, ...cleanFields(form.fields), form });
    return new Response(null, { status: 303, headers: { ...headers, Location: location } });
  } catch (error) {
    if (error instanceof BadForm) {
      const t = await getTranslations("files.problems");
      return plain(400, t("broken" as never));
    }
    return await wordsOfFault(error, name);
  } finally {
    form?.release();
  }
}
