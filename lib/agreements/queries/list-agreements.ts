import "server-only";
import { dayAt } from "@/lib/platform/dates/days";
import { decodeListKey, pageOf } from "@/lib/platform/queries/list-key";
import type { Query } from "@/lib/platform/queries/run-query";
import { documentNumber, standingState } from "../rules";
import type { AgreementListItem, AgreementListView, VersionState } from "../types";

type Row = Omit<AgreementListItem, "number" | "state"> & {
  id: string;
  state: VersionState;
  roundNumber: number | null;
  symbol: string | null;
  keyAt: string;
};

const pageSize = 30;

/** Agreements the acting office may read, newest first; each as its newest readable version stands today. */
export const listAgreements: Query<{ after?: string | undefined }, AgreementListView> = async ({
  tx,
  actor,
  input,
  now,
}) => {
  const after = decodeListKey(input.after);
  const rows = await tx.$queryRaw<Row[]>`
    select a.id, a.id as "agreementId", v.id as "versionId", a.title, a.contact_office_id as "contactOfficeId", v.state,
      to_char(v.effective_from, 'YYYY-MM-DD') as "effectiveFrom", to_char(v.effective_until, 'YYYY-MM-DD') as "effectiveUntil",
      to_char(v.planned_from, 'YYYY-MM-DD') as "plannedFrom", 
      to_char(acc.sort_key at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "keyAt",
      r.number as "roundNumber", r.symbol, d.id as "documentId", coalesce(d.seq, 0) as signatures,
      (select jsonb_agg(jsonb_build_object('id', o.id, 'code', o.code, 'name', o.name, 'tint', o.tint) order by p.ordinal)
        from agreement_parties p join offices o on o.tenant_id = p.tenant_id and o.id = p.office_id
        where p.tenant_id = a.tenant_id and p.agreement_id = a.id) as parties,
      (select count(*)::integer from external_parties x where x.tenant_id = a.tenant_id and x.agreement_id = a.id) as outside
    from access acc
    join agreements a on a.tenant_id = acc.tenant_id and a.id = acc.subject_id
    join lateral (select * from agreement_versions v where v.tenant_id = a.tenant_id and v.agreement_id = a.id
      order by v.number desc limit 1) v on true
    left join lateral (select * from signing_rounds r where r.tenant_id = v.tenant_id and r.version_id = v.id
      order by r.opened_at desc limit 1) r on true
    left join lateral (select d.id, d.seq from issued_documents d where d.tenant_id = r.tenant_id and d.round_id = r.id
      order by d.seq desc limit 1) d on true
    where acc.tenant_id = ${actor.tenantId}::uuid and acc.office_id = ${actor.officeId}::uuid and acc.kind = 'agreement'
      and (acc.sort_key, acc.subject_id) < (${after.at}::timestamptz, ${after.id}::uuid)
    order by acc.sort_key desc, acc.subject_id desc
    limit ${pageSize + 1}`;
  const { shown, next } = pageOf(rows, pageSize);
  return {
    items: shown.map(({ id: _id, keyAt: _key, roundNumber, symbol, ...row }) => ({
      ...row,
      number: roundNumber !== null && symbol !== null ? documentNumber(roundNumber, symbol) : null,
      state: standingState(row, dayAt(now)),
    })),
    next,
  };
};
