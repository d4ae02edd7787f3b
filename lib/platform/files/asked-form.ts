import "server-only";
import type { Caller } from "@/lib/platform/tenancy/actor";
import { actCaller } from "@/lib/platform/tenancy/caller";
import { isForeign } from "./upload-action";

/** What is asked while a form is typed is for this moment and this person alone. */
export const askedHeaders = { "cache-control": "no-store" };

function refused(status: number): Response {
  return new Response(null, { status, headers: askedHeaders });
}

/**
 * Who asks and what is typed so far, where a form asks without being sent: posted, so that nothing of it stands in an address or
 * a log. Another site's page is 403, nobody 401, a stranger 404, more than the form holds 413, what is no form 400.
 */
export async function askedForm(
  request: Request,
  tenant: string,
  mostBytes: number,
): Promise<{ caller: Caller; form: FormData } | Response> {
  if (isForeign(request)) return refused(403);
  const caller = await actCaller(tenant);
  if (caller === "signed-out") return refused(401);
  if (caller === "not-found") return refused(404);
  if (Number(request.headers.get("content-length") ?? "0") > mostBytes) return refused(413);
  const form = await request.formData().catch(() => null);
  return form ? { caller, form } : refused(400);
}
