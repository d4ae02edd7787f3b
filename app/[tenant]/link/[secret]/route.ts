import { openLink } from "@/lib/petitions/external/acts";

type Context = { params: Promise<{ tenant: string; secret: string }> };

/**
 * The address that stands in a mail or on a slip. It changes nothing, so that programs which look at mails may ask it: the browser is
 * led to the page, whose address says nothing.
 */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { tenant, secret } = await params;
  const location = await openLink(tenant, secret);
  return new Response(null, {
    status: 303,
    headers: { Location: location, "Cache-Control": "no-store", "X-Content-Type-Options": "nosniff" },
  });
}
