import type { ReadMeeting } from "./read-meetings";

/** One connection in an open transaction of the tenant: of `portal_worker`, or of a person's act. */
export type Query = <Row>(sql: string, values?: readonly unknown[]) => Promise<Row[]>;

type NamedLeader = { personId: string; postId: string; bodyId: string };

export type Place = {
  tenantId: string;
  officeId: string;
  kinds: ReadonlyMap<string, string>;
  bodies: ReadonlyMap<string, string>;
  rooms: ReadonlyMap<string, string>;
  /** A leader by the person's name, by the post's title, or by both. */
  leaders: ReadonlyMap<string, NamedLeader>;
};

function key(text: string): string {
  return text.normalize("NFC").trim().toLocaleLowerCase("vi");
}

function index<Value>(
  rows: readonly { names: readonly (string | null)[]; value: Value }[],
): Map<string, Value> {
  const found = new Map<string, Value>();
  for (const { names, value } of rows) {
    for (const name of names) if (name && !found.has(key(name))) found.set(key(name), value);
  }
  return found;
}

/** Everything a register can name of the tenant that is set, by each name it goes by. */
export async function loadPlace(query: Query, tenantId: string, officeId: string): Promise<Place> {
  const kinds = await query<{ key: string; name: string }>("select key, name from meeting_kinds");
  const bodies = await query<{ id: string; code: string; name: string }>("select id, code, name from bodies");
  const rooms = await query<{ id: string; code: string | null; name: string; site: string | null }>(
    "select id, code, name, site from resources where kind = 'room' and active",
  );
  const leaders = await query<NamedLeader & { name: string; title: string }>(
    `select h.person_id as "personId", h.post_id as "postId", p.body_id as "bodyId", pe.full_name as name, p.title from post_holdings h
      join posts p on p.tenant_id = h.tenant_id and p.id = h.post_id and p.body_id is not null
      join people pe on pe.tenant_id = h.tenant_id and pe.id = h.person_id
      where h.from_date <= portal_today() and (h.until_date is null or h.until_date >= portal_today())
      order by length(p.title)`,
  );
  return {
    tenantId,
    officeId,
    kinds: index(kinds.map((kind) => ({ names: [kind.key, kind.name], value: kind.key }))),
    bodies: index(bodies.map((body) => ({ names: [body.code, body.name], value: body.id }))),
    rooms: index(
      rooms.map((room) => ({
        names: [room.code, room.name, room.site ? `${room.name}, ${room.site}` : null],
        value: room.id,
      })),
    ),
    leaders: index(
      leaders.map(({ name, title, ...leader }) => ({
        names: [name, title, `${title} ${name}`, `${name}, ${title}`],
        value: leader,
      })),
    ),
  };
}

export type Named = {
  kindKey: string;
  /** No kind was written: it is read off the first words. */
  kindGuessed: boolean;
  bodyIds: string[];
  roomId: string | null;
  chair: NamedLeader | null;
  leaders: NamedLeader[];
};

/** How titles begin that do not begin with the name of their kind; the kinds are those that came with the portal. */
const beginnings: readonly (readonly [string, string])[] = [
  ["làm việc với", "working-session"],
  ["làm việc tại", "working-session"],
  ["tiếp đoàn", "delegation-visit"],
  ["đón đoàn", "delegation-visit"],
  ["lễ kỷ niệm", "ceremony"],
  ["lễ khai", "ceremony"],
  ["họp ban thường vụ", "party-standing-board"],
  ["họp thường trực tỉnh ủy", "party-standing-members"],
  ["phiên họp ubnd", "committee-sitting"],
];

/** The kind whose name a title begins with, the longest first: "Tiếp xúc cử tri tại xã …". */
function guessKind({ kinds }: Place, title: string): string | null {
  const begins = key(title);
  const names = [...kinds, ...beginnings].filter(([name]) => name.includes(" ") && begins.startsWith(name));
  const [longest] = names.sort(([one], [other]) => other.length - one.length);
  return (longest && kinds.get(longest[1])) ?? null;
}

/**
 * Looks every name up; the unknown ones are the answer. `asText`: a room and a chair that are none of the calendar's are
 * taken as they are written, and hold nothing.
 */
export function nameAll(
  place: Place,
  meeting: ReadMeeting,
  { asText = false }: { asText?: boolean } = {},
): Named | { unknown: string[] } {
  const unknown: string[] = [];
  const room = asText && !place.rooms.has(key(meeting.room)) ? "" : meeting.room;
  const chairName = asText && !place.leaders.has(key(meeting.chair)) ? "" : meeting.chair;
  function find<Value>(among: ReadonlyMap<string, Value>, name: string, what: string): Value | null {
    if (name === "") return null;
    const found = among.get(key(name));
    if (found === undefined) unknown.push(`không có ${what} “${name}”`);
    return found ?? null;
  }
  const guessed = asText && meeting.kind === "" ? guessKind(place, meeting.title) : null;
  const kindKey = guessed ?? find(place.kinds, meeting.kind, "loại cuộc họp") ?? "other";
  const bodyIds = meeting.bodies.flatMap((name) => find(place.bodies, name, "cơ quan") ?? []);
  const roomId = find(place.rooms, room, "phòng");
  const chair = find(place.leaders, chairName, "lãnh đạo");
  const leaders = meeting.leaders.flatMap((name) => find(place.leaders, name, "lãnh đạo") ?? []);
  return unknown.length > 0
    ? { unknown }
    : { kindKey, kindGuessed: guessed !== null, bodyIds, roomId, chair, leaders };
}
