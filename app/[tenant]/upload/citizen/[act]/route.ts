import { citizenActs } from "@/lib/petitions/citizen/acts";
import { answerForm } from "@/lib/petitions/citizen/answer-form";

type Context = { params: Promise<{ tenant: string; act: string }> };

/** Forms of pages for citizens, without a session. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { tenant, act } = await params;
  return answerForm(request, tenant, citizenActs, act);
}
