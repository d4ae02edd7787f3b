// npm run bench -- agreements: signing, pages at 1,000 and 100,000 tasks, the price of a tenant transaction, scripts.
import { listAgreements } from "@/lib/agreements/queries/list-agreements";
import { listOffices } from "@/lib/offices/queries/list-offices";
import { appClient } from "@/lib/platform/db/client";
import { listTasks } from "@/lib/tasks/queries/list-tasks";
import { as, postOf } from "@/prisma/seed/caller";
import { generateClient, isClientFresh } from "@/scripts/lib/generated-client.mjs";
import { buildPortal, isBuildFresh } from "@/scripts/lib/production-build.mjs";
import goals from "./goals.json";
import { type Databases, makeDatabases } from "./lib/databases";
import { fillTasks } from "./lib/fill-tasks";
import { measurePages, type Side } from "./lib/measure-pages";
import { measureSigning } from "./lib/measure-signing";
import { measureTransaction } from "./lib/measure-transaction";
import { scriptKilobytes } from "./lib/page-scripts";
import { note, percentile, print, resultOf } from "./lib/result";
import { signIn } from "./lib/visitor";
import { startWebServer } from "./lib/web-server";

const goal = goals.agreements;
const tasks = { small: 1_000, large: 100_000 };
const agreementsToSign = 12;
const blocks = 8;
const transactionTimes = 200;
const openTasks = { part: "all", state: "open" } as const;

function spread(milliseconds: readonly number[]) {
  return { p50_ms: percentile(milliseconds, 0.5), p95_ms: percentile(milliseconds, 0.95) };
}

async function signing({ seeded, password }: Databases): Promise<void> {
  const durations = await measureSigning(seeded, password, agreementsToSign);
  const memory = process.memoryUsage.rss() / 1024 / 1024;
  print(resultOf("sign", durations.length, { ...spread(durations), rss_mb: memory }, goal.sign));
}

async function transactions({ seeded, large }: Databases): Promise<void> {
  const caller = as(seeded, "VPTU", "specialist");
  const url = large.urls["DATABASE_URL"] ?? "";
  const measured = [
    ["offices", await measureTransaction(listOffices, {}, caller, url, transactionTimes)],
    ["agreement list", await measureTransaction(listAgreements, {}, caller, url, transactionTimes)],
    ["open tasks", await measureTransaction(listTasks, openTasks, caller, url, transactionTimes)],
  ] as const;
  for (const [name, { portal, straight }] of measured) {
    const ratio = percentile(portal, 0.5) / percentile(straight, 0.5);
    note(`${name}: the same statements straight on pg, p50 ${percentile(straight, 0.5).toFixed(2)} ms`);
    const title = `tenant transaction / straight on pg, ${name}`;
    print(resultOf(title, portal.length, { ...spread(portal), ratio }, goal.tenantTransaction));
  }
}

async function pages(
  sides: readonly [Side, Side],
  list: readonly (readonly [string, string])[],
): Promise<void> {
  const [small, large] = [tasks.small, tasks.large].map((count) => count.toLocaleString("en"));
  for (const [name, path] of list) {
    const measured = await measurePages(path, sides, blocks);
    for (const [index, figures] of measured.entries()) {
      const { milliseconds, perSecond, memoryMb } = figures;
      const shown = { ...spread(milliseconds), rps: perSecond, rss_mb: memoryMb };
      print(resultOf(`${name}, ${index === 0 ? small : large} tasks`, milliseconds.length, shown, goal.page));
    }
    const [few, many] = measured;
    const growth = percentile(many.milliseconds, 0.5) / percentile(few.milliseconds, 0.5);
    const title = `${name}, ${large} / ${small} tasks, p50`;
    print(resultOf(title, many.milliseconds.length, { ratio: growth }, goal.growth));
    if (many.processorMsPerPage === null) continue;
    note(`${name}: ${many.processorMsPerPage.toFixed(1)} ms of processor time a page`);
    const share = many.processorMsPerPage / goal.pageProcessorMilliseconds;
    const cost = `${name}, processor time of ${goal.pageProcessorMilliseconds} ms`;
    print(resultOf(cost, many.milliseconds.length, { ratio: share }, 1));
  }
}

async function scripts(
  { visitor }: Side,
  list: readonly (readonly [string, string, number])[],
): Promise<void> {
  for (const [name, path, allowed] of list) {
    const kilobytes = await scriptKilobytes(visitor, path);
    note(`${name}: ${kilobytes.toFixed(1)} kB of compressed script`);
    print(resultOf(`${name}, compressed script of ${allowed} kB`, 1, { ratio: kilobytes / allowed }, 1));
  }
}

/** Paths that hold an id: an agreement, and a duty of the one in force. */
async function idsOf({ seeded }: Databases): Promise<{ agreementId: string; dutyId: string }> {
  const { accountId, officeId } = postOf(seeded, "VPTU", "specialist");
  const rows = await appClient().$transaction(async (tx) => {
    await tx.$queryRaw`select set_config('app.tenant_id', ${seeded.tenant.id}, true),
      set_config('app.account_id', ${accountId}, true), set_config('app.office_id', ${officeId}, true)`;
    return tx.$queryRaw<{ agreementId: string; dutyId: string }[]>`
      select v.agreement_id as "agreementId", d.id as "dutyId"
      from agreement_versions v
      join coordination_duties d on d.tenant_id = v.tenant_id and d.version_id = v.id and d.duty_key = 'party-meetings'
      where v.state = 'signed' and v.effective_from <= portal_today()`;
  });
  const [found] = rows;
  if (!found) throw new Error("no agreement is in force");
  return found;
}

async function overHttp(databases: Databases): Promise<void> {
  const { email } = postOf(databases.seeded, "VPTU", "specialist");
  const { slug } = databases.seeded.tenant;
  const { agreementId, dutyId } = await idsOf(databases);
  const sides: Side[] = [];
  const open = async (setting: Databases["small"]): Promise<Side> => {
    const server = await startWebServer(setting);
    const side = { server, visitor: await signIn(server.base, email, databases.password) };
    sides.push(side);
    return side;
  };
  try {
    const both = [await open(databases.small), await open(databases.large)] as const;
    await scripts(both[1], [
      ["task list", `/${slug}/tasks`, goal.listScriptKilobytes],
      ["agreement list", `/${slug}/agreements`, goal.listScriptKilobytes],
      ["desk", `/${slug}`, goal.listScriptKilobytes],
      ["agreement to read", `/${slug}/agreements/${agreementId}`, goal.listScriptKilobytes],
      ["form of a new task", `/${slug}/tasks/new?duty=${dutyId}`, goal.formScriptKilobytes],
    ]);
    await pages(both, [
      ["task list", `/${slug}/tasks`],
      ["agreement list", `/${slug}/agreements`],
      ["desk", `/${slug}`],
    ]);
  } finally {
    for (const { server, visitor } of sides) {
      visitor.close();
      await server.stop();
    }
  }
}

async function main(): Promise<void> {
  if (!isClientFresh()) await generateClient();
  if (!isBuildFresh()) {
    note("building");
    await buildPortal();
  }
  note("making the data");
  const databases = await makeDatabases(tasks, fillTasks);
  try {
    await overHttp(databases);
    await transactions(databases);
    await signing(databases);
  } finally {
    await databases.stop();
  }
}

await main();
