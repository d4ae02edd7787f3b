// The processes a start has brought up, written down so that the next start can end them if this one was killed.
import { readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { endProcess, identityOf } from "./process-identity.mjs";

function pidFile(folder) {
  return join(folder, "pids");
}

/** Ends what a killed start has left: by SIGTERM, then by SIGKILL. A stranger with the same number is left alone. */
export async function endLeftovers(folder) {
  let left = [];
  try {
    left = JSON.parse(readFileSync(pidFile(folder), "utf8"));
  } catch {
    return;
  }
  await Promise.all(left.map((each) => endProcess(each, "SIGTERM", 2000)));
  rmSync(pidFile(folder), { force: true });
}

/** Keeps the list of one start: add(child) notes a child and strikes it off when it ends. */
export function noteChildren(folder) {
  const noted = new Map();
  const write = () => {
    const unfinished = `${pidFile(folder)}.${process.pid}`;
    writeFileSync(unfinished, JSON.stringify([...noted.values()]));
    renameSync(unfinished, pidFile(folder));
  };
  return {
    add: (child) => {
      noted.set(child.pid, identityOf(child.pid));
      write();
      child.once("exit", () => {
        noted.delete(child.pid);
        write();
      });
    },
  };
}
