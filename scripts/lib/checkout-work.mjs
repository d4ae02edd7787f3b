// Work on the checkout itself (installing, generating, building) is done by one start at a time, whatever data folders
// they use. Only what Node itself brings may be imported here: it runs before anything is installed.
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { lockHolder, releaseLock, takeLock } from "./lock.mjs";
import { messages } from "./messages.mjs";
import { until } from "./process-identity.mjs";
import { root } from "./root.mjs";
import { endLeftovers, noteChildren } from "./running-children.mjs";

const folder = join(root, ".work");

async function lockCheckout() {
  mkdirSync(folder, { recursive: true });
  for (let holder = takeLock(folder); holder; holder = takeLock(folder)) {
    console.log(`  ${messages.waitingForOther(holder.pid)}`);
    await until(() => lockHolder(folder)?.start !== holder.start, 600_000);
  }
}

/**
 * Does `work(note)` unless `isDone()`, after any other start that works on this checkout: what that one finished need
 * not be done again. `note(child)` writes a child down, so that one left by a killed start is ended before the next try.
 */
export async function onCheckout(isDone, work) {
  await lockCheckout();
  try {
    await endLeftovers(folder);
    if (!isDone()) await work(noteChildren(folder).add);
  } finally {
    releaseLock(folder);
  }
}
