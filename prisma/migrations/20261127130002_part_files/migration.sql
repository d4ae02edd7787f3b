-- Files with an assisting office's answer about a letter: sealed under the letter's key as scans are, read by that office and by who handles
-- the letter, and by nobody else who reads the letter.

alter table files
  -- Who asked for the part they belong to; given over, the letter's next lead asks anew and reads what came.
  add column given_to_office_id uuid,
  -- How the letter was kept when they came: what came while names stood in the clear may say one.
  add column letter_identity text,
  add constraint files_tenant_id_given_to_office_id_fkey foreign key (tenant_id, given_to_office_id) references offices (tenant_id, id)
    on delete restrict on update cascade;
create index files_tenant_id_given_to_office_id_idx on files (tenant_id, given_to_office_id);

alter table files drop constraint files_subject_kind_known;
alter table files add constraint files_subject_kind_known check (subject_kind in ('task', 'petition', 'petition-part')),
  add constraint files_of_parts check (case when subject_kind = 'petition-part'
    then sealed and name ~ '^part-[0-9]{1,3}$' and office_id is not null and given_to_office_id is not null
      and coalesce(letter_identity in ('plain', 'sealed'), false)
    else given_to_office_id is null and letter_identity is null end);

create function reads_part_of(p_petition uuid, p_office uuid) returns boolean language sql stable security definer
  set search_path = pg_catalog, public as $$
  select can_read('petition', p_petition) and (p_office = current_office() or exists (
    select 1 from petitions p where p.tenant_id = current_tenant() and p.id = p_petition and p.lead_office_id = current_office()))
$$;

create policy read_parts on files for select to portal_app
  using (tenant_id = (select current_tenant()) and subject_kind = 'petition-part' and reads_part_of(subject_id, office_id));
create policy write_part on files for insert to portal_app
  with check (tenant_id = (select current_tenant()) and subject_kind = 'petition-part' and office_id = (select current_office())
    and account_id = (select current_account()) and can_read('petition', subject_id));
create policy change_part on files for update to portal_app
  using (tenant_id = (select current_tenant()) and subject_kind = 'petition-part' and reads_part_of(subject_id, office_id))
  with check (tenant_id = (select current_tenant()));

-- An office adds and takes back files of its own part as long as it may change that (article 3 clause 8).
create function guard_petition_part_file() returns trigger language plpgsql security definer
  set search_path = pg_catalog, public as $$
declare
  v petitions;
  v_state text;
  v_detail constant jsonb := jsonb_build_object('act', 'givePart', 'kind', 'petition', 'id', new.subject_id);
begin
  if is_system() then return new; end if;
  select * into v from petitions where tenant_id = new.tenant_id and id = new.subject_id;
  select c.state into v_state from petition_contributions c where c.tenant_id = new.tenant_id and c.petition_id = new.subject_id
    and c.lead_office_id = new.given_to_office_id and c.office_id = new.office_id;
  if v_state is null then perform refuse('part', v_detail); end if;
  if v.destroyed_at is not null or v.state not in ('classified', 'accepted', 'suspended')
    or new.given_to_office_id <> v.lead_office_id or tg_op = 'INSERT' and new.letter_identity <> v.identity then
    perform refuse_state('state', v_detail);
  end if;
  if v_state not in ('asked', 'accepted', 'contributed') then perform refuse_state('assist-state', v_detail); end if;
  return new;
end $$;
create trigger guard_petition_part_file before insert or update on files for each row when (new.subject_kind = 'petition-part')
  execute function guard_petition_part_file();

do $$
declare f text;
begin
  foreach f in array array['reads_part_of(uuid, uuid)', 'guard_petition_part_file()'] loop
    execute format('alter function %s owner to portal_definer', f);
    execute format('revoke execute on function %s from public', f);
  end loop;
  grant execute on function reads_part_of(uuid, uuid) to portal_app;
end $$;
