-- What a sender adds on line stands on the desk of who handles the letter until somebody there has seen it.

alter table petition_additions add column seen_at timestamptz(6),
  add column seen_by uuid,
  add constraint petition_additions_seen_by_whom check ((seen_at is null) = (seen_by is null));
create index petition_additions_unseen on petition_additions (tenant_id, created_at) where seen_at is null;
-- What bodies outside told by their link, the latest first.
create index petition_forwards_told_by_link on petition_forwards (tenant_id, from_office_id, answered_at) where answered_via = 'link';

grant update (seen_at, seen_by) on petition_additions to portal_app;
create policy change_by_access on petition_additions for update to portal_app
  using (tenant_id = (select current_tenant()) and can_read('petition', petition_id))
  with check (tenant_id = (select current_tenant()) and seen_by = (select current_account()));

create function guard_addition_seen() returns trigger language plpgsql security definer
  set search_path = pg_catalog, public as $$
declare
  v petitions;
  v_detail constant jsonb := jsonb_build_object('act', 'seeAdditions', 'kind', 'petition', 'id', old.petition_id);
begin
  perform assert_tenant(new.tenant_id);
  if is_system() then return new; end if;
  perform assert_acting();
  select * into v from petitions where tenant_id = old.tenant_id and id = old.petition_id;
  if current_office() is distinct from v.lead_office_id then perform refuse('part', v_detail); end if;
  if old.seen_at is not null or new.seen_at is null or new.seen_by is distinct from current_account() then
    perform refuse_state('frozen', v_detail);
  end if;
  return new;
end $$;
create trigger guard_write before update on petition_additions for each row execute function guard_addition_seen();

do $$
begin
  alter function guard_addition_seen() owner to portal_definer;
  revoke execute on function guard_addition_seen() from public;
end $$;

-- What a page without a session shows of a letter, and what was typed into its form a moment ago, in one transaction.
create function citizen_letter_page(p_slug text, p_hash text, p_draft uuid) returns table (letter jsonb, draft bytea)
  language sql security definer set search_path = pg_catalog, public as $$
  select citizen_letter(p_slug, p_hash), case when p_draft is not null then citizen_draft(p_slug, p_draft) end
$$;
create function link_page(p_slug text, p_hash text, p_draft uuid) returns table (letter jsonb, draft bytea)
  language sql security definer set search_path = pg_catalog, public as $$
  select link_letter(p_slug, p_hash), case when p_draft is not null then citizen_draft(p_slug, p_draft) end
$$;

do $$
declare f text;
begin
  foreach f in array array['citizen_letter_page(text, text, uuid)', 'link_page(text, text, uuid)'] loop
    execute format('alter function %s owner to portal_definer', f);
    execute format('revoke execute on function %s from public', f);
    execute format('grant execute on function %s to portal_public', f);
  end loop;
  -- Asked by the function above alone.
  revoke execute on function citizen_letter(text, text) from portal_public;
end $$;
