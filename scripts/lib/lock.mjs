// One launcher a data folder, one start at a time that works on the checkout. The lock is a file naming its holder; a holder that is gone holds nothing.
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { identityOf, isAlive } from "./process-identity.mjs";

function lockFile(folder) {
  return join(folder, "lock");
}

/** Who holds the lock now: { pid, start, address }, or undefined. */
export function lockHolder(folder) {
  try {
    const holder = JSON.parse(readFileSync(lockFile(folder), "utf8"));
    return isAlive(holder) ? holder : undefined;
  } catch {
    return undefined;
  }
}

function tryLock(folder, details) {
  const mine = `${lockFile(folder)}.${process.pid}`;
  writeFileSync(mine, JSON.stringify({ ...identityOf(process.pid), ...details }));
  try {
    // A link is made whole or not at all, and never over an existing one.
    linkSync(mine, lockFile(folder));
    return true;
  } catch (error) {
    if (error.code !== "EEXIST") throw error;
    return false;
  } finally {
    rmSync(mine, { force: true });
  }
}

// Moving the stale file aside is atomic: of two that find it stale, one moves it, and checks that it moved that one.
function removeStale(folder) {
  const aside = `${lockFile(folder)}.stale.${process.pid}`;
  try {
    renameSync(lockFile(folder), aside);
  } catch {
    return;
  }
  const moved = JSON.parse(readFileSync(aside, "utf8"));
  if (isAlive(moved)) {
    try {
      linkSync(aside, lockFile(folder));
    } catch {
      // A third one has locked meanwhile.
    }
  }
  rmSync(aside, { force: true });
}

/** Takes the lock; answers undefined, or the holder when somebody else has it. */
export function takeLock(folder, details = {}) {
  while (!tryLock(folder, details)) {
    const holder = lockHolder(folder);
    if (holder) return holder;
    removeStale(folder);
  }
  return undefined;
}

/** Tells others more about the holder: { address } or { stopping: true }. Only by the holder itself. */
export function describeLock(folder, details) {
  const mine = `${lockFile(folder)}.${process.pid}`;
  writeFileSync(mine, JSON.stringify({ ...lockHolder(folder), ...details }));
  renameSync(mine, lockFile(folder));
}

/** Gives the lock back if it is ours. */
export function releaseLock(folder) {
  if (lockHolder(folder)?.pid === process.pid) rmSync(lockFile(folder), { force: true });
}
