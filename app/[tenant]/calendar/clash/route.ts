import { parseWithZod } from "@conform-to/zod/v4";
import { askClashes } from "@/lib/meetings/queries/ask-clashes";
import { askedTimeSchema } from "@/lib/meetings/schema";
import { normalised } from "@/lib/platform/commands/form-action";
import { askedForm, askedHeaders } from "@/lib/platform/files/asked-form";
import { runQuery } from "@/lib/platform/queries/run-query";

type Context = { params: Promise<{ tenant: string }> };

const headers = askedHeaders;
/** The form of a meeting holds no more. */
const mostBytes = 50_000;

/**
 * Asked by the form of a meeting while it is typed. Nobody is 401, a stranger 404; what is not a time yet is answered with
 * nothing, since the form says at its sending what is wrong.
 */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { tenant } = await params;
  const asked = await askedForm(request, tenant, mostBytes);
  if (asked instanceof Response) return asked;
  const { caller, form } = asked;
  const typed = parseWithZod(normalised(form), { schema: askedTimeSchema });
  if (typed.status !== "success") return Response.json(null, { headers });
  const found = await runQuery(askClashes, caller, typed.value);
  return found ? Response.json(found.view, { headers }) : new Response(null, { status: 404, headers });
}
