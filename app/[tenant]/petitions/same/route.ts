import { getTranslations } from "next-intl/server";
import { sameLetterLine } from "@/components/petitions/same/sentence";
import { askedLetterSchema, askSameLetter } from "@/lib/petitions/same-letter/ask";
import { textOf } from "@/lib/platform/commands/form-action";
import { DomainError } from "@/lib/platform/errors/domain-error";
import { askedForm, askedHeaders } from "@/lib/platform/files/asked-form";
import { normaliseText } from "@/lib/platform/forms/text";

type Context = { params: Promise<{ tenant: string }> };

const headers = askedHeaders;
const fields = ["fullName", "address", "phone", "idNumber", "subject", "content", "denounces"] as const;
/** A form of letters holds no more. */
const mostBytes = 200_000;

const clock = new Intl.DateTimeFormat("vi-VN", {
  timeZone: "Asia/Ho_Chi_Minh",
  hour: "2-digit",
  minute: "2-digit",
  day: "2-digit",
  month: "2-digit",
});

/**
 * Asked by the form of a new letter while it is typed: posted, so that nothing of it stands in an address or a log. Nobody is
 * 401, a stranger 404, who may not take letters 403; the answer is sentences, with the code of a letter this one may be joined to.
 */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { tenant } = await params;
  const asked = await askedForm(request, tenant, mostBytes);
  if (asked instanceof Response) return asked;
  const { caller, form } = asked;
  const letter = askedLetterSchema.parse(
    Object.fromEntries(fields.map((name) => [name, normaliseText(textOf(form, name))])),
  );
  try {
    const answer = await askSameLetter(caller, letter);
    const t = await getTranslations("petitions");
    const lines =
      "againAt" in answer
        ? [{ text: t("same.again", { at: clock.format(answer.againAt) }), why: "", code: "" }]
        : answer.found.map((found) => sameLetterLine(t, found));
    return Response.json({ lines }, { headers });
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const status = { "not-found": 404, forbidden: 403, busy: 503 }[error.code as string] ?? 409;
    return new Response(null, { status, headers });
  }
}
