import { openStream } from "@/lib/platform/live/streams";
import { runQuery } from "@/lib/platform/queries/run-query";
import { actCaller } from "@/lib/platform/tenancy/caller";

type Context = { params: Promise<{ tenant: string }> };

function plain(status: 401 | 404 | 429): Response {
  return new Response(null, { status, headers: { "Cache-Control": "no-store" } });
}

/** The event stream of a browser: nobody is 401, a stranger gets the 404 of what never existed. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { tenant } = await params;
  const caller = await actCaller(tenant);
  if (caller === "signed-out") return plain(401);
  if (caller === "not-found") return plain(404);
  // Whoever holds no post in the tenant today reads nothing of it.
  if (!(await runQuery(async () => true, caller, undefined))) return plain(404);
  const stream = openStream({ tenantId: caller.tenant.id, sessionId: caller.session.sessionId });
  if (!stream) return plain(429);
  return new Response(stream, {
    headers: {
      "Content-Type": "text/event-stream; charset=utf-8",
      // Compressed it would be kept back until there is enough to compress.
      "Cache-Control": "private, no-store, no-transform",
      "X-Accel-Buffering": "no",
    },
  });
}
