// npm run --silent db:url [-- --owner]: an address of the running demonstration database.
import { Fault, runMain } from "./lib/fault.mjs";
import { messages } from "./lib/messages.mjs";
import { underNode24 } from "./lib/node-24.mjs";

async function main() {
  if (!(await underNode24())) return;
  const { isGiven } = await import("./lib/given-database.mjs");
  const { runningEmbeddedUrls } = await import("./lib/owner-database.mjs");
  if (isGiven()) throw new Fault(messages.demonstrationOnly);
  const urls = runningEmbeddedUrls();
  if (!urls) throw new Fault(messages.notRunning);
  console.log(process.argv.includes("--owner") ? urls.DATABASE_OWNER_URL : urls.DATABASE_URL);
}

await runMain(main);
