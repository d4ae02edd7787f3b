import { getTranslations } from "next-intl/server";
import { earlierAnswers } from "@/components/petitions/earlier-words";
import { findEarlier } from "@/lib/petitions/queries/get-petition-form";
import { textOf } from "@/lib/platform/commands/form-action";
import { askedForm, askedHeaders } from "@/lib/platform/files/asked-form";
import { normaliseText } from "@/lib/platform/forms/text";
import { runQuery } from "@/lib/platform/queries/run-query";

type Context = { params: Promise<{ tenant: string }> };

const headers = askedHeaders;
const longestWords = 200;
/** A field of words and what surrounds it. */
const mostBytes = 4_000;

/**
 * What somebody brought before, asked by the form of a new letter without leaving it: posted, so that no name stands in an
 * address. Nobody is 401, a stranger 404, who may not take letters 403.
 */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { tenant } = await params;
  const asked = await askedForm(request, tenant, mostBytes);
  if (asked instanceof Response) return asked;
  const { caller, form } = asked;
  const words = normaliseText(textOf(form, "q")).trim().slice(0, longestWords);
  const found = await runQuery(findEarlier, caller, { words });
  if (!found) return new Response(null, { status: 404, headers });
  if (!found.view.mayTake) return new Response(null, { status: 403, headers });
  const t = await getTranslations("petitions");
  return Response.json({ found: earlierAnswers(t, found.view.earlier, `/${tenant}/petitions`) }, { headers });
}
