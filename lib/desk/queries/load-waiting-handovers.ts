import "server-only";
import type { TenantTx } from "@/lib/platform/db/tenant-transaction";
import type { Actor } from "@/lib/platform/tenancy/actor";
import { decideHandover } from "@/lib/tasks/handover/policy";
import type { DeskAgreement } from "../types";

type Row = { agreementId: string; title: string; giving: number; taking: number };

/** Open tasks whose lead an amendment moved, by agreement: to be handed over or kept, and to be taken or not. */
export async function loadWaitingHandovers(tx: TenantTx, actor: Actor): Promise<DeskAgreement[]> {
  const own = { leadOfficeId: actor.officeId, nextOfficeId: null, state: "undecided" } as const;
  if (!decideHandover(actor, "offerHandover", own).allowed) return [];
  const rows = await tx.$queryRaw<Row[]>`
    select agreement_id as "agreementId", title, giving, taking from handovers_waiting()`;
  return rows.flatMap(({ agreementId, title, giving, taking }) => [
    ...(taking > 0
      ? [{ agreementId, title, act: "answerHandover" as const, others: [], count: taking }]
      : []),
    ...(giving > 0 ? [{ agreementId, title, act: "handOver" as const, others: [], count: giving }] : []),
  ]);
}
