-- The root certificates of this portal's own authorities, for anybody who checks a signed file without an account. A root is
-- public by its nature and names its province itself, so the table belongs to no province; whoever is not signed in reads it
-- through a function. It follows certificate_authorities by trigger; nobody else writes it.

create table known_roots (
  id uuid primary key,
  certificate_der bytea not null,
  created_at timestamptz(6) not null
);

grant select, insert on known_roots to portal_definer;

create function publish_root() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  insert into known_roots (id, certificate_der, created_at) values (new.id, new.certificate_der, new.created_at);
  return null;
end $$;

create function known_roots() returns jsonb language sql stable security definer set search_path = pg_catalog, public as $$
  select coalesce(jsonb_agg(encode(r.certificate_der, 'base64') order by r.created_at, r.id), '[]') from known_roots r
$$;

alter function publish_root() owner to portal_definer;
alter function known_roots() owner to portal_definer;
revoke execute on function publish_root(), known_roots() from public;
grant execute on function known_roots() to portal_public;

create trigger publish_root after insert on certificate_authorities for each row execute function publish_root();

insert into known_roots (id, certificate_der, created_at)
select a.id, a.certificate_der, a.created_at from certificate_authorities a;
