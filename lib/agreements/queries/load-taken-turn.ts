import "server-only";
import { formatInstant } from "@/lib/platform/dates/days";
import type { TenantTx } from "@/lib/platform/db/tenant-transaction";
import type { TakenTurn } from "../types";

/** Who has the turn of a round now, to sign elsewhere; null once it was given back, used or its half hour is over. */
export async function loadTakenTurn(
  tx: TenantTx,
  tenantId: string,
  roundId: string,
): Promise<TakenTurn | null> {
  const rows = await tx.$queryRaw<Omit<TakenTurn, "untilText">[]>`
    select id, coalesce(party_id, external_party_id) as "partyId", account_id as "accountId", document_id as "documentId", until
    from signing_turns where tenant_id = ${tenantId}::uuid and round_id = ${roundId}::uuid and ended_at is null
      and until > clock_timestamp()
    order by until desc limit 1`;
  const [turn] = rows;
  return turn ? { ...turn, untilText: formatInstant(turn.until) } : null;
}
