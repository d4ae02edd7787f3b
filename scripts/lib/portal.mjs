// `npm start` under Node 24: from nothing to a portal that answers, and everything ended in order at the end.
import { openSync, readFileSync, statfsSync, statSync, truncateSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { dataFolder } from "./data-folder.mjs";
import { isEmpty, people, seed } from "./demonstration.mjs";
import { startDatabase } from "./embedded-database.mjs";
import { webEnvironment, workerEnvironment } from "./environments.mjs";
import { Fault } from "./fault.mjs";
import { generateClient, isClientFresh } from "./generated-client.mjs";
import { checkedUrls, givenSecrets, isGiven } from "./given-database.mjs";
import { describeLock, lockHolder, releaseLock, takeLock } from "./lock.mjs";
import { messages } from "./messages.mjs";
import { deploy } from "./migrations.mjs";
import { until } from "./process-identity.mjs";
import { buildPortal, isBuildFresh } from "./production-build.mjs";
import { prepareQueue } from "./queue-schema.mjs";
import { endLeftovers, noteChildren } from "./running-children.mjs";
import { step } from "./steps.mjs";
import { tableLines } from "./table.mjs";
import { checkPort, webAddress } from "./web-port.mjs";
import { startDevelopment, startWeb } from "./web-processes.mjs";
import { startWorker } from "./worker-process.mjs";

const leastFreeBytes = 100 * 1024 * 1024;
const longestLog = 50 * 1024 * 1024;

function checkSpace(folder) {
  const { bavail, bsize } = statfsSync(folder);
  if (bavail * bsize < leastFreeBytes) throw new Fault(messages.diskFull(folder));
}

// A start that is just ending is waited for; one that runs is left alone.
async function lockFolder(folder, address) {
  const holder = () => takeLock(folder, { address });
  let found = holder();
  if (!found) return;
  await until(() => !lockHolder(folder) || lockHolder(folder).stopping, 1500);
  if (lockHolder(folder)?.stopping) await until(() => !lockHolder(folder), 15_000);
  found = holder();
  if (found) throw new Fault(messages.locked(found));
}

function openLog(folder) {
  const file = join(folder, "portal.log");
  // Stays open: children that are started again later write to it too.
  const log = openSync(file, "a", 0o600);
  if (statSync(file).size > longestLog) truncateSync(file);
  return { file, log };
}

async function isHealthy({ port }) {
  try {
    const response = await fetch(`http://127.0.0.1:${port}/api/health`, {
      signal: AbortSignal.timeout(5000),
    });
    await response.arrayBuffer();
    return response.status === 200;
  } catch {
    return false;
  }
}

async function waitUntilHealthy(address, isHopeless) {
  const end = Date.now() + 90_000;
  while (!(await isHealthy(address))) {
    if (isHopeless() || Date.now() > end) return false;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return true;
}

async function showPeople(urls, secrets) {
  const rows = await people(urls.DATABASE_OWNER_URL, secrets.PORTAL_DEMO_PASSWORD);
  const cells = rows.map((row) => [row.tenant, row.office, row.post, row.email]);
  console.log(`\n${messages.peopleTitle(secrets.PORTAL_DEMO_PASSWORD)}`);
  for (const line of tableLines([messages.peopleHead, ...cells])) console.log(`  ${line}`);
}

/** Everything started so far, ended in reverse order. */
function stoppers() {
  const list = [];
  return {
    add: (stop) => list.push(stop),
    async run() {
      for (const stop of list.reverse()) await stop();
    },
  };
}

async function bringUp({ dev, lifetime, started }) {
  const demo = !isGiven();
  const address = webAddress(demo);
  const secretsGiven = demo ? undefined : givenSecrets();
  const { folder, movedFrom } = dataFolder();
  if (movedFrom) console.log(messages.movedData(movedFrom, folder));
  await lockFolder(folder, `http://localhost:${address.port}`);
  started.add(() => releaseLock(folder));
  await endLeftovers(folder);
  checkSpace(folder);
  await checkPort(address);
  const origin = `http://localhost:${address.port}`;

  /** A step that is not begun any more once the end was asked for. */
  const next = async (title, work) => {
    if (lifetime.isEnding()) return undefined;
    return await step(title, work);
  };

  let setting;
  if (demo) {
    setting = await next(messages.startingDatabase, async () => {
      const database = await startDatabase(folder, {
        onDeath: () => console.log(messages.databaseDied),
        onFailure: (error) => lifetime.fail(error),
      });
      started.add(database.stop);
      if (database.copied) console.log(`  ${messages.copiedBinaries(database.copied)}`);
      return { urls: database.urls, secrets: database.secrets, folder, demo, origin };
    });
  } else {
    const urls = await next(messages.checkingDatabase, checkedUrls);
    setting = { urls, secrets: secretsGiven, folder, demo };
  }
  await next(messages.migrating, async () => {
    await prepareQueue(setting.urls.DATABASE_DIRECT_URL);
    const names = await deploy(setting.urls.DATABASE_OWNER_URL);
    if (names.length > 0) console.log(`  ${messages.migrationsDone(names)}`);
  });
  const { guard } = lifetime;
  if (!isClientFresh()) await next(messages.generating, () => generateClient({ guard }));
  if (demo && !lifetime.isEnding() && (await isEmpty(setting.urls.DATABASE_OWNER_URL))) {
    await next(messages.seeding, () => seed(setting, { guard }));
  }
  if (!dev && !isBuildFresh()) await next(messages.building, () => buildPortal({ guard }));
  await next(dev ? messages.startingDevelopment : messages.startingWeb(webCount()), () =>
    serve({ setting, address, dev, folder, demo, started, lifetime }),
  );
  if (lifetime.isEnding()) return;
  console.log(`\n${messages.ready(`http://localhost:${address.port}`, folder)}`);
  if (demo) await showPeople(setting.urls, setting.secrets);
  console.log(`\n${messages.howToStop}`);
  started.add(() => describeLock(folder, { stopping: true }));
}

function webCount() {
  return Number(process.env.PORTAL_WEB_PROCESSES) || availableParallelism();
}

async function serve({ setting, address, dev, folder, demo, started, lifetime }) {
  const { file, log } = openLog(folder);
  // A given database is an installation whose log others collect; a demonstration keeps the terminal legible.
  const stdio = demo && !dev ? ["ignore", log, log] : ["ignore", "inherit", "inherit"];
  const children = noteChildren(folder);
  let youngDeaths = 0;
  const hearOf =
    (part) =>
    ({ young, code, signal }) => {
      youngDeaths = young ? youngDeaths + 1 : 0;
      if (!lifetime.isEnding()) console.log(messages.childDied(part, signal ?? code, file));
    };
  const base = { stdio, note: children.add, onDeath: hearOf("web") };
  const worker = startWorker({
    ...base,
    onDeath: hearOf(messages.workerPart),
    env: workerEnvironment(setting, { dev }),
  });
  const env = webEnvironment(setting, { ...address, dev });
  const web = dev
    ? startDevelopment({ ...base, ...address, env })
    : startWeb({ ...base, count: webCount(), env });
  started.add(() => Promise.all([worker.stop(), web.stop()]));
  const healthy = await waitUntilHealthy(address, () => lifetime.isEnding() || youngDeaths >= 6);
  if (!healthy && !lifetime.isEnding()) {
    throw new Fault(
      messages.notHealthy(file, readFileSync(file, "utf8").trimEnd().split("\n").slice(-15).join("\n")),
    );
  }
}

/**
 * Brings the portal up and stays until it is told to end (Ctrl-C, SIGTERM). Throws a Fault that says what to do when
 * something stands in the way; what was started by then is ended first.
 */
export async function runPortal({ dev, lifetime }) {
  const started = stoppers();
  try {
    await bringUp({ dev, lifetime, started });
    await lifetime.ended;
    if (lifetime.failure()) throw lifetime.failure();
    console.log(`\n${messages.stopping}`);
  } catch (error) {
    // Children ended on request fail in their own ways; that is no fault of theirs.
    if (!lifetime.isEnding() || lifetime.failure()) throw error;
  } finally {
    await started.run();
  }
  console.log(messages.stopped);
}
