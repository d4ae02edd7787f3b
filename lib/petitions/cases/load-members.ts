import "server-only";
import type { TenantTx } from "@/lib/platform/db/tenant-transaction";
import type { CaseMember } from "./types";

type Row = Omit<CaseMember, "own"> & { officeId: string };

/** The letters of a case, those that are in it first: of another office's, no more than office, code, day and state. */
export async function loadMembers(tx: TenantTx, caseId: string, officeId: string): Promise<CaseMember[]> {
  const rows = await tx.$queryRaw<Row[]>`
    select id, petition_id as "petitionId", office_id as "officeId", office_code as office, code, since::text as since, state, people,
      readable, reason, left_at as "leftAt", left_reason as "leftReason", told_on::text as "toldOn", told_how as "toldHow"
    from case_members_of(${caseId}::uuid)`;
  return rows.map(({ officeId: handledBy, ...row }) => ({ ...row, own: handledBy === officeId }));
}
