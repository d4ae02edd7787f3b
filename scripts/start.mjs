// npm start, npm run dev. Runs on any Node from 20 on and before anything is installed.
import { runMain } from "./lib/fault.mjs";
import { ensureInstalled } from "./lib/installed.mjs";
import { underNode24 } from "./lib/node-24.mjs";

async function main() {
  const fresh = await ensureInstalled();
  if (!(await underNode24({ fresh }))) return;
  const { followLifetime } = await import("./lib/lifetime.mjs");
  const lifetime = followLifetime();
  const { runPortal } = await import("./lib/portal.mjs");
  await runPortal({ dev: process.argv.includes("--dev"), lifetime });
  process.exit(0);
}

await runMain(main);
