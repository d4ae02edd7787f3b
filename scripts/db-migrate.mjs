// npm run db:migrate -- deploy | status | check | drift | new <name> | roles
import { relative } from "node:path";
import { Fault, runMain } from "./lib/fault.mjs";
import { messages } from "./lib/messages.mjs";
import { underNode24 } from "./lib/node-24.mjs";
import { root } from "./lib/root.mjs";

// `check` and `new` replay the migrations on a throw-away server: they need nobody's database.
async function withShadow(work) {
  const { startPostgres } = await import("./lib/embedded-postgres.mjs");
  const { makeRoles } = await import("./lib/roles.mjs");
  const { urlWith } = await import("./lib/database-url.mjs");
  const server = await startPostgres({ ephemeral: true });
  try {
    const urls = await makeRoles(server.superuserUrl, "shadow", (role) => role);
    const { prepareQueue } = await import("./lib/queue-schema.mjs");
    await prepareQueue(urls.DATABASE_DIRECT_URL);
    // A template may have no guest, so the engine's own connection stays in another database.
    const ownerUrl = urlWith(urls.DATABASE_OWNER_URL, { database: "postgres" });
    return await work(ownerUrl, { superuserUrl: server.superuserUrl, template: "shadow" });
  } finally {
    await server.stop();
  }
}

function tellDifference(sql) {
  if (!sql) return console.log(messages.schemaSame);
  throw new Fault(messages.schemaDiffers(sql));
}

async function tellStatus(migrations, ownerUrl) {
  const found = await migrations.status(ownerUrl);
  const faults = [
    found.edited.length > 0 ? messages.migrationsEdited(found.edited) : "",
    found.unknown.length > 0 ? messages.migrationsUnknown(found.unknown) : "",
    found.failed.length > 0 ? messages.migrationFailed(found.failed.join(", "), "") : "",
    found.unapplied.length > 0 ? messages.migrationsOpen(found.unapplied) : "",
  ].filter(Boolean);
  if (faults.length > 0) throw new Fault(faults.join("\n"));
  console.log(messages.migrationsDone([]));
}

async function main() {
  if (!(await underNode24())) return;
  const [command, argument] = process.argv.slice(2);
  const migrations = await import("./lib/migrations.mjs");
  const { databaseName, withDatabase } = await import("./lib/owner-database.mjs");
  const commands = {
    deploy: () =>
      withDatabase(async (urls) => {
        const { prepareQueue } = await import("./lib/queue-schema.mjs");
        await prepareQueue(urls.DATABASE_DIRECT_URL);
        console.log(messages.migrationsDone(await migrations.deploy(urls.DATABASE_OWNER_URL)));
      }),
    status: () => withDatabase((urls) => tellStatus(migrations, urls.DATABASE_OWNER_URL)),
    drift: () =>
      withDatabase(async (urls) => tellDifference(await migrations.drift(urls.DATABASE_OWNER_URL))),
    check: () => withShadow(async (url, shadow) => tellDifference(await migrations.check(url, shadow))),
    new: () =>
      withShadow(async (url, shadow) => {
        const file = await migrations.create(url, shadow, argument);
        console.log(messages.migrationWritten(relative(root, file)));
      }),
    roles: async () => {
      const { printableRolesSql } = await import("./lib/roles.mjs");
      process.stdout.write(printableRolesSql(databaseName));
    },
  };
  const run = commands[command];
  if (!run || (command === "new" && !/^[a-z0-9][a-z0-9_-]*$/.test(argument ?? "")))
    throw new Fault(messages.migrateUsage, 2);
  await run();
  // The engine leaves a timer of ten seconds behind.
  process.exit();
}

await runMain(main);
