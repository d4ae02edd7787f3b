-- As before, but for a letter that came on line and was not read yet. Whoever holds the text of a denunciation could send it to an office and
-- read on its page which office has the denunciation, with no look-up on record. The page of the sealed letter tells of the new one still,
-- and whoever classifies the new one asks by name (docs/decisions/0055).
create or replace function same_letters_of(p_petition uuid)
returns table (other_id uuid, earlier boolean, office_id uuid, office_code text, sealed boolean, code text, since date, state text,
    score integer, why text, join_id uuid, answer text, reason text, own boolean)
language plpgsql stable security definer set search_path = pg_catalog, public set plan_cache_mode = force_generic_plan as $$
begin
  if not can_read('petition', p_petition) or only_assists_sealed(p_petition) then return; end if;
  return query
  with found as (
    select m.other_id as id, m.score, m.why from petition_matches m
      where m.tenant_id = current_tenant() and m.petition_id = p_petition
    union
    select m.petition_id, m.score, m.why from petition_matches m
      where m.tenant_id = current_tenant() and m.other_id = p_petition)
  select p.id, (p.received_on, p.id) < (self.received_on, self.id), o.id, o.code, p.identity = 'sealed' or self.identity = 'sealed',
    case when p.identity = 'plain' and self.identity = 'plain' then p.code end,
    case when p.identity = 'plain' and self.identity = 'plain' then p.received_on end,
    case when p.identity = 'plain' and self.identity = 'plain' then p.state end, found.score, found.why,
    answered.id, answered.kind, answered.reason, answered.petition_id = p_petition
  from found
  join petitions p on p.tenant_id = current_tenant() and p.id = found.id
  join petitions self on self.tenant_id = current_tenant() and self.id = p_petition
  join offices o on o.tenant_id = current_tenant() and o.id = p.lead_office_id
  left join lateral (
    select j.id, j.kind, j.reason, j.petition_id from petition_joins j where j.tenant_id = current_tenant() and j.undone_at is null
      and (j.petition_id, j.other_id) in ((p_petition, p.id), (p.id, p_petition))
    order by j.at desc limit 1) answered on true
  where not only_assists_sealed(p.id)
    -- Anybody may send what nobody here has read: its page says nothing of a letter that may denounce, as long as no person asked.
    and (p.identity = 'plain' or not (self.origin = 'online' and self.class is null))
  order by found.score desc, p.id limit 20;
end $$;
