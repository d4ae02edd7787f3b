// What can be done with the migrations of prisma/migrations. The table _prisma_migrations is Prisma's own.
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { Fault } from "./fault.mjs";
import { messages } from "./messages.mjs";
import { root } from "./root.mjs";
import { migrationLock, migrationsList, noFilter, schemaFiles, withEngine } from "./schema-engine.mjs";

const schemaPath = join(root, "prisma");
const folder = join(schemaPath, "migrations");

function fromMigrations() {
  return { tag: "migrations", ...migrationsList(folder) };
}

function toSchema() {
  return { tag: "schemaDatamodel", ...schemaFiles(schemaPath) };
}

// The engine's own number for its lock: whoever migrates holds it, a killed one's statement until the server is done.
const engineLock = 72_707_369;

// Nothing of an unfinished migration is there: a script and the mark of its end are one transaction.
async function forgetUnfinished(ownerUrl) {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query("select pg_advisory_lock($1)", [engineLock]);
    await client.query(
      "update _prisma_migrations set rolled_back_at = now() where finished_at is null and rolled_back_at is null",
    );
  } finally {
    await client.end();
  }
}

/**
 * Runs what has not run yet, as the owner, and what an earlier run did not bring to its end. Answers the names. Throws a
 * Fault when one fails; nothing of it stays.
 */
export async function deploy(ownerUrl) {
  const list = migrationsList(folder);
  if (list.migrationDirectories.length === 0) return [];
  const before = await status(ownerUrl);
  if (before.edited.length > 0) throw new Fault(messages.migrationsEdited(before.edited));
  if (before.unknown.length > 0) throw new Fault(messages.migrationsUnknown(before.unknown));
  if (before.failed.length > 0) await forgetUnfinished(ownerUrl);
  const deploying = list.migrationDirectories.map((each) => each.migrationFile.content.value);
  return await withEngine({ url: ownerUrl, schemaPath, deploying }, async (engine) => {
    try {
      const { appliedMigrationNames } = await engine.applyMigrations({
        migrationsList: list,
        filters: noFilter,
      });
      return appliedMigrationNames;
    } catch (error) {
      const name = /migration_name="([^"]+)"/.exec(error.message)?.[1];
      if (!name) throw error;
      // What follows is the engine's own trace.
      throw new Fault(messages.migrationFailed(name, error.message.split(/\n +0: /)[0]));
    }
  });
}

/** Compares folder and database: names that are { unapplied, failed, edited, unknown }. */
export async function status(ownerUrl) {
  return await withEngine({ url: ownerUrl, schemaPath }, async (engine) => {
    const found = await engine.diagnoseMigrationHistory({
      migrationsList: migrationsList(folder),
      optInToShadowDatabase: false,
      filters: noFilter,
    });
    const history = found.history;
    const everything = migrationsList(folder).migrationDirectories.map((each) => each.path);
    return {
      unapplied: history?.unappliedMigrationNames ?? (found.hasMigrationsTable ? [] : everything),
      unknown: history?.unpersistedMigrationNames ?? [],
      failed: found.failedMigrationNames,
      edited: found.editedMigrationNames,
    };
  });
}

/** SQL from the live database to the schema files; "" when they agree. */
export async function drift(ownerUrl) {
  return await withEngine({ url: ownerUrl, schemaPath }, async (engine) => {
    const from = { tag: "schemaDatasource", ...schemaFiles(schemaPath), configDir: root };
    const result = await engine.diff({
      from,
      to: toSchema(),
      script: true,
      exitCode: true,
      filters: noFilter,
    });
    return result.exitCode === 0 ? "" : result.stdout;
  });
}

/** SQL from the replayed migrations to the schema files; "" when they agree. */
export async function check(ownerUrl, shadow) {
  return await withEngine({ url: ownerUrl, schemaPath, shadow }, async (engine) => {
    const result = await engine.diff({
      from: fromMigrations(),
      to: toSchema(),
      script: true,
      exitCode: true,
      filters: noFilter,
    });
    return result.exitCode === 0 ? "" : result.stdout;
  });
}

/** Writes the difference as a new migration; answers its file, also when there is nothing to write but a frame. */
export async function create(ownerUrl, shadow, name) {
  const sql = await check(ownerUrl, shadow);
  const stamp = new Date().toISOString().replace(/\D/g, "").slice(0, 14);
  const target = join(folder, `${stamp}_${name.replaceAll("-", "_")}`);
  mkdirSync(target, { recursive: true });
  if (!existsSync(join(folder, "migration_lock.toml"))) {
    writeFileSync(join(folder, "migration_lock.toml"), migrationLock);
  }
  writeFileSync(
    join(target, "migration.sql"),
    sql || "-- Nothing differs between the schema files and the migrations.\n",
  );
  return join(target, "migration.sql");
}
