// npm test: all proofs; npm run test:deep: the heavy counts. `npm test -- <word>` runs only suites whose name holds it.
import { runMain } from "./lib/fault.mjs";
import { ensureInstalled } from "./lib/installed.mjs";
import { underNode24 } from "./lib/node-24.mjs";

async function main() {
  const fresh = await ensureInstalled();
  if (!(await underNode24({ fresh }))) return;
  const { generateClient, isClientFresh } = await import("./lib/generated-client.mjs");
  const { closeWith, exitWith, runSuites } = await import("./lib/run-suites.mjs");
  const { deepSuites, stages } = await import("./lib/suites.mjs");
  const deep = process.argv.includes("--deep");
  const word = process.argv.slice(2).find((argument) => !argument.startsWith("--"));
  const chosen = (suites) => suites.filter((suite) => !word || suite.name.includes(word));
  if (!isClientFresh()) await generateClient();
  // Before any suite: unit tests ask for pdfsig and clamd too, and two suites at once must not install at once.
  const { findChromium, findClamd, findPdfsig } = await import("./lib/browser-tools.mjs");
  await findPdfsig();
  await findClamd();
  await findChromium();
  const results = [];
  for (const stage of deep ? [deepSuites] : stages) results.push(...(await runSuites(chosen(stage), 2)));
  exitWith(closeWith(results));
}

await runMain(main);
