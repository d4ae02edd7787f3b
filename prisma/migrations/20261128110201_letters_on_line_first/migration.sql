-- Of what waits to be compared, letters that came on line go before those of registers, the oldest first (docs/decisions/0056).
alter table petition_sketches_due add column online boolean not null default false;
update petition_sketches_due d set online = true from petitions p
where p.tenant_id = d.tenant_id and p.id = d.petition_id and p.origin = 'online';
create index petition_sketches_due_tenant_id_online_petition_id_idx on petition_sketches_due (tenant_id, online, petition_id);

create or replace function await_petition_sketch() returns trigger language plpgsql security definer
  set search_path = pg_catalog, public as $$
begin
  insert into petition_sketches_due (tenant_id, petition_id, online) values (new.tenant_id, new.id, true);
  return null;
end $$;
