import { kindChoice, kindWithVariants, readKindChoice, type Variant } from "../variants";
import type { ReadMeeting } from "./read-meetings";

/** One connection in an open transaction of the tenant: of `portal_worker`, or of a person's act. */
export type Query = <Row>(sql: string, values?: readonly unknown[]) => Promise<Row[]>;

type NamedLeader = { personId: string; postId: string; bodyId: string };

/** One name may be that of several: whoever wrote it has to say which. */
type Names<Value> = ReadonlyMap<string, Value | "several">;

export type Place = {
  tenantId: string;
  officeId: string;
  /** By key or name, those of the council's sessions with what they are called for. */
  kinds: ReadonlyMap<string, string>;
  bodies: Names<string>;
  rooms: Names<string>;
  /** A leader by the person's code or name, by the post's title, or by both. */
  leaders: Names<NamedLeader>;
};

function key(text: string): string {
  return text.normalize("NFC").trim().toLocaleLowerCase("vi");
}

/** `id` says which of two rows are the same; the first row of one names it. */
function index<Value>(
  rows: readonly { id: string; names: readonly (string | null)[]; value: Value }[],
): Map<string, Value | "several"> {
  const found = new Map<string, Value | "several">();
  const whose = new Map<string, string>();
  for (const { id, names, value } of rows) {
    for (const name of names) {
      if (!name) continue;
      const known = whose.get(key(name));
      if (known === undefined) {
        whose.set(key(name), id);
        found.set(key(name), value);
      } else if (known !== id) found.set(key(name), "several");
    }
  }
  return found;
}

/** What a session of the council is called for, as registers write it. */
const variantWords: Readonly<Record<Variant, string>> = {
  regular: "thường lệ",
  thematic: "chuyên đề",
  irregular: "bất thường",
};

function namesOfKinds(kinds: readonly { key: string; name: string }[]): Map<string, string> {
  const found = new Map<string, string>();
  for (const kind of kinds) for (const name of [kind.key, kind.name]) found.set(key(name), kind.key);
  const session = kinds.find((kind) => kind.key === kindWithVariants);
  for (const [variant, words] of session ? Object.entries(variantWords) : []) {
    const choice = kindChoice(kindWithVariants, variant);
    const names = [choice, `${kindWithVariants} ${variant}`, `Kỳ họp ${words}`, `${session?.name} ${words}`];
    for (const name of [...names, `${session?.name}: ${words}`]) found.set(key(name), choice);
  }
  return found;
}

/** Everything a register can name of the tenant that is set, by each name it goes by. */
export async function loadPlace(query: Query, tenantId: string, officeId: string): Promise<Place> {
  const kinds = await query<{ key: string; name: string }>("select key, name from meeting_kinds");
  const bodies = await query<{ id: string; code: string; name: string; kind: string }>(
    "select id, code, name, kind from bodies",
  );
  const rooms = await query<{ id: string; code: string | null; name: string; site: string | null }>(
    "select id, code, name, site from resources where kind = 'room' and active",
  );
  const leaders = await query<NamedLeader & { name: string; title: string; code: string | null }>(
    `select h.person_id as "personId", h.post_id as "postId", p.body_id as "bodyId", pe.full_name as name, p.title, r.code
      from post_holdings h
      join posts p on p.tenant_id = h.tenant_id and p.id = h.post_id and p.body_id is not null
      join people pe on pe.tenant_id = h.tenant_id and pe.id = h.person_id
      left join resources r on r.tenant_id = h.tenant_id and r.person_id = h.person_id
      where h.from_date <= portal_today() and (h.until_date is null or h.until_date >= portal_today())
      order by length(p.title)`,
  );
  return {
    tenantId,
    officeId,
    kinds: namesOfKinds(kinds),
    bodies: index(
      bodies.map((body) => ({ id: body.id, names: [body.code, body.name, body.kind], value: body.id })),
    ),
    rooms: index(
      rooms.map((room) => ({
        id: room.id,
        names: [room.code, room.name, room.site ? `${room.name}, ${room.site}` : null],
        value: room.id,
      })),
    ),
    leaders: index(
      leaders.map(({ name, title, code, ...leader }) => ({
        // Of two posts of one person the first is meant, of one post or name of two persons none.
        id: leader.personId,
        names: [code, name, title, `${title} ${name}`, `${name}, ${title}`],
        value: leader,
      })),
    ),
  };
}

export type Named = {
  kindKey: string;
  variant: Variant | null;
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
  function find<Value>(among: Names<Value>, name: string, what: string): Value | null {
    if (name === "") return null;
    const found = among.get(key(name));
    if (found === undefined) unknown.push(`không có ${what} “${name}”`);
    if (found === "several") unknown.push(`có nhiều ${what} “${name}”: ghi thêm chức vụ, trụ sở hoặc mã`);
    return found === undefined || found === "several" ? null : found;
  }
  const guessed = asText && meeting.kind === "" ? guessKind(place, meeting.title) : null;
  const kind = readKindChoice(guessed ?? find(place.kinds, meeting.kind, "loại cuộc họp") ?? "other");
  const bodyIds = meeting.bodies.flatMap((name) => find(place.bodies, name, "cơ quan") ?? []);
  const roomId = find(place.rooms, room, "phòng");
  const chair = find(place.leaders, chairName, "lãnh đạo");
  const leaders = meeting.leaders.flatMap((name) => find(place.leaders, name, "lãnh đạo") ?? []);
  return unknown.length > 0
    ? { unknown }
    : { ...kind, kindGuessed: guessed !== null, bodyIds, roomId, chair, leaders };
}
