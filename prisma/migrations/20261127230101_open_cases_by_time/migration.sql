-- The open cases that are offered beside a letter: the newest, by their own index.
create index petition_cases_open_idx on petition_cases (tenant_id, state, opened_at desc, id desc);
