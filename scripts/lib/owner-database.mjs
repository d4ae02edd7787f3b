// The database a command works on: the given one, or the embedded one of the data folder.
import { existsSync } from "node:fs";
import { clusterIn, dataFolder } from "./data-folder.mjs";
import { runningPort, startPostgres } from "./embedded-postgres.mjs";
import { Fault } from "./fault.mjs";
import { isGiven } from "./given-database.mjs";
import { lockHolder, releaseLock, takeLock } from "./lock.mjs";
import { messages } from "./messages.mjs";
import { until } from "./process-identity.mjs";
import { makeRoles, roleUrls, urlNames } from "./roles.mjs";
import { ensureSecrets, readSecrets } from "./secrets.mjs";

/** The database's name on the embedded server. */
export const databaseName = "portal";

function givenUrls() {
  return Object.fromEntries(Object.values(urlNames).map((name) => [name, process.env[name]]));
}

function embeddedUrls(port, secrets) {
  return roleUrls(
    `postgresql://127.0.0.1:${port}/${databaseName}`,
    databaseName,
    (role) => secrets.roles[role],
  );
}

/** The addresses of the embedded server that already runs here; undefined when none does. */
export function runningEmbeddedUrls() {
  const { folder } = dataFolder();
  const port = runningPort(clusterIn(folder));
  const secrets = readSecrets(folder);
  return port && secrets ? embeddedUrls(port, secrets) : undefined;
}

async function startHere(folder) {
  const holder = takeLock(folder, {});
  if (holder) throw new Fault(messages.locked(holder));
  try {
    const dataDir = clusterIn(folder);
    const secrets = ensureSecrets(folder, existsSync(dataDir));
    const server = await startPostgres({ dataDir, password: secrets.superuser });
    const urls = await makeRoles(server.superuserUrl, databaseName, (role) => secrets.roles[role]);
    return { urls, stop: server.stop };
  } catch (error) {
    releaseLock(folder);
    throw error;
  }
}

/**
 * Hands the addresses of all roles to `work`. Without a given database the embedded one is used: the running one, or
 * one started for this work and ended after it.
 */
export async function withDatabase(work) {
  if (isGiven()) return await work(givenUrls());
  const { folder } = dataFolder();
  // A start under way holds the lock before its database answers.
  await until(() => runningEmbeddedUrls() || !lockHolder(folder), 30_000);
  const running = runningEmbeddedUrls();
  if (running) return await work(running);
  const { urls, stop } = await startHere(folder);
  try {
    return await work(urls);
  } finally {
    await stop();
    releaseLock(folder);
  }
}
