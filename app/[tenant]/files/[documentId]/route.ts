import { getIssuedDocument } from "@/lib/agreements/queries/get-issued-document";
import { idFromAddress } from "@/lib/platform/id-from-address";
import { runQuery } from "@/lib/platform/queries/run-query";
import { actCaller } from "@/lib/platform/tenancy/caller";

type Context = { params: Promise<{ tenant: string; documentId: string }> };

function plain(status: 401 | 404): Response {
  return new Response(null, { status, headers: { "Cache-Control": "no-store" } });
}

/** An issued PDF, byte for byte: nobody is 401, everybody who may not read it gets the 404 of what never existed. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { tenant, documentId } = await params;
  const caller = await actCaller(tenant);
  if (caller === "signed-out") return plain(401);
  if (caller === "not-found") return plain(404);
  const found = await runQuery(getIssuedDocument, caller, { documentId: idFromAddress(documentId) });
  if (!found) return plain(404);
  const { bytes, sha256, fileName } = found.view;
  return new Response(new Uint8Array(bytes), {
    headers: {
      "Content-Type": "application/pdf",
      "Content-Length": String(bytes.length),
      "Content-Disposition": `attachment; filename*=UTF-8''${encodeURIComponent(fileName)}`,
      "X-Content-Type-Options": "nosniff",
      "Content-Security-Policy": "sandbox; default-src 'none'",
      "Cache-Control": "private, no-store",
      ETag: `"${sha256}"`,
    },
  });
}
