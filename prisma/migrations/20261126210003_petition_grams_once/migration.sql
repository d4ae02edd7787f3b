-- Who wrote a letter is written once, after the letter: the name's grams are added, and nothing is reckoned twice.
create or replace function sync_petition_person_after() returns trigger language plpgsql security definer
  set search_path = pg_catalog, public as $$
begin
  if tg_op = 'INSERT' then
    if new.identity = 'plain' and new.full_name is not null then
      insert into petition_grams (tenant_id, office_id, gram, received_on, petition_id)
      select e.tenant_id, e.office_id, named.gram, e.received_on, e.petition_id
      from petition_entries e
      cross join lateral (select grams_of(new.full_name) as gram union select '=' || fold_vietnamese(new.full_name)) named
      where e.tenant_id = new.tenant_id and e.petition_id = new.petition_id
      on conflict do nothing;
    end if;
  else
    perform sync_petition_grams(old.tenant_id, old.petition_id);
  end if;
  return null;
end $$;
