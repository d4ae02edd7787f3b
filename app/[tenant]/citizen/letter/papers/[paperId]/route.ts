import { openPaper } from "@/lib/petitions/citizen/open-paper";
import { renderOfficialPdf } from "@/lib/petitions/paper/render-official-pdf";
import { fileHeaders } from "@/lib/platform/files/answer-file";
import { idFromAddress } from "@/lib/platform/id-from-address";

type Context = { params: Promise<{ tenant: string; paperId: string }> };

/** A paper for the sender as PDF. Without the letter's secret it is not found, like what never existed. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { tenant, paperId } = await params;
  const found = await openPaper(tenant, idFromAddress(paperId));
  if (!found) return new Response(null, { status: 404, headers: { "Cache-Control": "no-store" } });
  const bytes = await renderOfficialPdf(found.paper, found.at);
  const name = `van-ban-${found.number.replace(/[^\p{L}\p{N}]+/gu, "-")}.pdf`;
  return new Response(new Uint8Array(bytes), {
    headers: fileHeaders({ name, type: "application/pdf", size: bytes.length }),
  });
}
