// Prisma's schema engine as WebAssembly over `pg`: no native program, nothing to download.
import { randomUUID } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { PrismaPg } from "@prisma/adapter-pg";
import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum } from "@prisma/driver-adapter-utils";
import * as glue from "@prisma/schema-engine-wasm/schema_engine_bg";
import { urlWith } from "./database-url.mjs";
import { copyDatabase, dropDatabase } from "./roles.mjs";
import { root } from "./root.mjs";

const charOid = 18;
const textOid = 25;
const wasmFile = join(root, "node_modules", "@prisma", "schema-engine-wasm", "schema_engine_bg.wasm");

/** Nothing is left out of a comparison. */
export const noFilter = { externalTables: [], externalEnums: [] };

let engineClass;

function loadEngine() {
  if (engineClass) return engineClass;
  const compiled = new WebAssembly.Module(readFileSync(wasmFile));
  const instance = new WebAssembly.Instance(compiled, { "./schema_engine_bg.js": glue });
  glue.__wbg_set_wasm(instance.exports);
  instance.exports.__wbindgen_start();
  engineClass = glue.SchemaEngine;
  return engineClass;
}

// A script sent whole is one transaction. With the mark of its end inside, whoever is killed leaves all of it or nothing.
const markOfEnd = `;
  update _prisma_migrations set finished_at = now(), applied_steps_count = 1
  where finished_at is null and rolled_back_at is null`;

// adapter-pg 7.10 splits a script at every semicolon, which breaks function bodies and literals.
function sendScriptsWhole(connection, scriptsToMark) {
  connection.executeScript = async function executeScript(script) {
    try {
      await this.client.query(scriptsToMark.has(script) ? script + markOfEnd : script);
    } catch (error) {
      this.onError(error);
    }
  };
}

// adapter-pg 7.10 refuses the system catalogue's type "char".
function acceptCharColumns(connection) {
  const performIO = connection.performIO.bind(connection);
  const queryRaw = connection.queryRaw.bind(connection);
  let charColumns = [];
  connection.performIO = async (query) => {
    const result = await performIO(query);
    charColumns = [];
    result.fields?.forEach((field, index) => {
      if (field.dataTypeID !== charOid) return;
      charColumns.push(index);
      field.dataTypeID = textOid;
    });
    return result;
  };
  connection.queryRaw = async (query) => {
    const result = await queryRaw(query);
    for (const index of charColumns) result.columnTypes[index] = ColumnTypeEnum.Character;
    return result;
  };
}

class AdapterFactory {
  provider = "postgres";
  adapterName = "@prisma/adapter-pg";
  open = [];

  constructor(url, shadow, scriptsToMark) {
    this.url = url;
    this.shadow = shadow;
    this.scriptsToMark = scriptsToMark;
  }

  async connectTo(url) {
    const connection = await new PrismaPg({ connectionString: url, max: 1 }).connect();
    sendScriptsWhole(connection, this.scriptsToMark);
    acceptCharColumns(connection);
    this.open.push(connection);
    return connection;
  }

  connect() {
    return this.connectTo(this.url);
  }

  // The adapter's own shadow database is dropped while its pool is still connected; and ours needs the portal's
  // extension and schemas, so it is a copy of a prepared one.
  async connectToShadowDb() {
    if (!this.shadow) throw new Error("No shadow database on this server.");
    const { superuserUrl, template } = this.shadow;
    const name = `shadow_${randomUUID().replaceAll("-", "")}`;
    await copyDatabase(superuserUrl, template, name);
    const connection = await this.connectTo(urlWith(this.url, { database: name }));
    const dispose = connection.dispose.bind(connection);
    connection.dispose = async () => {
      await dispose();
      await dropDatabase(superuserUrl, name);
    };
    return connection;
  }

  // An idle pool would keep the engine's advisory lock and the process for ten seconds more.
  async end() {
    for (const connection of this.open) await connection.dispose().catch(() => undefined);
  }
}

/** What Prisma wants to find beside the migrations. */
export const migrationLock = '# Prisma reads this to know the database.\nprovider = "postgresql"\n';

/** The files of a Prisma schema: one file, or all *.prisma below a folder. */
export function schemaFiles(path) {
  const full = resolve(path);
  const files = statSync(full).isDirectory()
    ? readdirSync(full, { recursive: true, encoding: "utf8" })
        .filter((file) => file.endsWith(".prisma"))
        .toSorted((a, b) => (a < b ? -1 : 1))
        .map((file) => join(full, file))
    : [full];
  return { files: files.map((file) => ({ path: file, content: readFileSync(file, "utf8") })) };
}

/** The folder of migrations in the form the engine reads. */
export function migrationsList(baseDir) {
  const folder = resolve(baseDir);
  const lock = join(folder, "migration_lock.toml");
  const names = existsSync(folder)
    ? readdirSync(folder, { withFileTypes: true })
        .filter((entry) => entry.isDirectory() && existsSync(join(folder, entry.name, "migration.sql")))
        .map((entry) => entry.name)
        .sort()
    : [];
  return {
    baseDir: folder,
    lockfile: {
      path: "migration_lock.toml",
      content: existsSync(lock) ? readFileSync(lock, "utf8") : migrationLock,
    },
    shadowDbInitScript: "",
    migrationDirectories: names.map((name) => ({
      path: name,
      migrationFile: {
        path: "migration.sql",
        content: { tag: "ok", value: readFileSync(join(folder, name, "migration.sql"), "utf8") },
      },
    })),
  };
}

/**
 * Opens the engine on the owner's address, hands it to `work`, and closes every connection. `shadow` is
 * { superuserUrl, template }, needed where migrations are replayed (check, new); `deploying` are the scripts that mark
 * their own end, a list of SQL.
 */
export async function withEngine({ url, schemaPath, shadow, deploying = [] }, work) {
  const Engine = loadEngine();
  const factory = new AdapterFactory(url, shadow, new Set(deploying));
  const datamodels = schemaFiles(schemaPath).files.map((file) => [file.path, file.content]);
  const engine = await Engine.new(
    { datamodels },
    () => undefined,
    bindMigrationAwareSqlAdapterFactory(factory),
  );
  try {
    return await work(engine);
  } finally {
    engine.free();
    await factory.end();
  }
}
