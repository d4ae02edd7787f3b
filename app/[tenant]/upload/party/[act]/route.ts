import { answerPartyForm } from "@/lib/agreements/external/answer-party-form";

type Context = { params: Promise<{ tenant: string; act: string }> };

/** Forms of the page that the link of a party outside opens, without a session. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { tenant, act } = await params;
  return answerPartyForm(request, tenant, act);
}
