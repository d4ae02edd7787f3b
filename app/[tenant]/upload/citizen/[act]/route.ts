import { citizenAct } from "@/lib/petitions/citizen/acts";

type Context = { params: Promise<{ tenant: string; act: string }> };

/** Forms of pages for citizens, without a session. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { tenant, act } = await params;
  return citizenAct(request, tenant, act);
}
