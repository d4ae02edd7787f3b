// The Prisma client is generated code: not in the repository, made again when the schema changes.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { onCheckout } from "./checkout-work.mjs";
import { Fault } from "./fault.mjs";
import { messages } from "./messages.mjs";
import { node24 } from "./node-24.mjs";
import { root } from "./root.mjs";
import { runProgram } from "./run-program.mjs";
import { hashOf } from "./tree-hash.mjs";

const folder = join(root, "lib", "platform", "db", "generated");
const stamp = join(folder, ".schema-hash");

function wantedHash() {
  return hashOf(root, ["prisma/schema.prisma", "prisma/models", "node_modules/prisma/package.json"]);
}

/** Whether the client was generated from the schema as it is now. */
export function isClientFresh() {
  return existsSync(stamp) && readFileSync(stamp, "utf8") === wantedHash();
}

async function generate(guard) {
  const hash = wantedHash();
  const prisma = join(root, "node_modules", "prisma", "build", "index.js");
  // Without a name for the native engine Prisma would try to download one that is not used here.
  const env = { ...process.env, PRISMA_SCHEMA_ENGINE_BINARY: "/bin/true", PRISMA_HIDE_UPDATE_MESSAGE: "1" };
  const { code, output } = await runProgram(node24, [prisma, "generate"], { env, guard });
  if (code !== 0) throw new Fault(messages.generateFailed(output));
  writeFileSync(stamp, hash);
}

/** Generates the client unless it is fresh. Throws a Fault with Prisma's words when the schema is wrong. */
export function generateClient({ guard } = {}) {
  return onCheckout(isClientFresh, (note) =>
    generate((child) => {
      note(child);
      guard?.(child);
    }),
  );
}
