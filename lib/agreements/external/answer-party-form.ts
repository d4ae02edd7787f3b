import "server-only";
import { randomUUID } from "node:crypto";
import { getTranslations } from "next-intl/server";
import { faultOf } from "@/lib/platform/commands/form-action";
import { asDomainError } from "@/lib/platform/db/database-error";
import { DomainError } from "@/lib/platform/errors/domain-error";
import { BadForm, type ReceivedForm, receiveForm } from "@/lib/platform/files/receive-form";
import { isForeign } from "@/lib/platform/files/upload-action";
import { normaliseText } from "@/lib/platform/forms/text";
import { log } from "@/lib/platform/log";
import { backFor, partyActs } from "./acts";

const headers = {
  "Cache-Control": "no-store",
  "X-Content-Type-Options": "nosniff",
  "Referrer-Policy": "no-referrer",
};
const largest = 20 * 1_048_576;
// Control characters but line ends, and those that turn or hide what is read.
const unseen = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}]/gu;

function plain(status: number, text = ""): Response {
  return new Response(text, { status, headers: { ...headers, "Content-Type": "text/plain; charset=utf-8" } });
}

function fieldOf(form: ReceivedForm, name: string): string {
  const value = form.fields.get(name);
  if (typeof value !== "string") return "";
  return normaliseText(value.toWellFormed().replaceAll(unseen, (mark) => (mark === "\n" ? mark : "")));
}

function ledTo(location: string): Response {
  return new Response(null, { status: 303, headers: { ...headers, Location: location } });
}

async function answerOfFault(error: unknown, tenant: string, act: string): Promise<Response> {
  const known = asDomainError(error);
  const t = await getTranslations("errors");
  if (known instanceof DomainError && known.code === "busy") return plain(503, t(known.messageKey as never));
  // Something changed between the look and the act: the page says how it stands now.
  if (known instanceof DomainError) return ledTo(await backFor(tenant, act, "partyChanged"));
  const reference = randomUUID().slice(0, 8);
  log.error({ command: `party.${act}`, reference, fault: faultOf(error) }, "fault");
  return plain(500, t("fault" as never, { reference } as never));
}

/** A form of the page a link opens: no session, read as a stream, done, answered with 303 to the page it leads to. */
export async function answerPartyForm(request: Request, tenant: string, name: string): Promise<Response> {
  const act = Object.hasOwn(partyActs, name) ? partyActs[name] : undefined;
  if (!act) return plain(404);
  if (isForeign(request)) return plain(403);
  let form: ReceivedForm | undefined;
  try {
    form = await receiveForm(request, { files: 1, fileBytes: largest, formBytes: largest + 100_000 });
    const received = form;
    const location = await act({ tenant, field: (field) => fieldOf(received, field), form: received });
    return ledTo(location);
  } catch (error) {
    if (error instanceof BadForm) {
      const t = await getTranslations("files.problems");
      return plain(400, t("broken" as never));
    }
    return await answerOfFault(error, tenant, name);
  } finally {
    form?.release();
  }
}
