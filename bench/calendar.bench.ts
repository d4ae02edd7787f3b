// npm run bench -- calendar: clash answer, free times, the week and a feed at 10,000 and 100,000 meetings of 200 leaders in 50 rooms.
import { publishSheet } from "@/lib/meetings/commands/publish-sheet";
import { executeCommand } from "@/lib/platform/commands/execute-command";
import { dayAt } from "@/lib/platform/dates/days";
import { mondayOf } from "@/lib/platform/dates/times";
import { as } from "@/prisma/seed/caller";
import { generateClient, isClientFresh } from "@/scripts/lib/generated-client.mjs";
import { buildPortal, isBuildFresh } from "@/scripts/lib/production-build.mjs";
import goals from "./goals.json";
import { type Databases, makeDatabases } from "./lib/databases";
import { fillMeetings } from "./lib/fill-meetings";
import { Side } from "./lib/measure-calendar";
import { FeedReader } from "./lib/measure-feed";
import { OtherCalendar, otherAddresses } from "./lib/other-calendar";
import { note, percentile, perSecond, print, resultOf } from "./lib/result";

type Setup = Pick<Databases, "seeded" | "small" | "large">;

const goal = goals.calendar;
const meetings = { small: 10_000, large: 100_000 };
const seed = 7;
const warmUp = 40;
const times = 400;
const weekTimes = 100;
const feedTimes = 60;
const feedReaders = 8;

/** Both sizes in turns, so that what else runs on the machine weighs on both. */
async function measure<S>(
  name: string,
  sides: readonly [S, S],
  ask: (side: S) => Promise<number>,
  count: number,
  bound: number,
): Promise<void> {
  const durations: [number[], number[]] = [[], []];
  for (let turn = -Math.ceil(count / 10) - warmUp; turn < count; turn += 1) {
    for (const [index, side] of sides.entries()) {
      const ms = await ask(side);
      if (turn >= 0) durations[index as 0 | 1].push(ms);
    }
  }
  for (const [index, size] of [meetings.small, meetings.large].entries()) {
    const of = durations[index as 0 | 1];
    const figures = { p50_ms: percentile(of, 0.5), p95_ms: percentile(of, 0.95) };
    print(resultOf(`${name}, ${size.toLocaleString("en")} meetings`, of.length, figures, bound));
  }
  const ratio = percentile(durations[1], 0.5) / percentile(durations[0], 0.5);
  const title = `${name}, ${meetings.large.toLocaleString("en")} / ${meetings.small.toLocaleString("en")} meetings, p50`;
  print(resultOf(title, count, { ratio }, goal.growth));
}

/** No goal of ours hangs on it: what another server takes for the same events on the same machine. */
async function beside(other: OtherCalendar): Promise<void> {
  const durations: number[] = [];
  for (let turn = -Math.ceil(feedTimes / 10); turn < feedTimes; turn += 1) {
    const ms = await other.read();
    if (turn >= 0) durations.push(ms);
  }
  const rps = await perSecond(() => other.read(), feedTimes * 5, feedReaders);
  const [p50, p95] = [percentile(durations, 0.5), percentile(durations, 0.95)];
  note(
    `${other.name}: the same events p50 ${p50.toFixed(0)} ms, p95 ${p95.toFixed(0)} ms, ${feedReaders} readers at once ${rps.toFixed(1)} a second`,
  );
}

async function feed({ seeded, small, large }: Setup, sides: readonly [Side, Side]): Promise<void> {
  const readers = [
    await FeedReader.open(sides[0], seeded, small),
    await FeedReader.open(sides[1], seeded, large),
  ] as const;
  try {
    await measure("feed of 1,000 events over HTTP", readers, (reader) => reader.read(), feedTimes, goal.feed);
    const rps = await perSecond(() => readers[1].read(), feedTimes * 5, feedReaders);
    note(`feed of 1,000 events, ${feedReaders} readers at once: ${rps.toFixed(1)} answers a second`);
    for (const address of otherAddresses())
      await beside(await OtherCalendar.fill(address, await readers[1].text()));
  } finally {
    for (const reader of readers) await reader.close();
  }
}

async function calendar({ seeded, small, large }: Setup): Promise<void> {
  const sides = [new Side(small, seeded, seed), new Side(large, seeded, seed)] as const;
  const caller = as(seeded, "VP UBND", "specialist");
  const monday = mondayOf(dayAt(new Date()));
  try {
    await measure(
      "clash answer for four leaders and a room",
      sides,
      (side) => side.clash(),
      times,
      goal.clash,
    );
    await measure(
      "ten free times for twenty leaders in four weeks",
      sides,
      (side) => side.freeSlots(),
      times,
      goal.freeSlots,
    );
    // The query of the week's page.
    const working = { day: monday, working: true };
    await measure("week, working state", sides, (side) => side.week(caller, working), weekTimes, goal.week);
    for (const side of sides) {
      side.use();
      await executeCommand(publishSheet, as(seeded, "VPTU", "chief"), { monday, after: 0 });
    }
    await measure(
      "week, as published",
      sides,
      (side) => side.week(caller, { day: monday }),
      weekTimes,
      goal.week,
    );
    await feed({ seeded, small, large }, sides);
  } finally {
    for (const side of sides) await side.close();
  }
}

async function main(): Promise<void> {
  if (!isClientFresh()) await generateClient();
  if (!isBuildFresh()) await buildPortal();
  note("making the data");
  const databases = await makeDatabases(meetings, fillMeetings);
  try {
    await calendar(databases);
  } finally {
    await databases.stop();
  }
}

await main();
