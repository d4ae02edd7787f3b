-- Of a sealed letter a summary goes out with the slip, never the letter itself (Luật Tố cáo 2018, art. 8(3)).

alter table petition_forwards add column summary text not null default '',
  add constraint petition_forwards_summary_short check (length(summary) <= 1000);

create function guard_forward_summary() returns trigger language plpgsql security definer
  set search_path = pg_catalog, public as $$
declare v_identity text;
begin
  if is_system() then return new; end if;
  select p.identity into v_identity from petitions p where p.tenant_id = new.tenant_id and p.id = new.petition_id;
  if v_identity = 'sealed' and length(trim(new.summary)) < 10 then
    perform refuse_state('summary-missing', jsonb_build_object('act', 'forward', 'kind', 'petition', 'id', new.petition_id));
  end if;
  return new;
end $$;
-- Named to run after guard_write, which says first whose act it is.
create trigger guard_written_summary before insert on petition_forwards for each row execute function guard_forward_summary();

do $$
begin
  alter function guard_forward_summary() owner to portal_definer;
  revoke execute on function guard_forward_summary() from public;
end $$;
