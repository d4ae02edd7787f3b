import { parseWithZod } from "@conform-to/zod/v4";
import { askClashes } from "@/lib/meetings/queries/ask-clashes";
import { askedTimeSchema } from "@/lib/meetings/schema";
import { normalised } from "@/lib/platform/commands/form-action";
import { runQuery } from "@/lib/platform/queries/run-query";
import { actCaller } from "@/lib/platform/tenancy/caller";

type Context = { params: Promise<{ tenant: string }> };

const headers = { "cache-control": "no-store" };
/** The form of a meeting holds no more. */
const mostBytes = 50_000;

/**
 * Asked by the form of a meeting while it is typed. Nobody is 401, a stranger 404; what is not a time yet is answered with
 * nothing, since the form says at its sending what is wrong.
 */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { tenant } = await params;
  const caller = await actCaller(tenant);
  if (caller === "signed-out") return new Response(null, { status: 401, headers });
  if (caller === "not-found") return new Response(null, { status: 404, headers });
  if (Number(request.headers.get("content-length") ?? "0") > mostBytes) {
    return new Response(null, { status: 413, headers });
  }
  const form = await request.formData().catch(() => null);
  if (!form) return new Response(null, { status: 400, headers });
  const asked = parseWithZod(normalised(form), { schema: askedTimeSchema });
  if (asked.status !== "success") return Response.json(null, { headers });
  const found = await runQuery(askClashes, caller, asked.value);
  return found ? Response.json(found.view, { headers }) : new Response(null, { status: 404, headers });
}
