import { getWordCopy } from "@/lib/agreements/queries/get-word-copy";
import { renderAgreementDocx } from "@/lib/agreements/signing/render-agreement-docx";
import { fileHeaders } from "@/lib/platform/files/answer-file";
import { idFromAddress } from "@/lib/platform/id-from-address";
import { runQuery } from "@/lib/platform/queries/run-query";
import { actCaller } from "@/lib/platform/tenancy/caller";

type Context = { params: Promise<{ tenant: string; agreementId: string; version: string }> };

function plain(status: 401 | 404): Response {
  return new Response(null, { status, headers: { "Cache-Control": "no-store" } });
}

/** A version's words as a Word file: nobody is 401, who may not read it gets the 404 of what never existed. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { tenant, agreementId, version } = await params;
  const caller = await actCaller(tenant);
  if (caller === "signed-out") return plain(401);
  if (caller === "not-found" || !/^\d{1,6}$/.test(version)) return plain(404);
  const found = await runQuery(getWordCopy, caller, {
    agreementId: idFromAddress(agreementId),
    versionNumber: Number(version),
  });
  if (!found) return plain(404);
  const bytes = await renderAgreementDocx(found.view);
  return new Response(new Uint8Array(bytes), {
    headers: fileHeaders({
      name: `quy-che-ban-${version}.docx`,
      type: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
      size: bytes.length,
    }),
  });
}
