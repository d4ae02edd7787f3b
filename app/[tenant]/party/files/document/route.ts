import { loadPartyFile } from "@/lib/agreements/external/loaders";

type Context = { params: Promise<{ tenant: string }> };

/** The file to sign, in the turn of this browser's link; nothing at any other time. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { tenant } = await params;
  const file = await loadPartyFile(tenant);
  if (!file) return new Response(null, { status: 404, headers: { "Cache-Control": "no-store" } });
  return new Response(new Uint8Array(file.bytes), {
    headers: {
      "Content-Type": "application/pdf",
      "Content-Length": String(file.bytes.length),
      "Content-Disposition": `attachment; filename="quy-che-${String(file.number).padStart(2, "0")}.pdf"`,
      "X-Content-Type-Options": "nosniff",
      "Content-Security-Policy": "sandbox; default-src 'none'",
      "Cache-Control": "private, no-store",
    },
  });
}
