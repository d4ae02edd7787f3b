-- Who wrote is told again how a letter stands, as long as it is in hand: each time a milestone, and a term of its own where an agreement or
-- an administrator asks for one. And telling that a complaint was accepted, or a denunciation's acceptance, is telling what became of it.

alter table petition_milestones drop constraint petition_milestones_kind_known,
  add constraint petition_milestones_kind_known check (kind in ('facts', 'accepted', 'acceptance-notified', 'dialogue',
    'dialogue-notified', 'extended', 'suspended', 'resumed', 'terminated', 'suspension-sent', 'decided', 'decision-sent',
    'concluded', 'published', 'outcome-told', 'progress-told', 'referrer-told', 'refusal-notified'));

-- The limit a tenant begins with: none, until somebody sets one.
create function begin_interim_replies(p_tenant uuid) returns void language plpgsql security definer
  set search_path = pg_catalog, public as $$
declare v_before constant text := coalesce(current_setting('app.tenant_id', true), '');
begin
  perform set_config('app.tenant_id', p_tenant::text, true);
  insert into clock_rules (tenant_id, id, key, version, step, start_event, direction, days, unit, moves_off_day, basis, valid_from, mark,
      current, ordinal, created_at)
    values (p_tenant, gen_random_uuid(), 'interim.reply', 1, 'interim-reply', 'told', 'after', null, 'calendar', true,
      'Luật không quy định; theo quy chế phối hợp', '2014-07-01', 'undecided', true, 49, now());
  perform set_config('app.tenant_id', v_before, true);
end $$;

create or replace function begin_clocks_after() returns trigger language plpgsql security definer
  set search_path = pg_catalog, public as $$
begin
  perform begin_clocks(new.id);
  perform begin_interim_replies(new.id);
  return null;
end $$;

do $$
begin
  alter function begin_interim_replies(uuid) owner to portal_definer;
  revoke execute on function begin_interim_replies(uuid) from public;
end $$;

-- Tenants that were there before, and their first answers that were told by the acceptance.
do $$
declare t record;
begin
  for t in select id from tenants loop
    perform begin_interim_replies(t.id);
    perform set_config('app.tenant_id', t.id::text, true);
    update petition_clocks c set status = 'met', met_on = told.on_day, closed_at = now()
    from (
      select m.petition_id, min(m.on_day) as on_day from petition_milestones m
      join petitions p on p.tenant_id = m.tenant_id and p.id = m.petition_id
      where m.tenant_id = t.id and (m.kind = 'acceptance-notified' or m.kind = 'accepted' and p.class = 'complaint')
      group by m.petition_id) told
    where c.tenant_id = t.id and c.petition_id = told.petition_id and c.step = 'reception-outcome' and c.status in ('running', 'stopped')
      and c.office_id = (select p.lead_office_id from petitions p where p.tenant_id = t.id and p.id = c.petition_id);
  end loop;
  perform set_config('app.tenant_id', '', true);
end $$;
