import { type Day, dayAt, plusDays } from "@/lib/platform/dates/days";
import { instantOf } from "@/lib/platform/dates/times";
import type { Random } from "./random";

export type CalendarWorld = {
  offices: readonly { id: string; accountId: string }[];
  leaders: readonly { resourceId: string; personId: string; postId: string }[];
  rooms: readonly string[];
  /** The last day there is a meeting; the others go back from it. */
  last: Day;
  /** From here on meetings are ahead. */
  today: Day;
};

export type GeneratedMeeting = {
  id: string;
  title: string;
  kindKey: string;
  state: "filed" | "approved" | "confirmed" | "postponed" | "cancelled";
  office: CalendarWorld["offices"][number];
  /** Null where only the office itself reads it. */
  readers: readonly string[];
  startsAt: Date;
  endsAt: Date;
  holdUntil: Day;
  roomId: string | null;
  leaders: readonly CalendarWorld["leaders"][number][];
};

// A working day as leaders have it. What takes the same leader or room in one of these is held, never confirmed twice.
const slots = [
  ["07:30", "09:00"],
  ["09:15", "11:15"],
  ["13:30", "15:00"],
  ["15:15", "17:00"],
] as const;
const aSlot = 19;

const kinds = ["party-standing-members", "committee-sitting", "council-standing", "working-session", "other"];
const matters = [
  "đầu tư công",
  "cải cách hành chính",
  "chuyển đổi số",
  "phòng, chống thiên tai",
  "kiến nghị cử tri",
];

function shuffled<T>(random: Random, list: readonly T[]): T[] {
  const mixed = [...list];
  for (let index = mixed.length - 1; index > 0; index -= 1) {
    const other = random.integer(0, index);
    [mixed[index], mixed[other]] = [mixed[other] as T, mixed[index] as T];
  }
  return mixed;
}

function stateOf(random: Random, ahead: boolean): GeneratedMeeting["state"] {
  if (!ahead) return random.chance(0.88) ? "confirmed" : random.pick(["postponed", "cancelled"]);
  if (random.chance(0.6)) return "confirmed";
  return random.chance(0.6) ? "approved" : "filed";
}

function* workingDays(last: Day): Generator<Day> {
  for (let day = last; ; day = plusDays(day, -1)) {
    const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
    if (weekday !== 0 && weekday !== 6) yield day;
  }
}

/**
 * `count` meetings of one tenant, the last first: as many a day whatever the count, so that a larger one is a longer
 * past and not a busier day. The same for the same random source and world.
 */
export function* generateMeetings(
  random: Random,
  world: CalendarWorld,
  count: number,
): Generator<GeneratedMeeting> {
  let left = count;
  for (const day of workingDays(world.last)) {
    for (const [from, until] of slots) {
      const free = { leaders: shuffled(random, world.leaders), rooms: shuffled(random, world.rooms) };
      for (let place = 0; place < aSlot && left > 0; place += 1, left -= 1) {
        const office = random.pick(world.offices);
        const leaders = free.leaders.splice(0, random.integer(1, 3));
        const room = free.rooms.pop() ?? null;
        yield {
          id: random.uuid(),
          title: `Họp về ${random.pick(matters)}, số ${left}`,
          kindKey: random.pick(kinds),
          state: stateOf(random, day >= world.today),
          office,
          readers: random.chance(0.9) ? world.offices.map((each) => each.id) : [office.id],
          startsAt: instantOf(day, from),
          endsAt: instantOf(day, until),
          holdUntil: day,
          roomId: random.chance(0.7) ? room : null,
          leaders,
        };
      }
    }
    if (left === 0) return;
  }
}

/** The last day of generated meetings: a quarter ahead. */
export function lastDay(now: Date): Day {
  return plusDays(dayAt(now), 91);
}
