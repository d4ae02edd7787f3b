// npm run check: everything that needs no database, two at a time.
import { runMain } from "./lib/fault.mjs";
import { ensureInstalled } from "./lib/installed.mjs";
import { underNode24 } from "./lib/node-24.mjs";

async function main() {
  const fresh = await ensureInstalled();
  if (!(await underNode24({ fresh }))) return;
  const { generateClient, isClientFresh } = await import("./lib/generated-client.mjs");
  const { closeWith, exitWith, runSuites } = await import("./lib/run-suites.mjs");
  const { quickSuites } = await import("./lib/suites.mjs");
  if (!isClientFresh()) await generateClient();
  exitWith(closeWith(await runSuites(quickSuites, 2)));
}

await runMain(main);
