-- AlterTable
ALTER TABLE "meetings" ADD COLUMN "notice_number" TEXT;

-- The number that an office's own document system gave the notice of a meeting (giấy mời).

alter table meetings add constraint meetings_notice_number check (length(trim(notice_number)) between 1 and 60);

-- Lead and filing office write it, once the meeting is approved and until it is over; nothing else changes with it.
create function guard_notice_number() returns trigger language plpgsql security definer
  set search_path = pg_catalog, public as $$
declare
  v_else meetings := new;
  v_detail constant jsonb := jsonb_build_object('act', 'number', 'kind', 'meeting', 'id', old.id, 'dutyId', old.duty_id,
    'leadOfficeId', old.lead_office_id);
begin
  if is_system() then return new; end if;
  perform assert_acting();
  if current_office() not in (old.lead_office_id, old.filing_office_id) then perform refuse('part', v_detail); end if;
  v_else.notice_number := old.notice_number;
  v_else.revision := old.revision;
  v_else.changed_at := old.changed_at;
  if v_else is distinct from old or old.state not in ('approved', 'confirmed') then perform refuse_state('state', v_detail); end if;
  if new.revision <= old.revision then perform refuse_state('stale', v_detail); end if;
  return new;
end $$;
alter function guard_notice_number() owner to portal_definer;
revoke execute on function guard_notice_number() from public;

drop trigger guard_update on meetings;
create trigger guard_update before update on meetings for each row
  when (new.notice_number is not distinct from old.notice_number and not is_undo(old, new)) execute function guard_meeting_update();
create trigger guard_update_number before update on meetings for each row
  when (new.notice_number is distinct from old.notice_number) execute function guard_notice_number();

-- The lines of a sheet, now with the number of the notice.
drop function meeting_lines(timestamptz, timestamptz, uuid[]);
create function meeting_lines(p_from timestamptz, p_until timestamptz, p_ids uuid[])
  returns table (id uuid, title text, state text, starts_at timestamptz, ends_at timestamptz, chair text, participants text,
    place text, preparing text, visibility text, reason text, notice_number text, office_ids uuid[])
  language sql stable security definer set search_path = pg_catalog, public as $$
  with seen as materialized (
    select acc.subject_id as id from access acc
    where acc.tenant_id = current_tenant() and acc.office_id = current_office() and acc.kind = 'meeting'
      and acc.sort_key >= p_from and acc.sort_key < p_until and (acc.until is null or acc.until >= portal_today())
    union
    select acc.subject_id from access acc
    where acc.tenant_id = current_tenant() and acc.office_id = current_office() and acc.kind = 'meeting'
      and acc.subject_id = any (p_ids) and (acc.until is null or acc.until >= portal_today()))
  select m.id, m.title, m.state, m.starts_at, m.ends_at,
    coalesce(m.chair_text, (select p.title || coalesce(' ' || pe.full_name, '') from posts p
      left join meeting_leaders l on l.tenant_id = p.tenant_id and l.meeting_id = m.id and l.part = 'chair'
      left join people pe on pe.tenant_id = l.tenant_id and pe.id = l.person_id
      where p.tenant_id = m.tenant_id and p.id = m.chair_post_id), ''),
    m.participants,
    coalesce(m.place_text, (select r.name || coalesce(', ' || r.site, '') from resources r
      where r.tenant_id = m.tenant_id and r.id = m.room_id), ''),
    coalesce(nullif(m.preparing, ''), lo.code), m.visibility, m.reason, m.notice_number,
    array(select distinct part.office from (
      select m.lead_office_id as office union select m.filing_office_id
      union select o.office_id from meeting_offices o where o.tenant_id = m.tenant_id and o.meeting_id = m.id
      union select ob.office_id from meeting_leaders l
        join posts p on p.tenant_id = l.tenant_id and p.id = l.post_id
        join office_bodies ob on ob.tenant_id = p.tenant_id and ob.body_id = p.body_id
        where l.tenant_id = m.tenant_id and l.meeting_id = m.id) part order by part.office)
  from seen
  join meetings m on m.tenant_id = current_tenant() and m.id = seen.id
  join offices lo on lo.tenant_id = m.tenant_id and lo.id = m.lead_office_id
$$;
alter function meeting_lines(timestamptz, timestamptz, uuid[]) owner to portal_definer;
revoke execute on function meeting_lines(timestamptz, timestamptz, uuid[]) from public;
grant execute on function meeting_lines(timestamptz, timestamptz, uuid[]) to portal_app, portal_worker;
