-- A paper that says what was done so far, why the matter is not over and when an answer comes, as long as a letter is in hand. It ends
-- nothing of the letter; whoever wrote in the clear reads it by code and secret, as any paper meant for them.
alter table petition_papers drop constraint petition_papers_kind_known,
  add constraint petition_papers_kind_known check (kind in ('acceptance', 'refusal', 'guidance', 'forwarding', 'verification', 'dialogue',
    'decision', 'conclusion', 'extension', 'interim', 'correction'));

create or replace function guard_paper_of_step() returns trigger language plpgsql security definer
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
      when 'interim' then array['classified', 'accepted', 'suspended']
      else array['accepted'] end) then
    perform refuse_state('against-record', v_detail);
  end if;
  return new;
end $$;

create or replace function citizen_papers_of(p_letter uuid) returns setof petition_papers language sql stable security definer
  set search_path = pg_catalog, public as $$
  select p.* from petitions v
  join petition_papers p on p.tenant_id = v.tenant_id and p.petition_id = v.id
  left join petition_papers mended on mended.tenant_id = p.tenant_id and mended.id = p.corrects_id
  where v.tenant_id = current_tenant() and v.id = p_letter and v.identity = 'plain' and v.destroyed_at is null
    and coalesce(mended.kind, p.kind) in ('acceptance', 'refusal', 'guidance', 'forwarding', 'dialogue', 'decision', 'extension', 'interim')
    and not exists (select 1 from petition_papers n where n.tenant_id = p.tenant_id and n.replaces_id = p.id)
$$;
