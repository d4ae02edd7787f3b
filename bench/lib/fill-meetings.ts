import pg from "pg";
import { dayAt } from "@/lib/platform/dates/days";
import { type CalendarWorld, type GeneratedMeeting, generateMeetings, lastDay } from "./generate-meetings";
import { randomFrom } from "./random";

const batchSize = 2_000;
const seed = 20_261_126;
/** What the feed's benchmark reads, and how many meetings. */
export const feedRoom = { id: "019aa000-0000-7000-8000-0000000feed0", meetings: 1_000 };
const size = { leaders: 200, rooms: 50 };

async function makeLeadersAndRooms(client: pg.Client, tenantId: string): Promise<void> {
  // Ids follow from the number, so that both sizes have the same.
  await client.query(
    `with numbers as (select n, md5('leader' || n)::uuid as id from generate_series(1, $2::integer) n),
      person as (insert into people (tenant_id, id, full_name) select $1, id, 'Lãnh đạo ' || n from numbers),
      post as (insert into posts (tenant_id, id, body_id, role, title)
        select $1, id, (select id from bodies where tenant_id = $1 order by rank limit 1), 'leader', 'Ủy viên ' || n from numbers),
      holding as (insert into post_holdings (tenant_id, id, post_id, person_id, from_date)
        select $1, id, id, id, '2026-01-01' from numbers)
      insert into resources (tenant_id, id, kind, name, person_id) select $1, id, 'leader', 'Lãnh đạo ' || n, id from numbers`,
    [tenantId, size.leaders],
  );
  await client.query(
    `insert into resources (tenant_id, id, kind, name, site, setup_minutes)
      select $1, md5('room' || n)::uuid, 'room', 'Phòng họp ' || n, 'Trụ sở ' || n % 4, 0 from generate_series(1, $2::integer) n`,
    [tenantId, size.rooms],
  );
}

async function loadWorld(client: pg.Client, tenantId: string): Promise<CalendarWorld> {
  const { rows: offices } = await client.query(
    `select o.id, pe.account_id as "accountId" from offices o
      join posts p on p.tenant_id = o.tenant_id and p.office_id = o.id and p.role = 'chief'
      join post_holdings h on h.tenant_id = p.tenant_id and h.post_id = p.id
      join people pe on pe.tenant_id = h.tenant_id and pe.id = h.person_id
      where o.tenant_id = $1 order by o.ordinal`,
    [tenantId],
  );
  const { rows: leaders } = await client.query(
    `select id as "resourceId", id as "personId", id as "postId" from
      (select md5('leader' || n)::uuid as id from generate_series(1, $1::integer) n) made`,
    [size.leaders],
  );
  const { rows: rooms } = await client.query<{ id: string }>(
    "select md5('room' || n)::uuid as id from generate_series(1, $1::integer) n",
    [size.rooms],
  );
  const now = new Date();
  return { offices, leaders, rooms: rooms.map((room) => room.id), last: lastDay(now), today: dayAt(now) };
}

/** Columns for `unnest`: one array a column. */
function columns<T>(rows: readonly T[], ...read: readonly ((row: T) => unknown)[]): unknown[][] {
  return read.map((column) => rows.map(column));
}

async function write(
  client: pg.Client,
  tenantId: string,
  meetings: readonly GeneratedMeeting[],
): Promise<void> {
  await client.query(
    `insert into meetings (tenant_id, id, title, kind_key, lead_office_id, filing_office_id, filing_account_id, state, starts_at,
       ends_at, room_id, chair_post_id, hold_until, reason, visibility, created_at, approved_at, confirmed_at, changed_at)
     select $1, id, title, kind, office_id, office_id, account_id, state, starts_at, ends_at, room_id, chair_id, hold_until,
       case when state in ('postponed', 'cancelled') then 'Lý do' end, visibility, starts_at - interval '20 days',
       case when state <> 'filed' then starts_at - interval '15 days' end,
       case when state = 'confirmed' then starts_at - interval '12 days' end, starts_at - interval '12 days'
     from unnest($2::uuid[], $3::text[], $4::text[], $5::uuid[], $6::uuid[], $7::text[], $8::timestamptz[], $9::timestamptz[],
       $10::uuid[], $11::uuid[], $12::date[], $13::text[])
       as t (id, title, kind, office_id, account_id, state, starts_at, ends_at, room_id, chair_id, hold_until, visibility)`,
    [
      tenantId,
      ...columns(
        meetings,
        (meeting) => meeting.id,
        (meeting) => meeting.title,
        (meeting) => meeting.kindKey,
        (meeting) => meeting.office.id,
        (meeting) => meeting.office.accountId,
        (meeting) => meeting.state,
        (meeting) => meeting.startsAt,
        (meeting) => meeting.endsAt,
        (meeting) => meeting.roomId,
        (meeting) => meeting.leaders[0]?.postId,
        (meeting) => meeting.holdUntil,
        (meeting) => (meeting.readers.length > 1 ? "common" : "restricted"),
      ),
    ],
  );
  const leaders = meetings.flatMap((meeting) =>
    meeting.leaders.map((leader, index) => ({ meeting, leader, part: index === 0 ? "chair" : "required" })),
  );
  await client.query(
    `insert into meeting_leaders (tenant_id, meeting_id, person_id, post_id, part)
     select $1, meeting_id, person_id, post_id, part from unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::text[])
       as t (meeting_id, person_id, post_id, part)`,
    [
      tenantId,
      ...columns(
        leaders,
        ({ meeting }) => meeting.id,
        ({ leader }) => leader.personId,
        ({ leader }) => leader.postId,
        ({ part }) => part,
      ),
    ],
  );
  const claims = meetings
    .filter((meeting) => meeting.state !== "postponed" && meeting.state !== "cancelled")
    .flatMap((meeting) =>
      [
        ...meeting.leaders.map((leader) => leader.resourceId),
        ...(meeting.roomId ? [meeting.roomId] : []),
      ].map((resourceId) => ({ meeting, resourceId })),
    );
  await client.query(
    `insert into resource_claims (tenant_id, id, resource_id, meeting_id, starts_at, ends_at, kind, hold_until)
     select $1, gen_random_uuid(), resource_id, meeting_id, starts_at, ends_at, kind, case kind when 'hold' then hold_until end
     from unnest($2::uuid[], $3::uuid[], $4::timestamptz[], $5::timestamptz[], $6::text[], $7::date[])
       as t (resource_id, meeting_id, starts_at, ends_at, kind, hold_until)`,
    [
      tenantId,
      ...columns(
        claims,
        ({ resourceId }) => resourceId,
        ({ meeting }) => meeting.id,
        ({ meeting }) => meeting.startsAt,
        ({ meeting }) => meeting.endsAt,
        ({ meeting }) => (meeting.state === "confirmed" ? "confirmed" : "hold"),
        ({ meeting }) => meeting.holdUntil,
      ),
    ],
  );
  const readers = meetings.flatMap((meeting) => meeting.readers.map((officeId) => ({ meeting, officeId })));
  await client.query(
    `insert into access (tenant_id, office_id, kind, subject_id, sort_key, level, open)
     select $1, office_id, 'meeting', meeting_id, starts_at, level, open
       from unnest($2::uuid[], $3::uuid[], $4::timestamptz[], $5::text[], $6::boolean[])
       as t (office_id, meeting_id, starts_at, level, open)`,
    [
      tenantId,
      ...columns(
        readers,
        ({ officeId }) => officeId,
        ({ meeting }) => meeting.id,
        ({ meeting }) => meeting.startsAt,
        ({ meeting, officeId }) => (officeId === meeting.office.id ? "lead" : "reader"),
        ({ meeting }) => meeting.state !== "confirmed",
      ),
    ],
  );
}

/** The room whose feed is as long as a busy hall's of a year: its meetings are among those a feed answers, and read by everybody. */
async function makeFeedRoom(client: pg.Client, tenantId: string): Promise<void> {
  await client.query(
    "insert into resources (tenant_id, id, kind, name, site) values ($1, $2, 'room', 'Hội trường', 'Trụ sở 1')",
    [tenantId, feedRoom.id],
  );
  await client.query(
    `update meetings set room_id = $2 where tenant_id = $1 and id in (
      select id from meetings where tenant_id = $1 and visibility = 'common' and starts_at >= now() - interval '59 days'
      order by starts_at, id limit $3)`,
    [tenantId, feedRoom.id, feedRoom.meetings],
  );
}

/**
 * Fills the calendar of one tenant by a superuser's connection with triggers off; the constraint stays on, so that what
 * overlaps cannot be written. Analysed at the end.
 */
export async function fillMeetings(superuserUrl: string, tenantId: string, count: number): Promise<void> {
  const client = new pg.Client({ connectionString: superuserUrl });
  await client.connect();
  try {
    await client.query("begin");
    await client.query("set local session_replication_role = replica");
    await makeLeadersAndRooms(client, tenantId);
    const world = await loadWorld(client, tenantId);
    let batch: GeneratedMeeting[] = [];
    for (const meeting of generateMeetings(randomFrom(seed), world, count)) {
      batch.push(meeting);
      if (batch.length < batchSize) continue;
      await write(client, tenantId, batch);
      batch = [];
    }
    await write(client, tenantId, batch);
    await makeFeedRoom(client, tenantId);
    await client.query("commit");
    await client.query("vacuum analyze");
  } finally {
    await client.end();
  }
}
