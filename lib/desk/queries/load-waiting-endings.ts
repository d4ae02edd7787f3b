import "server-only";
import { decideEnding } from "@/lib/agreements/ending/policy";
import type { TenantTx } from "@/lib/platform/db/tenant-transaction";
import type { Actor } from "@/lib/platform/tenancy/actor";
import type { DeskAgreement } from "../types";

type Row = { agreementId: string; title: string; others: string[] };

/** Proposals of other parties to end an agreement that the acting office has not answered. */
export async function loadWaitingEndings(tx: TenantTx, actor: Actor): Promise<DeskAgreement[]> {
  const { tenantId, officeId } = actor;
  const asked = { state: "proposed", proposerOfficeId: null, partyOfficeIds: [officeId] } as const;
  if (!decideEnding(actor, "agreeEnding", asked).allowed) return [];
  const rows = await tx.$queryRaw<Row[]>`
    select a.id as "agreementId", a.title, array[o.code] as others
    from agreement_endings e
    join agreements a on a.tenant_id = e.tenant_id and a.id = e.agreement_id
    join offices o on o.tenant_id = e.tenant_id and o.id = e.office_id
    join agreement_parties p on p.tenant_id = e.tenant_id and p.agreement_id = e.agreement_id and p.office_id = ${officeId}::uuid
    where e.tenant_id = ${tenantId}::uuid and e.state = 'proposed' and e.ends_on > portal_today()
      and not exists (select 1 from ending_consents c
        where c.tenant_id = e.tenant_id and c.ending_id = e.id and c.party_id = p.id)
    order by e.made_at, e.id`;
  return rows.map((row) => ({ ...row, act: "answerEnding" }));
}
