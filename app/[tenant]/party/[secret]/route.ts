import { openParty } from "@/lib/agreements/external/acts";

type Context = { params: Promise<{ tenant: string; secret: string }> };

/** The address that was given. It changes nothing: the browser is led to the page, whose address says nothing. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { tenant, secret } = await params;
  const location = await openParty(tenant, secret);
  return new Response(null, {
    status: 303,
    headers: { Location: location, "Cache-Control": "no-store", "X-Content-Type-Options": "nosniff" },
  });
}
