-- Papers meant for the sender, for who opens the letter by code and secret. Of a sealed letter none: its state is all that is told.

create function citizen_papers_of(p_letter uuid) returns setof petition_papers language sql stable security definer
  set search_path = pg_catalog, public as $$
  select p.* from petitions v
  join petition_papers p on p.tenant_id = v.tenant_id and p.petition_id = v.id
  left join petition_papers mended on mended.tenant_id = p.tenant_id and mended.id = p.corrects_id
  where v.tenant_id = current_tenant() and v.id = p_letter and v.identity = 'plain' and v.destroyed_at is null
    and coalesce(mended.kind, p.kind) in ('acceptance', 'refusal', 'guidance', 'forwarding', 'dialogue', 'decision', 'extension')
    and not exists (select 1 from petition_papers n where n.tenant_id = p.tenant_id and n.replaces_id = p.id)
$$;

create or replace function citizen_letter_page(p_slug text, p_hash text, p_draft uuid) returns table (letter jsonb, draft bytea)
  language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  letter := citizen_letter(p_slug, p_hash);
  if letter ? 'detail' then
    letter := jsonb_set(letter, '{detail,papers}', coalesce((
      select jsonb_agg(jsonb_build_object('id', p.id, 'kind', p.kind, 'number', p.number, 'issuedOn', p.issued_on) order by p.id)
      from citizen_papers_of((citizen_letter_of(p_hash)).id) p), '[]'));
  end if;
  if p_draft is not null then draft := citizen_draft(p_slug, p_draft); end if;
  return next;
end $$;

-- One of these papers under its seal, with the key of the letter, wrapped.
create function citizen_paper(p_slug text, p_hash text, p_paper uuid) returns jsonb language plpgsql security definer
  set search_path = pg_catalog, public as $$
declare v_tenant constant uuid := citizen_enter(p_slug);
begin
  if v_tenant is null then return null; end if;
  return (select jsonb_build_object('tenantId', v_tenant, 'petitionId', p.petition_id, 'number', p.number, 'at', p.at,
      'sealed', encode(p.sealed, 'base64'), 'key', encode(k.wrapped, 'base64'),
      'tenantKey', jsonb_build_object('id', t.id, 'wrapped', encode(t.wrapped, 'base64')))
    from citizen_papers_of((citizen_letter_of(p_hash)).id) p
    join petition_keys k on k.tenant_id = v_tenant and k.petition_id = p.petition_id and k.wrapped is not null
    join tenant_keys t on t.tenant_id = v_tenant and t.id = k.tenant_key_id
    where p.id = p_paper);
end $$;

do $$
declare f text;
begin
  foreach f in array array['citizen_papers_of(uuid)', 'citizen_paper(text, text, uuid)'] loop
    execute format('alter function %s owner to portal_definer', f);
    execute format('revoke execute on function %s from public', f);
  end loop;
end $$;
grant execute on function citizen_paper(text, text, uuid) to portal_public;
