import "server-only";
import { decideAgreement, holdsSigningPost } from "@/lib/agreements/policy";
import type { TenantTx } from "@/lib/platform/db/tenant-transaction";
import type { Actor } from "@/lib/platform/tenancy/actor";
import type { DeskAgreement, DeskAgreementAct } from "../types";

type PartyRow = {
  officeId: string;
  code: string;
  signingPostId: string;
  consented: boolean;
  signed: boolean;
};

type Row = {
  agreementId: string;
  title: string;
  state: "negotiating" | "awaiting-signatures" | "declined";
  contactOfficeId: string;
  parties: PartyRow[];
};

function stepOf(actor: Actor, row: Row): DeskAgreementAct | null {
  const mine = row.parties.find((party) => party.officeId === actor.officeId);
  const may = (act: DeskAgreementAct) => decideAgreement(actor, act, row).allowed;
  if (row.state === "declined") return may("revise") ? "revise" : null;
  if (row.state === "awaiting-signatures") {
    return mine && !mine.signed && holdsSigningPost(actor, row) && may("sign") ? "sign" : null;
  }
  if (mine && !mine.consented && may("consent")) return "consent";
  return row.parties.every((party) => party.consented) && may("openRound") ? "openRound" : null;
}

/** Agreements that wait for this very person: to consent to, to sign, to open the round of, to take up after a refusal. */
export async function loadWaitingAgreements(tx: TenantTx, actor: Actor): Promise<DeskAgreement[]> {
  const rows = await tx.$queryRaw<Row[]>`
    select a.id as "agreementId", a.title, v.state, a.contact_office_id as "contactOfficeId",
      (select jsonb_agg(jsonb_build_object('officeId', o.id, 'code', o.code, 'signingPostId', p.signing_post_id,
          'consented', exists (select 1 from consents c
            where c.tenant_id = p.tenant_id and c.version_id = v.id and c.party_id = p.id),
          'signed', exists (select 1 from signatures s
            where s.tenant_id = p.tenant_id and s.version_id = v.id and s.party_id = p.id)) order by p.ordinal)
        from agreement_parties p join offices o on o.tenant_id = p.tenant_id and o.id = p.office_id
        where p.tenant_id = a.tenant_id and p.agreement_id = a.id) as parties
    from access acc
    join agreements a on a.tenant_id = acc.tenant_id and a.id = acc.subject_id
    join lateral (select v.id, v.state from agreement_versions v where v.tenant_id = a.tenant_id and v.agreement_id = a.id
      order by v.number desc limit 1) v on true
    where acc.tenant_id = ${actor.tenantId}::uuid and acc.office_id = ${actor.officeId}::uuid and acc.kind = 'agreement'
      and acc.level = 'party' and acc.open and v.state in ('negotiating', 'awaiting-signatures', 'declined')
    order by acc.sort_key desc, acc.subject_id desc
    limit 50`;
  return rows.flatMap((row) => {
    const act = stepOf(actor, row);
    if (act === null) return [];
    const out = row.parties.filter((party) => (act === "sign" ? !party.signed : !party.consented));
    const others = out.filter((party) => party.officeId !== actor.officeId).map((party) => party.code);
    return [{ agreementId: row.agreementId, title: row.title, act, others }];
  });
}
