-- Everybody sees every use of a certificate in their own name, from whichever post they act: one function answers for
-- the account of the transaction and no other. `readable` says whether the acting office may open the agreement.

create function own_signatures() returns table (
  id uuid, certificate_id uuid, signed_at timestamptz, agreement_id uuid, agreement_title text, number integer, symbol text,
  round_state text, sha256 text, readable boolean
) language sql stable security definer set search_path = pg_catalog, public as $$
  select s.id, s.certificate_id, s.signed_at, a.id, a.title, r.number, r.symbol, r.state, d.sha256,
    can_read('agreement-version', s.version_id)
  from people pe
  join certificates c on c.tenant_id = pe.tenant_id and c.person_id = pe.id
  join signatures s on s.tenant_id = c.tenant_id and s.certificate_id = c.id
  join signing_rounds r on r.tenant_id = s.tenant_id and r.id = s.round_id
  join issued_documents d on d.tenant_id = s.tenant_id and d.id = s.document_id
  join agreement_versions v on v.tenant_id = s.tenant_id and v.id = s.version_id
  join agreements a on a.tenant_id = v.tenant_id and a.id = v.agreement_id
  where pe.tenant_id = current_tenant() and pe.account_id = current_account()
  order by s.signed_at desc, s.id desc
$$;

alter function own_signatures() owner to portal_definer;
revoke execute on function own_signatures() from public;
grant execute on function own_signatures() to portal_app;
