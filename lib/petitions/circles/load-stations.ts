import "server-only";
import type { TenantTx } from "@/lib/platform/db/tenant-transaction";
import type { Station } from "./types";

/**
 * Where the matter of a letter was: this letter, and those handled as one with it, over all offices of the tenant. For the office
 * that handles it alone; of another's letter no more than day, reason and code.
 */
export async function loadStations(tx: TenantTx, petitionId: string): Promise<Station[]> {
  return tx.$queryRaw<Station[]>`
    select office_id as "officeId", what, on_day::text as "onDay", reason, code from matter_stations(${petitionId}::uuid)`;
}
