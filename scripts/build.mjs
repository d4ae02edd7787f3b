// npm run build: the production build, with progress on the terminal.
import { runMain } from "./lib/fault.mjs";
import { underNode24 } from "./lib/node-24.mjs";

async function main() {
  if (!(await underNode24())) return;
  const { generateClient, isClientFresh } = await import("./lib/generated-client.mjs");
  const { buildPortal } = await import("./lib/production-build.mjs");
  if (!isClientFresh()) await generateClient();
  await buildPortal({ show: true, again: true });
}

await runMain(main);
