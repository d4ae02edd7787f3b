import "server-only";
import { decideAgreement, delegationStands, holdsSigningPost } from "@/lib/agreements/policy";
import { partiesBefore } from "@/lib/agreements/turns";
import type { TenantTx } from "@/lib/platform/db/tenant-transaction";
import type { Actor } from "@/lib/platform/tenancy/actor";
import type { DeskAgreement, DeskAgreementAct } from "../types";

type PartyRow = {
  officeId: string;
  code: string;
  signingPostId: string;
  delegate: { postId: string; personId: string; stands: boolean } | null;
  consented: boolean;
  signed: boolean;
  /** Its turn in the open round. */
  step: number;
};

type Row = {
  agreementId: string;
  title: string;
  state: "negotiating" | "awaiting-signatures" | "declined";
  contactOfficeId: string;
  parties: PartyRow[];
  /** Parties outside that have not consented to the text that stands, or not signed in the round. */
  outsideOut: string[];
};

function stillBefore(row: Row, mine: PartyRow): PartyRow[] {
  const signed = row.parties.filter((party) => party.signed).map((party) => party.officeId);
  const before = partiesBefore(turnsOf(row), signed, mine.officeId);
  return row.parties.filter((party) => before.includes(party.officeId));
}

/** A party is known here by its office: it signs once in an agreement. */
function turnsOf(row: Row) {
  return row.parties.map((party) => ({ partyId: party.officeId, step: party.step }));
}

/** Whose consent or signature is still out, or who signs before. */
function othersOut(row: Row, act: DeskAgreementAct, officeId: string): string[] {
  const codes = (parties: readonly PartyRow[]) => parties.map(({ code }) => code);
  const mine = row.parties.find((party) => party.officeId === officeId);
  if (act === "awaitTurn" && mine) return codes(stillBefore(row, mine));
  const out = row.parties.filter(
    (party) => party.officeId !== officeId && (act === "sign" ? !party.signed : !party.consented),
  );
  return [...codes(out), ...row.outsideOut];
}

function stepOf(actor: Actor, row: Row): DeskAgreementAct | null {
  const mine = row.parties.find((party) => party.officeId === actor.officeId);
  const may = (act: Exclude<DeskAgreementAct, "awaitTurn" | "issue">) =>
    decideAgreement(actor, act, row).allowed;
  if (row.state === "declined") return may("revise") ? "revise" : null;
  if (row.state === "awaiting-signatures") {
    const named = holdsSigningPost(actor, row) && delegationStands(actor, row);
    if (!mine || mine.signed || !named || !may("sign")) return null;
    return stillBefore(row, mine).length > 0 ? "awaitTurn" : "sign";
  }
  if (mine && !mine.consented && may("consent")) return "consent";
  if (row.outsideOut.length > 0 || !row.parties.every((party) => party.consented)) return null;
  return may("openRound") ? "openRound" : null;
}

/** For a records clerk: agreements that every person has signed and whose organisation's signature is the clerk's to add. */
async function loadToIssue(tx: TenantTx, { tenantId, officeId, role }: Actor): Promise<DeskAgreement[]> {
  if (role !== "records-clerk") return [];
  const rows = await tx.$queryRaw<Omit<DeskAgreement, "act">[]>`
    select a.id as "agreementId", a.title,
      (select coalesce(array_agg(o.code order by other.ordinal), '{}') from agreement_parties other
        join offices o on o.tenant_id = other.tenant_id and o.id = other.office_id
        where other.tenant_id = a.tenant_id and other.agreement_id = a.id and other.id <> mine.id
          and not exists (select 1 from organisation_signatures s where s.tenant_id = r.tenant_id and s.round_id = r.id
            and s.party_id = other.id)) as others
    from signing_rounds r
    join agreement_versions v on v.tenant_id = r.tenant_id and v.id = r.version_id
    join agreements a on a.tenant_id = v.tenant_id and a.id = v.agreement_id
    join agreement_parties mine on mine.tenant_id = a.tenant_id and mine.agreement_id = a.id and mine.office_id = ${officeId}::uuid
    where r.tenant_id = ${tenantId}::uuid and r.organisations and r.state = 'completed' and r.issued_at is null
      and not exists (select 1 from organisation_signatures s where s.tenant_id = r.tenant_id and s.round_id = r.id
        and s.party_id = mine.id)
    order by r.ended_at desc, a.id
    limit 50`;
  return rows.map((row) => ({ ...row, act: "issue" }));
}

/** Agreements that wait for this very person: to consent to, to sign, to open the round of, to take up after a refusal. */
export async function loadWaitingAgreements(tx: TenantTx, actor: Actor): Promise<DeskAgreement[]> {
  const rows = await tx.$queryRaw<Row[]>`
    select a.id as "agreementId", a.title, v.state, a.contact_office_id as "contactOfficeId",
      (select jsonb_agg(jsonb_build_object('officeId', o.id, 'code', o.code, 'signingPostId', p.signing_post_id,
          'consented', exists (select 1 from consents c
            where c.tenant_id = p.tenant_id and c.version_id = v.id and c.party_id = p.id),
          'signed', exists (select 1 from signatures s
            where s.tenant_id = p.tenant_id and s.version_id = v.id and s.party_id = p.id),
          'delegate', turn.delegate, 'step', coalesce(turn.step, 1)) order by p.ordinal)
        from agreement_parties p join offices o on o.tenant_id = p.tenant_id and o.id = p.office_id
        left join lateral (
          select t.step, case when d.id is not null then jsonb_build_object('postId', d.to_post_id, 'personId', d.to_person_id, 'stands',
            d.revoked_at is null and d.from_date <= portal_today() and d.until_date >= portal_today()) end as delegate
          from signing_rounds r
          join round_signers t on t.tenant_id = r.tenant_id and t.round_id = r.id and t.party_id = p.id
          left join signing_delegations d on d.tenant_id = t.tenant_id and d.id = t.delegation_id
          where r.tenant_id = p.tenant_id and r.version_id = v.id and r.state = 'open') turn on true
        where p.tenant_id = a.tenant_id and p.agreement_id = a.id) as parties,
      (select coalesce(array_agg(x.name order by x.ordinal), '{}') from external_parties x
        left join lateral (select w.answer, w.content_hash from external_answers w where w.tenant_id = x.tenant_id
          and w.version_id = v.id and w.party_id = x.id order by w.at desc, w.id desc limit 1) said on true
        where x.tenant_id = a.tenant_id and x.agreement_id = a.id and case v.state
          when 'negotiating' then said.answer is distinct from 'consented'
            or said.content_hash is distinct from version_content_hash(x.tenant_id, v.id)
          when 'awaiting-signatures' then not exists (select 1 from external_signatures s where s.tenant_id = x.tenant_id
            and s.version_id = v.id and s.party_id = x.id)
          else false end) as "outsideOut"
    from access acc
    join agreements a on a.tenant_id = acc.tenant_id and a.id = acc.subject_id
    join lateral (select v.id, v.state from agreement_versions v where v.tenant_id = a.tenant_id and v.agreement_id = a.id
      order by v.number desc limit 1) v on true
    where acc.tenant_id = ${actor.tenantId}::uuid and acc.office_id = ${actor.officeId}::uuid and acc.kind = 'agreement'
      and acc.level = 'party' and acc.open and v.state in ('negotiating', 'awaiting-signatures', 'declined')
    order by acc.sort_key desc, acc.subject_id desc
    limit 50`;
  const toIssue = await loadToIssue(tx, actor);
  const waiting = rows.flatMap((row): DeskAgreement[] => {
    const act = stepOf(actor, row);
    if (act === null) return [];
    const others = othersOut(row, act, actor.officeId);
    return [{ agreementId: row.agreementId, title: row.title, act, others }];
  });
  return [...toIssue, ...waiting];
}
