-- A paper is signed outside of the portal on a day that is said, and says nothing against what is on record of its letter: the step it
-- ends is written before it. What replaces or corrects another comes when it comes.

alter table petition_papers add column signed_on date;
alter table petition_papers add constraint petition_papers_signed_before check (signed_on <= issued_on);

create function guard_paper_of_step() returns trigger language plpgsql security definer
  set search_path = pg_catalog, public as $$
declare
  v_state text;
  v_detail constant jsonb := jsonb_build_object('act', 'issuePaper', 'kind', 'petition', 'id', new.petition_id);
begin
  if is_system() then return new; end if;
  if new.signed_on is null then perform refuse_state('not-signed', v_detail); end if;
  if coalesce(new.replaces_id, new.corrects_id) is not null then return new; end if;
  select p.state into v_state from petitions p where p.tenant_id = new.tenant_id and p.id = new.petition_id;
  if v_state <> all (case new.kind
      when 'acceptance' then array['accepted', 'suspended']
      when 'refusal' then array['not-accepted']
      when 'guidance' then array['guided']
      when 'forwarding' then array['classified', 'forwarded']
      when 'decision' then array['settled']
      when 'conclusion' then array['settled']
      else array['accepted'] end) then
    perform refuse_state('against-record', v_detail);
  end if;
  return new;
end $$;
-- After guard_insert, which says first whose act it is.
create trigger guard_step before insert on petition_papers for each row execute function guard_paper_of_step();

do $$
begin
  alter function guard_paper_of_step() owner to portal_definer;
  revoke execute on function guard_paper_of_step() from public;
end $$;
