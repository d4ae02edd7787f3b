// npm run bench -- petitions: register, search, letter and intake at 10,000 letters of one province and at the country's 326,400.
import { PrismaPg } from "@prisma/adapter-pg";
import { takePetition } from "@/lib/petitions/commands/take-petition";
import { getPetitionPage } from "@/lib/petitions/queries/get-petition-page";
import { listPetitions } from "@/lib/petitions/queries/list-petitions";
import type { PetitionFilter } from "@/lib/petitions/types";
import { executeCommand } from "@/lib/platform/commands/execute-command";
import { dayAt, formatDay, plusDays } from "@/lib/platform/dates/days";
import { PrismaClient } from "@/lib/platform/db/generated/client";
import { runQuery } from "@/lib/platform/queries/run-query";
import type { Caller } from "@/lib/platform/tenancy/actor";
import { as, postOf } from "@/prisma/seed/caller";
import { generateClient, isClientFresh } from "@/scripts/lib/generated-client.mjs";
import { buildPortal, isBuildFresh } from "@/scripts/lib/production-build.mjs";
import goals from "./goals.json";
import { type Databases, makeDatabases, type Setting } from "./lib/databases";
import { fillPetitions } from "./lib/fill-petitions";
import { measurePages, type Side as PageSide } from "./lib/measure-pages";
import { formOn, sendForm } from "./lib/page-form";
import { note, percentile, perSecond, print, resultOf } from "./lib/result";
import { signIn } from "./lib/visitor";
import { startWebServer } from "./lib/web-server";

const goal = goals.petitions;
const letters = { small: 10_000, large: 60_000 };
const warmUp = 20;
const times = 200;
const blocks = 6;
const writers = 4;

/** The product on one size's database. */
class Side {
  readonly #client: PrismaClient;
  constructor(setting: Setting) {
    const connectionString = setting.urls["DATABASE_URL"] ?? "";
    this.#client = new PrismaClient({ adapter: new PrismaPg({ connectionString, max: writers }) });
  }
  use(): void {
    const kept = globalThis as typeof globalThis & { portalClients?: { app?: unknown } };
    kept.portalClients = { ...kept.portalClients, app: this.#client };
  }
  async timed(work: () => Promise<unknown>): Promise<number> {
    this.use();
    const began = performance.now();
    await work();
    return performance.now() - began;
  }
  async close(): Promise<void> {
    await this.#client.$disconnect();
  }
}

type Sides = readonly [Side, Side];

/** Both sizes in turns, so that what else runs on the machine weighs on both. */
async function measure(name: string, sides: Sides, work: (turn: number) => Promise<unknown>, bound: number) {
  const durations: [number[], number[]] = [[], []];
  for (let turn = -warmUp; turn < times; turn += 1) {
    for (const [index, side] of sides.entries()) {
      const ms = await side.timed(() => work(turn));
      if (turn >= 0) durations[index as 0 | 1].push(ms);
    }
  }
  for (const [index, size] of [letters.small, letters.large].entries()) {
    const of = durations[index as 0 | 1];
    const figures = { p50_ms: percentile(of, 0.5), p95_ms: percentile(of, 0.95) };
    print(resultOf(`${name}, ${size.toLocaleString("en")} letters`, of.length, figures, bound));
  }
  const ratio = percentile(durations[1], 0.5) / percentile(durations[0], 0.5);
  print(resultOf(`${name}, 60,000 of 326,400 / 10,000 letters, p50`, times, { ratio }, goal.growth));
}

function everything(): PetitionFilter {
  const today = dayAt(new Date());
  return {
    from: plusDays(today, -800),
    until: today,
    kind: null,
    bodyId: null,
    officeId: null,
    channel: null,
    handler: null,
    class: null,
    state: null,
  };
}

async function found<View>(asked: Promise<{ view: View } | null>): Promise<View> {
  const answer = await asked;
  if (!answer) throw new Error("nothing was answered");
  return answer.view;
}

const searches = [
  "Trần Thị Lụa",
  "nguyen van thang",
  "thu hoi dat lam duong",
  "trai lon xa hung son",
  "thua 1234",
  "nguyenn van thang",
  "hoàng kim oanh",
];

async function queries({ seeded, small, large }: Databases): Promise<void> {
  const sides = [new Side(small), new Side(large)] as const;
  const officer = as(seeded, "VP UBND", "reception-officer");
  const ask = (words: string) => found(runQuery(listPetitions, officer, { ...everything(), words }));
  try {
    await measure(
      "register list",
      sides,
      () => found(runQuery(listPetitions, officer, everything())),
      goal.page,
    );
    const rare = { ...everything(), class: "denunciation" as const, channel: "hand" as const };
    await measure(
      "register list, denunciations by hand",
      sides,
      () => found(runQuery(listPetitions, officer, rare)),
      goal.page,
    );
    await measure(
      "search by name, subject and with slips",
      sides,
      (turn) => ask(searches[Math.abs(turn) % searches.length] ?? ""),
      goal.search,
    );
    await measure("letter page", sides, pageOf(officer), goal.page);
    await measure(
      "taking in a letter",
      sides,
      (turn) => take(officer, seeded.bodies.get("UBND") ?? "", turn),
      goal.take,
    );
    for (const side of sides) {
      side.use();
      await writing("by the command", (turn) => take(officer, seeded.bodies.get("UBND") ?? "", turn));
    }
  } finally {
    for (const side of sides) await side.close();
  }
}

function pageOf(officer: Caller) {
  const lines = new Map<unknown, readonly { id: string }[]>();
  return async (turn: number) => {
    const kept = globalThis as typeof globalThis & { portalClients?: { app?: unknown } };
    const side = kept.portalClients?.app;
    // Ids of each side are read once, in the warm-up.
    if (!lines.has(side))
      lines.set(side, (await found(runQuery(listPetitions, officer, everything()))).lines);
    const own = lines.get(side) ?? [];
    await found(
      runQuery(getPetitionPage, officer, { petitionId: own[Math.abs(turn) % own.length]?.id ?? "" }),
    );
  };
}

/** A letter as it is typed, one in ten a denunciation. */
function typed(bodyId: string, turn: number): Record<string, string> {
  const denounces = turn % 10 === 0;
  return {
    kind: "letter",
    receivedOn: formatDay(dayAt(new Date())),
    channel: "desk",
    bodyId,
    fullName: "Nguyễn Thị Đo Tốc Độ",
    address: "Khu 1, xã Hy Cương",
    phone: "0900 000 001",
    subject: `Đơn để đo tốc độ, lần ${turn}`,
    content: "Nội dung để đo.",
    class: denounces ? "denunciation" : "complaint",
    denounces: denounces ? "yes" : "no",
  };
}

function take(officer: Caller, bodyId: string, turn: number): Promise<unknown> {
  return executeCommand(takePetition, officer, typed(bodyId, turn));
}

/** Letters a second with several clerks at once; to be set beside what ticket systems do. */
async function writing(how: string, takeOne: (turn: number) => Promise<unknown>): Promise<void> {
  let turn = 1_000;
  const rate = await perSecond(() => takeOne(turn++), times, writers);
  note(`${writers} clerks at once, ${how}: ${rate.toFixed(1)} letters a second`);
}

/** As a browser sends the form of the intake page. */
async function writingOverHttp({ visitor }: PageSide, path: string, bodyId: string): Promise<void> {
  const form = await formOn(visitor, path, "subject");
  if (!form) throw new Error("the intake page has no form");
  await writing("by the form over HTTP", (turn) => sendForm(visitor, form, typed(bodyId, turn)));
}

async function pages(databases: Databases): Promise<void> {
  const { email } = postOf(databases.seeded, "VP UBND", "reception-officer");
  const base = `/${databases.seeded.tenant.slug}/petitions`;
  const sides: PageSide[] = [];
  const open = async (setting: Setting): Promise<PageSide> => {
    const server = await startWebServer(setting);
    const side = { server, visitor: await signIn(server.base, email, databases.password) };
    sides.push(side);
    return side;
  };
  try {
    const both = [await open(databases.small), await open(databases.large)] as const;
    const bodyId = databases.seeded.bodies.get("UBND") ?? "";
    for (const side of both) await writingOverHttp(side, `${base}/new`, bodyId);
    for (const [name, path] of [
      ["register page", base],
      ["search page", `${base}?q=${encodeURIComponent("tran thi lua")}`],
      ["intake page with earlier visits", `${base}/new?q=${encodeURIComponent("tran thi lua")}`],
    ] as const) {
      const measured = await measurePages(path, both, blocks);
      for (const [index, { milliseconds, perSecond, memoryMb }] of measured.entries()) {
        const size = (index === 0 ? letters.small : letters.large).toLocaleString("en");
        const figures = {
          p50_ms: percentile(milliseconds, 0.5),
          p95_ms: percentile(milliseconds, 0.95),
          rps: perSecond,
          rss_mb: memoryMb,
        };
        print(resultOf(`${name}, ${size} letters`, milliseconds.length, figures, goal.page));
      }
      const ratio = percentile(measured[1].milliseconds, 0.5) / percentile(measured[0].milliseconds, 0.5);
      print(resultOf(`${name}, 60,000 of 326,400 / 10,000 letters, p50`, blocks, { ratio }, goal.growth));
    }
  } finally {
    for (const { server, visitor } of sides) {
      visitor.close();
      await server.stop();
    }
  }
}

async function main(): Promise<void> {
  if (!isClientFresh()) await generateClient();
  note("making the data");
  const databases = await makeDatabases(letters, fillPetitions);
  try {
    await queries(databases);
    if (!isBuildFresh()) await buildPortal();
    await pages(databases);
  } finally {
    await databases.stop();
  }
}

await main();
