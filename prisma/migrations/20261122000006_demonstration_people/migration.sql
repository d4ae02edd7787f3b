-- The sign-in page of a demonstration lists whom one may play. `portal_auth` reads no tenant's table, so it asks one
-- function, which knows demonstration tenants only and answers what that page shows and nothing more.

grant select on tenants to portal_definer;
create policy demonstration_tenants on tenants for select to portal_definer using (demo);
grant select (id, email, disabled_at) on accounts to portal_definer;

create function demonstration_people() returns table (
  tenant_slug text, tenant_name text, office_code text, office_name text, office_tint integer,
  person_name text, post_title text, email text
) language plpgsql security definer set search_path = pg_catalog, public as $$
declare
  v_before constant text := coalesce(current_setting('app.tenant_id', true), '');
  v_tenant uuid;
begin
  for v_tenant in select id from tenants where demo order by id loop
    perform set_config('app.tenant_id', v_tenant::text, true);
    return query
      select t.slug, t.name, o.code, o.name, o.tint, pe.full_name, p.title, a.email
      from post_holdings h
      join tenants t on t.id = h.tenant_id
      join posts p on p.tenant_id = h.tenant_id and p.id = h.post_id
      join offices o on o.tenant_id = p.tenant_id and o.id = p.office_id
      join people pe on pe.tenant_id = h.tenant_id and pe.id = h.person_id
      join accounts a on a.id = pe.account_id
      where h.tenant_id = v_tenant and a.disabled_at is null
        and h.from_date <= portal_today() and (h.until_date is null or h.until_date >= portal_today())
      order by o.ordinal, p.id, pe.id;
  end loop;
  perform set_config('app.tenant_id', v_before, true);
end $$;

alter function demonstration_people() owner to portal_definer;
revoke execute on function demonstration_people() from public;
grant execute on function demonstration_people() to portal_auth;
