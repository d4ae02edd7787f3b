-- The register is read as a page: an entry says whether its number came from the office's own document system. Entries made before
-- have it from the event of their round.
alter table register_entries add column typed boolean not null default false;
update register_entries e set typed = true
from signing_rounds r
join audit_events a on a.tenant_id = r.tenant_id and a.subject_kind = 'agreement-version' and a.subject_id = r.version_id
where r.tenant_id = e.tenant_id and r.id = e.round_id and a.name = 'agreements.roundOpened'
  and a.payload ->> 'roundId' = r.id::text and (a.payload ->> 'typed')::boolean;
