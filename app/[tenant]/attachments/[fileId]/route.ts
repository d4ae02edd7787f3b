import { answerFile, getFile } from "@/lib/platform/files/answer-file";
import { idFromAddress } from "@/lib/platform/id-from-address";
import { runQuery } from "@/lib/platform/queries/run-query";
import { actCaller } from "@/lib/platform/tenancy/caller";

type Context = { params: Promise<{ tenant: string; fileId: string }> };

function plain(status: 401 | 404): Response {
  return new Response(null, { status, headers: { "Cache-Control": "no-store" } });
}

/** A file of an item: nobody is 401, everybody who may not read the item gets the 404 of what never existed. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { tenant, fileId } = await params;
  const caller = await actCaller(tenant);
  if (caller === "signed-out") return plain(401);
  if (caller === "not-found") return plain(404);
  const found = await runQuery(getFile, caller, { fileId: idFromAddress(fileId) });
  return (found && (await answerFile(found.view))) ?? plain(404);
}
