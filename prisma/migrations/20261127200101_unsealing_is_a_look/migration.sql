-- A letter somebody took for a denunciation, or was not sure of, is taken out of the seal by a look that says why, and in no other way
-- (Luật Tố cáo 2018, art. 8(3)). What came on line or from a register and nobody judged yet is sealed by default alone.

alter table petition_looks add column unseals integer;
alter table petition_looks add constraint petition_looks_unseal_the_letter check (unseals is null or file_id is null);

create function guard_petition_unsealing() returns trigger language plpgsql security definer
  set search_path = pg_catalog, public as $$
begin
  if is_system() or session_user = 'portal_public' then return new; end if;
  if (old.origin = 'portal' or old.denounces = 'yes' or old.class is not null) and not exists (select 1 from petition_looks l where l.tenant_id = new.tenant_id and l.petition_id = new.id
      and l.unseals = new.revision and l.office_id = current_office() and l.account_id = current_account()) then
    perform refuse_state('without-reason', jsonb_build_object('act', 'unseal', 'kind', 'petition', 'id', new.id));
  end if;
  return new;
end $$;
-- After guard_update and guard_way, which say first whose act it is.
create trigger guard_way_out_of_seal before update on petitions for each row
  when (old.identity = 'sealed' and new.identity = 'plain') execute function guard_petition_unsealing();

do $$
begin
  alter function guard_petition_unsealing() owner to portal_definer;
  revoke execute on function guard_petition_unsealing() from public;
end $$;
