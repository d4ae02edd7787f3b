import { answerForm } from "@/lib/petitions/citizen/answer-form";
import { linkActs } from "@/lib/petitions/external/acts";

type Context = { params: Promise<{ tenant: string; act: string }> };

/** Forms of the page a link opens, without a session. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { tenant, act } = await params;
  return answerForm(request, tenant, linkActs, act);
}
