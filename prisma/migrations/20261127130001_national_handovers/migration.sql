-- Steps of letters that go up to the national database (NĐ 154/2026 art. 27, NĐ 155/2026 art. 30a, NĐ 156/2026 art. 19a): each office hands
-- over what it put on record itself, in the order of the tenant's chain of events.
--
-- The chain is the watermark: `append_events` numbers under the lock of the chain's head, as the last act before the commit, so an event is
-- seen only when all with lower numbers are. What commits later has a higher number and goes with the next hand-over.

create table national_handovers (
  tenant_id uuid not null,
  id uuid not null,
  office_id uuid not null,
  ordinal integer not null,
  -- Steps with numbers above the one and up to the other.
  after_seq bigint not null,
  until_seq bigint not null,
  steps integer not null,
  -- Exactly as they were handed over.
  json bytea not null,
  json_sha256 text not null,
  xlsx bytea not null,
  xlsx_sha256 text not null,
  account_id uuid not null,
  at timestamptz(6) not null,
  state text not null default 'awaiting',
  receipt_number text,
  receipt_on date,
  refusal_reason text,
  answered_by uuid,
  answered_at timestamptz(6),
  primary key (tenant_id, id),
  foreign key (tenant_id, office_id) references offices (tenant_id, id) on update cascade on delete restrict,
  constraint national_handovers_state_known check (state in ('awaiting', 'accepted', 'refused')),
  constraint national_handovers_order check (ordinal > 0 and after_seq >= 0 and until_seq > after_seq and steps > 0),
  constraint national_handovers_json_as_hashed check (json_sha256 = encode(sha256(json), 'hex')),
  constraint national_handovers_xlsx_as_hashed check (xlsx_sha256 = encode(sha256(xlsx), 'hex')),
  constraint national_handovers_answered check ((state = 'awaiting') = (answered_at is null) and (answered_at is null) = (answered_by is null)),
  constraint national_handovers_receipt check (case state when 'accepted' then receipt_on is not null and coalesce(length(receipt_number), 0) between 1 and 60
    else receipt_number is null and receipt_on is null end),
  constraint national_handovers_refusal check (case state when 'refused' then coalesce(length(trim(refusal_reason)), 0) between 5 and 1000
    else refusal_reason is null end)
);
create unique index national_handovers_numbered on national_handovers (tenant_id, office_id, ordinal);
create unique index national_handovers_one_awaits on national_handovers (tenant_id, office_id) where state = 'awaiting';
-- No step is taken in twice: what was accepted goes on from where the one before ended.
create unique index national_handovers_accepted_once on national_handovers (tenant_id, office_id, after_seq) where state = 'accepted';
create index national_handovers_mark_idx on national_handovers (tenant_id, office_id, until_seq) where state = 'accepted';

create index audit_events_of_letters_idx on audit_events (tenant_id, office_id, seq) where subject_kind = 'petition';

-- ---------- what a step is ----------

-- Events that are a step of a letter; what only serves the offices among themselves (looks, scans, links, parts, look-ups) is none.
create function national_step_names() returns text[] language sql immutable parallel safe as $$
  select array['petitions.taken', 'petitions.sentOnline', 'petitions.imported', 'petitions.classified', 'petitions.amended',
    'petitions.assessed', 'petitions.split', 'petitions.joined', 'petitions.joinUndone', 'petitions.forwarded',
    'petitions.forwardAnswered', 'petitions.bodyAnswered', 'petitions.takenBack', 'petitions.concluded', 'petitions.milestoneRecorded',
    'petitions.paperIssued', 'petitions.resultTold', 'petitions.toldOfCase', 'petitions.reopened', 'petitions.destroyed',
    'petitions.withdrawnBySender']
$$;

-- Whose step is one that nobody took in an office (a sender's, an import's, a body's outside by its link): of who gave the letter over to
-- that body, else of who wrote the letter into the register.
create function national_office_of(e audit_events) returns uuid language sql stable security definer
  set search_path = pg_catalog, public as $$
  select coalesce(
    case when e.name = 'petitions.bodyAnswered' then (select f.from_office_id from petition_forwards f
      where f.tenant_id = e.tenant_id and f.petition_id = e.subject_id and f.to_body_id = (e.payload ->> 'bodyId')::uuid
        and f.created_at <= e.at + interval '1 second'
      order by f.created_at desc, f.id desc limit 1) end,
    (select p.filing_office_id from petitions p where p.tenant_id = e.tenant_id and p.id = e.subject_id))
$$;

-- The acting office's steps in the order of the chain, with what goes up of them: figures, days, kinds, names of bodies. No word that
-- somebody typed about a person, and nothing of who wrote: a letter may turn out to denounce after it was handed over.
create function national_steps(p_after bigint, p_until bigint, p_most integer)
  returns table (id uuid, seq bigint, at timestamptz, name text, payload jsonb, code text, kind text, received_on date, channel text,
    body text, class text, to_name text, to_document text, result_document text, result_on date)
  language sql stable security definer set search_path = pg_catalog, public as $$
  with own as (
    select e.* from audit_events e
    where e.tenant_id = current_tenant() and e.office_id = current_office() and e.subject_kind = 'petition'
      and e.seq > p_after and e.seq <= p_until and e.name = any (national_step_names())
      and (e.name <> 'petitions.joinUndone' or e.payload ->> 'kind' = 'joined')
    order by e.seq limit p_most),
  nobodys as (
    select e.* from audit_events e
    where e.tenant_id = current_tenant() and e.office_id is null and e.subject_kind = 'petition'
      and e.seq > p_after and e.seq <= p_until and e.name = any (national_step_names())
      and national_office_of(e) = current_office()
    order by e.seq limit p_most),
  step as (select * from (select * from own union all select * from nobodys) e order by e.seq limit p_most)
  select e.id, e.seq, e.at, e.name, e.payload, p.code, p.kind, p.received_on, p.channel, b.name, p.class,
    coalesce(o.name, f.to_name), f.document_number, f.result_document, f.result_on
  from step e
  join petitions p on p.tenant_id = e.tenant_id and p.id = e.subject_id
  join bodies b on b.tenant_id = p.tenant_id and b.id = p.receiving_body_id
  left join lateral (
    select s.to_office_id, s.to_name, s.document_number, s.result_document, s.result_on from petition_forwards s
    where e.name in ('petitions.forwarded', 'petitions.bodyAnswered') and s.tenant_id = e.tenant_id and s.petition_id = e.subject_id
      and s.created_at <= e.at + interval '1 second'
      and (s.to_office_id::text = e.payload ->> 'officeId' or s.to_body_id::text = e.payload ->> 'bodyId')
    order by s.created_at desc, s.id desc limit 1) f on true
  left join offices o on o.tenant_id = e.tenant_id and o.id = f.to_office_id
  order by e.seq
$$;

-- ---------- rights and row security ----------

grant select on national_handovers to portal_app, portal_definer;
grant insert, update (state, receipt_number, receipt_on, refusal_reason, answered_by, answered_at) on national_handovers to portal_app;

alter table national_handovers enable row level security;
alter table national_handovers force row level security;
create policy by_tenant_definer on national_handovers to portal_definer
  using (tenant_id = (select current_tenant())) with check (tenant_id = (select current_tenant()));
create policy own_office on national_handovers for select to portal_app
  using (tenant_id = (select current_tenant()) and office_id = (select current_office()));
create policy prepare_own on national_handovers for insert to portal_app
  with check (tenant_id = (select current_tenant()) and office_id = (select current_office())
    and account_id = (select current_account()));
create policy answer_own on national_handovers for update to portal_app
  using (tenant_id = (select current_tenant()) and office_id = (select current_office()))
  with check (tenant_id = (select current_tenant()) and office_id = (select current_office())
    and answered_by = (select current_account()));

-- ---------- what always holds ----------

-- A hand-over begins where the last accepted one ended and holds every step of the office up to its end, once, and no field beside those
-- that are handed over. What was handed over stays as it was; a receipt or a refusal is written once.
create function guard_national_handover() returns trigger language plpgsql security definer
  set search_path = pg_catalog, public as $$
declare
  v_detail constant jsonb := jsonb_build_object('act', 'prepare', 'kind', 'national-handover', 'id', new.id);
  v_file jsonb;
begin
  perform assert_tenant(new.tenant_id);
  if tg_op = 'UPDATE' then
    if (new.tenant_id, new.id, new.office_id, new.ordinal, new.after_seq, new.until_seq, new.steps, new.json, new.json_sha256, new.xlsx,
        new.xlsx_sha256, new.account_id, new.at) is distinct from (old.tenant_id, old.id, old.office_id, old.ordinal, old.after_seq,
        old.until_seq, old.steps, old.json, old.json_sha256, old.xlsx, old.xlsx_sha256, old.account_id, old.at) then
      perform refuse_state('frozen', v_detail);
    end if;
    if not is_system() then perform assert_acting(); end if;
    if old.state <> 'awaiting' or new.state = 'awaiting' then perform refuse_state('state', v_detail); end if;
    if new.receipt_on > portal_today() then perform refuse_state('day-to-come', v_detail); end if;
    return new;
  end if;
  if is_system() then return new; end if;
  perform assert_acting();
  if new.state <> 'awaiting' or new.ordinal <> 1 + (select count(*) from national_handovers h
      where h.tenant_id = new.tenant_id and h.office_id = new.office_id)
    or new.after_seq <> (select coalesce(max(h.until_seq), 0) from national_handovers h
      where h.tenant_id = new.tenant_id and h.office_id = new.office_id and h.state = 'accepted') then
    perform refuse_state('not-next', v_detail);
  end if;
  v_file := convert_from(new.json, 'UTF8')::jsonb;
  if (v_file ->> 'after', v_file ->> 'until', (v_file ->> 'number')::integer) is distinct from
      (new.after_seq::text, new.until_seq::text, new.ordinal)
    or (select array_agg(s.step ->> 'id' order by s.n) from jsonb_array_elements(v_file -> 'steps') with ordinality s (step, n))
      is distinct from (select array_agg(n.id::text order by n.seq) from national_steps(new.after_seq, new.until_seq, null) n)
    or new.steps <> jsonb_array_length(v_file -> 'steps')
    or new.until_seq <> (select max((s.step ->> 'position')::bigint) from jsonb_array_elements(v_file -> 'steps') s (step)) then
    perform refuse_state('not-every-step', v_detail);
  end if;
  if exists (
      select 1 from jsonb_object_keys(v_file) k where k not in ('format', 'province', 'office', 'number', 'madeAt', 'after', 'until', 'steps')
      union all
      select 1 from jsonb_array_elements(v_file -> 'steps') s (step), jsonb_object_keys(s.step) k
      where k not in ('id', 'position', 'at', 'step', 'facts', 'letter')
      union all
      select 1 from jsonb_array_elements(v_file -> 'steps') s (step), jsonb_object_keys(s.step -> 'letter') k
      where k not in ('code', 'kind', 'receivedOn', 'channel', 'body', 'class')
      union all
      select 1 from jsonb_array_elements(v_file -> 'steps') s (step), jsonb_object_keys(s.step -> 'facts') k
      where k not in ('class', 'unmet', 'parts', 'conclusion', 'milestone', 'on', 'days', 'answer', 'to', 'paper', 'document')) then
    perform refuse_state('more-than-handed-over', v_detail);
  end if;
  return new;
end $$;
create trigger guard_write before insert or update on national_handovers for each row execute function guard_national_handover();
create trigger stays before delete on national_handovers for each row execute function refuse_rewriting();
create trigger stays_whole before truncate on national_handovers for each statement execute function refuse_rewriting();

do $$
declare f text;
begin
  foreach f in array array['national_step_names()', 'national_office_of(audit_events)', 'national_steps(bigint, bigint, integer)',
      'guard_national_handover()'] loop
    execute format('alter function %s owner to portal_definer', f);
    execute format('revoke execute on function %s from public', f);
  end loop;
  grant execute on function national_steps(bigint, bigint, integer) to portal_app;
end $$;
