import "server-only";
import { dayAt } from "@/lib/platform/dates/days";
import type { Query } from "@/lib/platform/queries/run-query";
import { documentNumber } from "../rules";
import type { NumberRegisterView, RegisteredNumber } from "../types";

export type NumberRegisterInput = { year?: number | undefined; after?: number | undefined };

type Row = Omit<RegisteredNumber, "number"> & { number: number; symbol: string };

const pageSize = 50;

/**
 * The acting office's own book of one year, from its first number: what each was taken for, when and by whom, and why one is void.
 * Numbers are read in the order of the register's key and go on by it.
 */
export const getNumberRegister: Query<NumberRegisterInput, NumberRegisterView> = async ({
  tx,
  actor,
  input,
  now,
}) => {
  const { tenantId, officeId } = actor;
  const [years] = await tx.$queryRaw<{ newest: number | null }[]>`
    select max(year) as newest from register_entries
    where tenant_id = ${tenantId}::uuid and office_id = ${officeId}::uuid`;
  const year = input.year ?? years?.newest ?? Number(dayAt(now).slice(0, 4));
  const [beside] = await tx.$queryRaw<{ before: number | null; after: number | null }[]>`
    select
      (select max(year) from register_entries where tenant_id = ${tenantId}::uuid and office_id = ${officeId}::uuid
        and year < ${year}) as before,
      (select min(year) from register_entries where tenant_id = ${tenantId}::uuid and office_id = ${officeId}::uuid
        and year > ${year}) as after`;
  const rows = await tx.$queryRaw<Row[]>`
    select e.number, e.state, e.reason, e.typed, r.symbol, to_char(r.issue_date, 'YYYY-MM-DD') as "issueDate",
      r.opened_at as "takenAt", r.ended_at as "endedAt", r.state as round, r.issued_at is not null as issued,
      a.id as "agreementId", v.number as version, v.abstract,
      (select d.id from issued_documents d where d.tenant_id = r.tenant_id and d.round_id = r.id
        order by d.seq desc limit 1) as "documentId",
      (select p.full_name from people p where p.tenant_id = r.tenant_id and p.account_id = r.opened_by) as "takenBy",
      (select coalesce(jsonb_agg(o.code order by p.ordinal), '[]') from agreement_parties p
        join offices o on o.tenant_id = p.tenant_id and o.id = p.office_id
        where p.tenant_id = a.tenant_id and p.agreement_id = a.id) as parties,
      (select coalesce(jsonb_agg(x.name order by x.ordinal), '[]') from external_parties x
        where x.tenant_id = a.tenant_id and x.agreement_id = a.id) as outside
    from register_entries e
    join signing_rounds r on r.tenant_id = e.tenant_id and r.id = e.round_id
    join agreement_versions v on v.tenant_id = r.tenant_id and v.id = r.version_id
    join agreements a on a.tenant_id = v.tenant_id and a.id = v.agreement_id
    where e.tenant_id = ${tenantId}::uuid and e.office_id = ${officeId}::uuid and e.year = ${year}
      and e.number > ${input.after ?? 0}
    order by e.number
    limit ${pageSize + 1}`;
  const shown = rows.slice(0, pageSize);
  return {
    year,
    before: beside?.before ?? null,
    after: beside?.after ?? null,
    entries: shown.map(({ symbol, number, ...row }) => ({
      ...row,
      number: documentNumber(number, symbol),
    })),
    next: rows.length > pageSize ? (shown.at(-1)?.number ?? null) : null,
    first: input.after === undefined,
  };
};
