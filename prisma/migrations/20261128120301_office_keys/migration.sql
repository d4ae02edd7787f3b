-- An organisation whose records clerk forgot the passphrase gets a new key as a person does: the clerk makes it, it waits wrapped, and the
-- operator gives it a certificate and revokes the old one with its time. Whoever is its clerk by then replaces one that waits.

alter table signing_key_requests add column office_id uuid,
  add constraint signing_key_requests_office_fkey foreign key (tenant_id, office_id) references offices (tenant_id, id)
    on delete restrict on update cascade;
drop index signing_key_requests_one_waits;
create unique index signing_key_requests_one_waits on signing_key_requests (tenant_id, person_id)
  where state = 'waiting' and office_id is null;
create unique index signing_key_requests_office_waits on signing_key_requests (tenant_id, office_id)
  where state = 'waiting' and office_id is not null;
create index signing_key_requests_office_idx on signing_key_requests (tenant_id, office_id);
create index organisation_signatures_certificate_idx on organisation_signatures (tenant_id, certificate_id);

drop policy own_requests on signing_key_requests;
create policy own_requests on signing_key_requests to portal_app
  using (tenant_id = (select current_tenant()) and account_id = (select current_account()) and office_id is null)
  with check (tenant_id = (select current_tenant()) and account_id = (select current_account()) and office_id is null
    and exists (select 1 from people p where p.tenant_id = signing_key_requests.tenant_id and p.id = signing_key_requests.person_id
      and p.account_id = (select current_account())));
create policy office_requests on signing_key_requests for select to portal_app
  using (tenant_id = (select current_tenant()) and office_id is not null and keeps_office_key(office_id));
create policy office_requests_made on signing_key_requests for insert to portal_app
  with check (tenant_id = (select current_tenant()) and account_id = (select current_account()) and office_id is not null
    and keeps_office_key(office_id)
    and exists (select 1 from people p where p.tenant_id = signing_key_requests.tenant_id and p.id = signing_key_requests.person_id
      and p.account_id = (select current_account())));
create policy office_requests_replaced on signing_key_requests for update to portal_app
  using (tenant_id = (select current_tenant()) and office_id is not null and keeps_office_key(office_id))
  with check (tenant_id = (select current_tenant()) and office_id is not null and keeps_office_key(office_id));
