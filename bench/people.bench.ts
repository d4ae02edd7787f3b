// npm run bench -- people: 500 people at once, each thinking ten seconds: 70 % lists and reading, 20 % forms, 10 % writes.
import { gunzipSync } from "node:zlib";
import { dayAt } from "@/lib/platform/dates/days";
import { generateClient, isClientFresh } from "@/scripts/lib/generated-client.mjs";
import { buildPortal, isBuildFresh } from "@/scripts/lib/production-build.mjs";
import goals from "./goals.json";
import { type Databases, makeDatabases } from "./lib/databases";
import { fillTasks } from "./lib/fill-tasks";
import { measurePeople, type Person } from "./lib/measure-people";
import { formOn } from "./lib/page-form";
import { note, percentile, print, resultOf } from "./lib/result";
import { signIn, type Visitor } from "./lib/visitor";
import { startWebServer } from "./lib/web-server";

const goal = goals.people;
// Whoever asks is answered: what fails under load is no answer that came quickly.
const mayFail = 0;
const tasks = 100_000;
const people = Number(process.env["BENCH_PEOPLE"] ?? 500);
const times = {
  thinkMs: 10_000,
  warmMs: Number(process.env["BENCH_WARM_SECONDS"] ?? 30) * 1000,
  countedMs: Number(process.env["BENCH_SECONDS"] ?? 120) * 1000,
};
const readingPages = ["", "/tasks", "/agreements", "/calendar", "/notices", "/offices", "/tasks?part=lead"];

/** Addresses on a page that go on to one item. */
async function itemsOn(visitor: Visitor, path: string, item: RegExp): Promise<string[]> {
  const html = gunzipSync(await visitor.fetch(path)).toString();
  return [...new Set([...html.matchAll(item)].map(([, href = ""]) => href))];
}

async function personOf(visitor: Visitor, slug: string): Promise<Person> {
  const base = `/${slug}`;
  const uuid = "[0-9a-f-]{36}";
  const items = await itemsOn(visitor, `${base}/tasks`, new RegExp(`href="(${base}/tasks/${uuid})"`, "g"));
  const texts = await itemsOn(
    visitor,
    `${base}/agreements`,
    new RegExp(`href="(${base}/agreements/${uuid})"`, "g"),
  );
  const duties = await itemsOn(
    visitor,
    `${base}/tasks/new`,
    new RegExp(`href="(${base}/tasks/new\\?duty=[^"]+)"`, "g"),
  );
  const newTask = duties[0] ?? `${base}/tasks/new`;
  return {
    visitor,
    readings: [...readingPages.map((page) => `${base}${page}`), ...items.slice(0, 6), ...texts.slice(0, 2)],
    forms: [newTask, `${base}/calendar/new?day=${dayAt(new Date())}`],
    write: await formOn(visitor, newTask, "title"),
  };
}

async function measure({ seeded, password, large }: Databases): Promise<void> {
  const server = await startWebServer(large);
  const open: Visitor[] = [];
  try {
    const known: Person[] = [];
    for (const email of new Set(seeded.posts.map((post) => post.email))) {
      const visitor = await signIn(server.base, email, password);
      open.push(visitor);
      known.push(await personOf(visitor, seeded.tenant.slug));
    }
    // The demonstration has fewer people than that: each is there several times, in browsers of their own.
    const crowd = Array.from({ length: people }, (_, index): Person => {
      const person = known[index % known.length];
      if (!person) throw new Error("the demonstration has no people");
      const visitor = person.visitor.beside();
      open.push(visitor);
      return { ...person, visitor };
    });
    const before = server.processorMs();
    const figures = await measurePeople(crowd, times);
    const after = server.processorMs();
    const { milliseconds, faults, firstFault, perSecond } = figures;
    const shown = { rps: perSecond, rss_mb: server.memoryMb() };
    const all = Object.values(milliseconds).flat();
    for (const [name, each] of [["all", all], ...Object.entries(milliseconds)] as const) {
      const spread = { p50_ms: percentile(each, 0.5), p95_ms: percentile(each, 0.95) };
      print(resultOf(`${people} people, ${name}`, each.length, { ...spread, ...shown }, goal.page));
    }
    print(resultOf(`${people} people, requests that failed`, all.length, { ratio: faults }, mayFail));
    if (firstFault) note(firstFault);
    if (before !== null && after !== null) {
      const share = (after - before) / (times.warmMs + times.countedMs);
      note(`the web processes kept ${share.toFixed(2)} processors busy`);
    }
  } finally {
    for (const visitor of open) visitor.close();
    await server.stop();
  }
}

async function main(): Promise<void> {
  if (!isClientFresh()) await generateClient();
  if (!isBuildFresh()) await buildPortal();
  note("making the data");
  const databases = await makeDatabases({ small: 1_000, large: tasks }, fillTasks);
  try {
    await measure(databases);
  } finally {
    await databases.stop();
  }
}

await main();
