import { getHandoverFile } from "@/lib/petitions/handovers/queries/get-handover-file";
import { fileHeaders } from "@/lib/platform/files/answer-file";
import { idFromAddress } from "@/lib/platform/id-from-address";
import { runQuery } from "@/lib/platform/queries/run-query";
import { actCaller } from "@/lib/platform/tenancy/caller";

type Context = { params: Promise<{ tenant: string; handoverId: string; file: string }> };

const types = {
  json: "application/json",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
} as const;

function plain(status: 401 | 404): Response {
  return new Response(null, { status, headers: { "Cache-Control": "no-store" } });
}

/** What was handed over, exactly as it went: nobody is 401, another office gets the 404 of what never existed. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { tenant, handoverId, file } = await params;
  const kind = file === "ban-giao.json" ? "json" : file === "ban-giao.xlsx" ? "xlsx" : null;
  const caller = await actCaller(tenant);
  if (caller === "signed-out") return plain(401);
  if (caller === "not-found" || kind === null) return plain(404);
  const found = await runQuery(getHandoverFile, caller, { handoverId: idFromAddress(handoverId), kind });
  if (!found) return plain(404);
  const { number, bytes } = found.view;
  return new Response(new Uint8Array(bytes), {
    headers: fileHeaders({ name: `ban-giao-dot-${number}.${kind}`, type: types[kind], size: bytes.length }),
  });
}
