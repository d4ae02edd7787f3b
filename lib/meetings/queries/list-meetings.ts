import "server-only";
import { dayAt, plusDays } from "@/lib/platform/dates/days";
import { periodOf } from "@/lib/platform/dates/periods";
import { instantOf, timeAt } from "@/lib/platform/dates/times";
import { decodeListKey, encodeListKey } from "@/lib/platform/queries/list-key";
import type { Query } from "@/lib/platform/queries/run-query";
import type { MeetingListItem, MeetingListView } from "../types";
import { kindChoice, type Variant } from "../variants";
import { loadMonth } from "./load-month";
import { loadOptions } from "./load-options";
import { type MeetingListInput, matching, standing } from "./meeting-filters";

const pageSize = 50;
const begin = { at: "-infinity", id: "00000000-0000-0000-0000-000000000000" };

type Row = Omit<MeetingListItem, "day" | "from" | "until"> & { startsAt: Date; endsAt: Date; keyAt: string };

/** Meetings of a day, month, quarter or year that the acting office may read, by leader, room, office, body or kind, with their numbers by kind. */
export const listMeetings: Query<MeetingListInput, MeetingListView> = async ({ tx, actor, input, now }) => {
  const { tenantId, officeId } = actor;
  const today = dayAt(now);
  const period = periodOf(input.span, input.at ?? today);
  const [from, until] = [instantOf(period.from, "00:00"), instantOf(plusDays(period.until, 1), "00:00")];
  const options = await loadOptions(tx, tenantId);
  const month = input.grid ? await loadMonth(tx, { tenantId, officeId }, period, input) : null;
  const key = decodeListKey(input.after);
  // This list goes forward in time: what is no key begins at its own beginning, not at that of a list that goes back.
  const after = key.at === "infinity" ? begin : key;
  // Driven from access, whose sort key is the day a meeting begins; every filter is an equality on what was found there.
  const rows = month
    ? []
    : await tx.$queryRaw<Row[]>`
    select m.id, m.title, m.state, m.starts_at as "startsAt", m.ends_at as "endsAt", k.name as kind, m.variant, lo.code as lead,
      case when m.state in ('filed', 'approved') then to_char(m.hold_until, 'YYYY-MM-DD') end as "holdUntil",
      coalesce(m.chair_text, (select p.title from posts p where p.tenant_id = m.tenant_id and p.id = m.chair_post_id), '') as chair,
      coalesce(m.place_text, (select r.name from resources r where r.tenant_id = m.tenant_id and r.id = m.room_id), '') as place,
      to_char(acc.sort_key at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "keyAt"
    from access acc
    join meetings m on m.tenant_id = acc.tenant_id and m.id = acc.subject_id
    join meeting_kinds k on k.tenant_id = m.tenant_id and k.key = m.kind_key
    join offices lo on lo.tenant_id = m.tenant_id and lo.id = m.lead_office_id
    where acc.tenant_id = ${tenantId}::uuid and acc.office_id = ${officeId}::uuid and acc.kind = 'meeting'
      and acc.sort_key >= ${from} and acc.sort_key < ${until}
      and ${standing}
      and (acc.sort_key, acc.subject_id) > (${after.at}::timestamptz, ${after.id}::uuid)
      and ${matching(input)}
    order by acc.sort_key, acc.subject_id limit ${pageSize + 1}`;
  // Counted once each, whatever number of bodies met; what was given up did not take place.
  const counts = await tx.$queryRaw<{ key: string; name: string; variant: Variant | null; count: number }[]>`
    select k.key, k.name, m.variant, count(*)::integer as count
    from access acc
    join meetings m on m.tenant_id = acc.tenant_id and m.id = acc.subject_id
    join meeting_kinds k on k.tenant_id = m.tenant_id and k.key = m.kind_key
    where acc.tenant_id = ${tenantId}::uuid and acc.office_id = ${officeId}::uuid and acc.kind = 'meeting'
      and acc.sort_key >= ${from} and acc.sort_key < ${until} and m.state = 'confirmed'
      and ${matching(input)}
    group by k.key, k.name, k.ordinal, m.variant
    order by k.ordinal, array_position(array['regular', 'thematic', 'irregular'], m.variant) nulls first`;
  // A joint meeting is one: the office that leads it has it once, each that assists as assisting.
  const shares = await tx.$queryRaw<MeetingListView["shares"]>`
    with held as materialized (
      select m.lead_office_id as lead, (select array_agg(a.office_id) from meeting_offices a
        where a.tenant_id = m.tenant_id and a.meeting_id = m.id and a.part = 'assist') as assists
      from access acc
      join meetings m on m.tenant_id = acc.tenant_id and m.id = acc.subject_id
      where acc.tenant_id = ${tenantId}::uuid and acc.office_id = ${officeId}::uuid and acc.kind = 'meeting'
        and acc.sort_key >= ${from} and acc.sort_key < ${until} and m.state = 'confirmed'
        and ${matching(input)})
    select o.id, o.code, count(*) filter (where held.lead = o.id)::integer as led,
      count(*) filter (where o.id = any (held.assists))::integer as assisted
    from offices o cross join held where o.tenant_id = ${tenantId}::uuid
    group by o.id, o.code, o.ordinal order by o.ordinal`;
  const shown = rows.slice(0, pageSize);
  const last = shown.at(-1);
  return {
    period,
    today,
    month,
    options,
    offices: await tx.office.findMany({
      where: { tenantId },
      orderBy: { ordinal: "asc" },
      select: { id: true, code: true },
    }),
    items: shown.map(({ startsAt, endsAt, keyAt: _key, ...item }) => ({
      ...item,
      day: dayAt(startsAt),
      from: timeAt(startsAt),
      until: timeAt(endsAt),
    })),
    next: rows.length > pageSize && last ? encodeListKey({ at: last.keyAt, id: last.id }) : null,
    shares: shares.filter(({ led, assisted }) => led + assisted > 0),
    counts: counts.map(({ key, ...rest }) => ({ key: kindChoice(key, rest.variant), ...rest })),
  };
};
