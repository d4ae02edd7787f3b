// The embedded database of one data folder, kept running for as long as the start runs.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { clusterIn } from "./data-folder.mjs";
import { isHalfSeeded } from "./demonstration.mjs";
import { freePort, startPostgres, stopOrphans } from "./embedded-postgres.mjs";
import { databaseName } from "./owner-database.mjs";
import { dropDatabase, makeRoles } from "./roles.mjs";
import { ensureSecrets } from "./secrets.mjs";
import { isPortFree } from "./web-port.mjs";

// The port stays the same from start to start, for whoever noted an address.
async function keptPort(folder) {
  const file = join(folder, "postgres-port");
  const kept = existsSync(file) ? Number(readFileSync(file, "utf8")) : 0;
  const port = kept > 0 && (await isPortFree(kept)) ? kept : await freePort();
  writeFileSync(file, `${port}\n`);
  return port;
}

/**
 * Starts the database of the data folder with its roles. It is started again when it dies; `onDeath()` hears of it,
 * `onFailure(error)` when it cannot come back. Answers { urls, secrets, copied, stop() }.
 */
export async function startDatabase(folder, { onDeath, onFailure }) {
  const dataDir = clusterIn(folder);
  const secrets = ensureSecrets(folder, existsSync(dataDir));
  // A server left by a killed start still holds the port.
  if (existsSync(dataDir)) await stopOrphans(dataDir);
  const options = { dataDir, password: secrets.superuser, port: await keptPort(folder) };
  let server = await startPostgres(options);
  let stopping = false;
  let restarting = Promise.resolve();
  const restart = async () => {
    try {
      server = await startPostgres(options);
      watch();
    } catch (error) {
      onFailure(error);
    }
  };
  const watch = () => {
    void server.exited.then(() => {
      if (stopping) return;
      onDeath();
      restarting = restart();
    });
  };
  watch();
  const stop = async () => {
    stopping = true;
    await restarting;
    await server.stop();
  };
  try {
    if (isHalfSeeded(folder)) await dropDatabase(server.superuserUrl, databaseName);
    const urls = await makeRoles(server.superuserUrl, databaseName, (role) => secrets.roles[role]);
    return { urls, secrets, copied: server.copied, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
