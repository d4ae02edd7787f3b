// npm run --silent personas: the demonstration's people as JSON, for tools that try the portal.
import { Fault, runMain } from "./lib/fault.mjs";
import { messages } from "./lib/messages.mjs";
import { underNode24 } from "./lib/node-24.mjs";

async function main() {
  if (!(await underNode24())) return;
  const { dataFolder } = await import("./lib/data-folder.mjs");
  const { people } = await import("./lib/demonstration.mjs");
  const { isGiven } = await import("./lib/given-database.mjs");
  const { runningEmbeddedUrls } = await import("./lib/owner-database.mjs");
  const { readSecrets } = await import("./lib/secrets.mjs");
  if (isGiven()) throw new Fault(messages.demonstrationOnly);
  const urls = runningEmbeddedUrls();
  if (!urls) throw new Fault(messages.notRunning);
  const { PORTAL_DEMO_PASSWORD } = readSecrets(dataFolder().folder);
  console.log(JSON.stringify(await people(urls.DATABASE_OWNER_URL, PORTAL_DEMO_PASSWORD), null, 2));
}

await runMain(main);
