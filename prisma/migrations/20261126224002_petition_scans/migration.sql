-- Scans of letters: sealed with a key of their letter, whatever it is, so that what becomes a denunciation needs no second
-- sealing, and what is destroyed opens no more.

alter table files drop constraint files_subject_kind_known;
alter table files add constraint files_subject_kind_known check (subject_kind in ('task', 'petition')),
  -- The handwriting, and a name a sender gave a file, say who wrote (Luật Tố cáo 2018, art. 8(3)).
  add constraint files_of_letters_are_sealed check (subject_kind <> 'petition' or sealed and name ~ '^scan-[0-9]{1,3}$');

-- By who handles the letter or took it in, as long as something is left to do with it.
create function guard_petition_file() returns trigger language plpgsql security definer
  set search_path = pg_catalog, public as $$
declare
  v petitions;
  v_detail constant jsonb := jsonb_build_object('act', 'attach', 'kind', 'petition', 'id', new.subject_id);
begin
  if is_system() then return new; end if;
  select * into v from petitions where tenant_id = new.tenant_id and id = new.subject_id;
  if v.id is null then perform refuse('part', v_detail); end if;
  -- What a citizen sends is written by a function of the definer, which no office acts in.
  if not (new.office_id is null and current_account() is null)
    and current_office() not in (v.lead_office_id, v.filing_office_id, v.receiving_office_id) then
    perform refuse('part', v_detail);
  end if;
  if v.destroyed_at is not null
    -- A visit that was answered at the desk brings its papers in the same act.
    or v.state not in ('received', 'classified', 'accepted', 'suspended', 'forwarded') and v.created_at <> new.created_at then
    perform refuse_state('state', v_detail);
  end if;
  return new;
end $$;
create trigger guard_petition_file before insert or update on files for each row when (new.subject_kind = 'petition')
  execute function guard_petition_file();

do $$
begin
  alter function guard_petition_file() owner to portal_definer;
  revoke execute on function guard_petition_file() from public;
end $$;
