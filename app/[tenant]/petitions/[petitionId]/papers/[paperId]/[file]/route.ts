import { fileNameOf } from "@/lib/petitions/paper/forms";
import { renderOfficialDocx } from "@/lib/petitions/paper/render-official-docx";
import { renderOfficialPdf } from "@/lib/petitions/paper/render-official-pdf";
import { getPaper } from "@/lib/petitions/queries/get-paper";
import { fileHeaders } from "@/lib/platform/files/answer-file";
import { idFromAddress } from "@/lib/platform/id-from-address";
import { runQuery } from "@/lib/platform/queries/run-query";
import { actCaller } from "@/lib/platform/tenancy/caller";

type Context = { params: Promise<{ tenant: string; petitionId: string; paperId: string; file: string }> };

const types = {
  pdf: "application/pdf",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
} as const;

function plain(status: 401 | 404): Response {
  return new Response(null, { status, headers: { "Cache-Control": "no-store" } });
}

/** An issued paper as a file: nobody is 401, who does not handle the letter gets the 404 of what never existed. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { tenant, petitionId, paperId, file } = await params;
  const kind = file === "van-ban.pdf" ? "pdf" : file === "van-ban.docx" ? "docx" : null;
  const caller = await actCaller(tenant);
  if (caller === "signed-out") return plain(401);
  if (caller === "not-found" || kind === null) return plain(404);
  const ids = { petitionId: idFromAddress(petitionId), paperId: idFromAddress(paperId) };
  const found = await runQuery(getPaper, caller, ids);
  if (!found) return plain(404);
  const { paper, at } = found.view;
  const name = `${fileNameOf(found.view.kind, paper.number)}.${kind}`;
  const bytes = kind === "pdf" ? await renderOfficialPdf(paper, at) : await renderOfficialDocx(paper);
  return new Response(new Uint8Array(bytes), {
    headers: fileHeaders({ name, type: types[kind], size: bytes.length }),
  });
}
