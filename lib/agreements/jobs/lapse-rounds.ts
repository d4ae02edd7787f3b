import "server-only";
import { asSystem, type TenantTx } from "@/lib/platform/db/tenant-transaction";
import { recordEvents } from "@/lib/platform/events/record-events";
import { listTenantIds } from "@/lib/platform/outbox/list-tenants";
import messages from "@/messages/vi.json";
import { voidRound } from "../commands/register";
import { roundLapsed } from "../events";
import { nextState } from "../rules";
import { findVersionForUpdate } from "../store";

type LapseCause = "year-ended" | "signer-changed" | "delegation-ended";
type DueRound = { id: string; versionId: string; number: number; year: number; cause: LapseCause };

const { lapse } = messages.agreementJobs;
const reasons: Record<LapseCause, string> = {
  "year-ended": lapse.yearEnded,
  "signer-changed": lapse.signerChanged,
  "delegation-ended": lapse.delegationEnded,
};

/**
 * Open rounds of a past year, and open rounds in which a party that has not signed is left without the signer printed on
 * the paper: nobody holds its signing post today who held it on the day of opening, or the delegate may no longer sign.
 */
async function findDue(tx: TenantTx, tenantId: string): Promise<DueRound[]> {
  return tx.$queryRaw<DueRound[]>`
    with fallen as (
      select t.round_id from round_signers t
      join signing_rounds o on o.tenant_id = t.tenant_id and o.id = t.round_id and o.state = 'open'
      join signing_delegations d on d.tenant_id = t.tenant_id and d.id = t.delegation_id
      where t.tenant_id = ${tenantId}::uuid
        and not exists (select 1 from signatures s
          where s.tenant_id = t.tenant_id and s.round_id = t.round_id and s.party_id = t.party_id)
        and (d.revoked_at is not null or d.until_date < portal_today()
          or not exists (select 1 from post_holdings h where h.tenant_id = d.tenant_id and h.post_id = d.to_post_id
            and h.person_id = d.to_person_id and h.from_date <= portal_today()
            and coalesce(h.until_date, 'infinity') >= portal_today())))
    select r.id, r.version_id as "versionId", r.number, r.year,
      case when r.year < extract(year from portal_today()) then 'year-ended'
        when exists (select 1 from fallen f where f.round_id = r.id) then 'delegation-ended' else 'signer-changed' end as cause
    from signing_rounds r
    join agreement_versions v on v.tenant_id = r.tenant_id and v.id = r.version_id
    where r.tenant_id = ${tenantId}::uuid and r.state = 'open' and (
      r.year < extract(year from portal_today())
      or exists (select 1 from fallen f where f.round_id = r.id)
      or exists (
        select 1 from agreement_parties p
        where p.tenant_id = r.tenant_id and p.agreement_id = v.agreement_id
          and not exists (select 1 from signatures s
            where s.tenant_id = r.tenant_id and s.round_id = r.id and s.party_id = p.id)
          and not exists (
            select 1 from post_holdings then_held
            join post_holdings now_held on now_held.tenant_id = then_held.tenant_id
              and now_held.post_id = then_held.post_id and now_held.person_id = then_held.person_id
            where then_held.tenant_id = r.tenant_id and then_held.post_id = p.signing_post_id
              and then_held.from_date <= (r.opened_at at time zone 'Asia/Ho_Chi_Minh')::date
              and coalesce(then_held.until_date, 'infinity') >= (r.opened_at at time zone 'Asia/Ho_Chi_Minh')::date
              and now_held.from_date <= portal_today()
              and coalesce(now_held.until_date, 'infinity') >= portal_today())))
    order by r.opened_at, r.id`;
}

/** Ends one round if it is still due once its version is locked: somebody may have signed or withdrawn meanwhile. */
async function lapseOne(tenantId: string, roundId: string, versionId: string): Promise<void> {
  await asSystem(tenantId, async (tx) => {
    const version = await findVersionForUpdate(tx, tenantId, versionId);
    const due = (await findDue(tx, tenantId)).find((round) => round.id === roundId);
    if (!version || !due) return;
    const { cause, number, year } = due;
    await voidRound(tx, tenantId, roundId, { state: "lapsed", reason: reasons[cause], at: new Date() });
    await tx.agreementVersion.updateMany({
      where: { tenantId, id: versionId },
      data: { state: nextState("withdraw", version.state) },
    });
    await recordEvents(tx, [roundLapsed(versionId, { roundId, number, year, cause })], []);
  });
}

/**
 * Lets lapse what is due in every tenant (article 13): a round not finished by 31 December, and one whose signing post
 * changed hands or whose delegation ended. The number is void with the reason and the version counts as withdrawn.
 */
export async function lapseRounds(): Promise<void> {
  for (const tenantId of await listTenantIds()) {
    const due = await asSystem(tenantId, (tx) => findDue(tx, tenantId));
    for (const round of due) await lapseOne(tenantId, round.id, round.versionId);
  }
}
