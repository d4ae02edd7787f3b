-- A new key for who forgot the passphrase: the holder makes it under a passphrase of the own and it waits, wrapped, until the operator
-- gives it a certificate; the old certificate is revoked in the same transaction, with its time.

create table signing_key_requests (
  tenant_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  post_id uuid not null,
  account_id uuid not null,
  public_key bytea not null,
  -- Under the holder's passphrase and the server's key, as in signing_keys.
  wrapped_key bytea not null,
  requested_at timestamptz(6) not null,
  state text not null default 'waiting',
  answered_at timestamptz(6),
  certificate_id uuid,
  constraint signing_key_requests_pkey primary key (tenant_id, id),
  constraint signing_key_requests_person_fkey foreign key (tenant_id, person_id) references people (tenant_id, id)
    on delete restrict on update cascade,
  constraint signing_key_requests_post_fkey foreign key (tenant_id, post_id) references posts (tenant_id, id)
    on delete restrict on update cascade,
  constraint signing_key_requests_certificate_fkey foreign key (tenant_id, certificate_id) references certificates (tenant_id, id)
    on delete restrict on update cascade,
  constraint signing_key_requests_state check (state in ('waiting', 'issued', 'replaced')),
  constraint signing_key_requests_answered check ((state = 'waiting') = (answered_at is null)
    and (state = 'issued') = (certificate_id is not null))
);
create unique index signing_key_requests_one_waits on signing_key_requests (tenant_id, person_id) where state = 'waiting';
create index signing_key_requests_person_idx on signing_key_requests (tenant_id, person_id);

grant select, insert on signing_key_requests to portal_app;
grant update (state, answered_at) on signing_key_requests to portal_app;
grant select on signing_key_requests to portal_definer;
alter table signing_key_requests enable row level security;
alter table signing_key_requests force row level security;
create policy by_tenant_definer on signing_key_requests to portal_definer
  using (tenant_id = (select current_tenant())) with check (tenant_id = (select current_tenant()));
create policy own_requests on signing_key_requests to portal_app
  using (tenant_id = (select current_tenant()) and account_id = (select current_account()))
  with check (tenant_id = (select current_tenant()) and account_id = (select current_account())
    and exists (select 1 from people p where p.tenant_id = signing_key_requests.tenant_id and p.id = signing_key_requests.person_id
      and p.account_id = (select current_account())));

-- What was asked for stays as it was; the holder may only replace what still waits, the operator alone answers.
create function guard_key_request() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
declare
  v_detail constant jsonb := jsonb_build_object('act', 'requestKey', 'kind', 'certificate', 'id', new.id);
begin
  perform assert_tenant(new.tenant_id);
  perform assert_acting();
  if tg_op = 'INSERT' then
    if new.state <> 'waiting' then perform refuse_state('state', v_detail); end if;
    return new;
  end if;
  if (to_jsonb(new) - array['state', 'answered_at', 'certificate_id']) is distinct from
      (to_jsonb(old) - array['state', 'answered_at', 'certificate_id']) then
    perform refuse_state('frozen', v_detail);
  end if;
  if old.state <> 'waiting' or new.state = 'waiting' or (new.state = 'issued' and not is_system()) then
    perform refuse_state('state', v_detail);
  end if;
  return new;
end $$;
create trigger guard_request before insert or update on signing_key_requests for each row execute function guard_key_request();
create trigger never_removed before delete on signing_key_requests for each row execute function refuse_rewriting();
create trigger never_emptied before truncate on signing_key_requests for each statement execute function refuse_rewriting();

alter function guard_key_request() owner to portal_definer;
revoke execute on function guard_key_request() from public;
