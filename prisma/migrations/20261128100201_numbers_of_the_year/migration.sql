-- Of a number as offices write it ("12/PC-VPUBND", "Số 36-HD/VPTU", "7") the ordinal it begins with; null where it begins with none.
-- The office's highest of a year is found by it, to offer the next one: a number typed from an office's own book may be anything.
create function number_ordinal(p_number text) returns integer language sql immutable strict parallel safe
  set search_path = pg_catalog as $$
  select substring(p_number from '^\s*(?:[Ss]ố\s*:?\s*)?0*([0-9]{1,6})\s*(?:[/-]|$)')::integer
$$;
revoke all on function number_ordinal(text) from public;
grant execute on function number_ordinal(text) to portal_app, portal_worker, portal_definer;

alter table petition_forwards
  add column slip_year integer generated always as (extract(year from sent_on)::integer) stored,
  add column slip_ordinal integer generated always as (number_ordinal(document_number)) stored;
create index petition_forwards_slip_idx on petition_forwards (tenant_id, from_office_id, slip_year, slip_ordinal);

alter table petitions
  add column outcome_year integer generated always as (extract(year from outcome_on)::integer) stored,
  add column outcome_ordinal integer generated always as (number_ordinal(outcome_document)) stored;
create index petitions_outcome_number_idx on petitions (tenant_id, lead_office_id, outcome, outcome_year, outcome_ordinal);

alter table petition_papers add column number_ordinal integer generated always as (number_ordinal(number)) stored;
create index petition_papers_kind_number_idx on petition_papers (tenant_id, office_id, year, kind, number_ordinal);
