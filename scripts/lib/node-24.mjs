// Runs on any Node from 20 on: brings the running script under the locked Node 24.
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { Fault } from "./fault.mjs";
import { messages } from "./messages.mjs";
import { root } from "./root.mjs";

/** The Node 24 that npm installed. */
export const node24 = join(root, "node_modules", ".bin", "node");

/** The PATH under which the programs of node_modules are found first. */
export function pathWithModules() {
  return `${dirname(node24)}${delimiter}${process.env.PATH ?? ""}`;
}

/**
 * True when this process already is Node 24 or later. Otherwise starts the same command under the installed one, passes
 * signals on, takes over its exit code, and answers false. `fresh` forces it, after this process's own node was replaced.
 */
export async function underNode24({ fresh = false } = {}) {
  if (!fresh && Number(process.versions.node.split(".")[0]) >= 24) return true;
  if (!existsSync(node24)) throw new Fault(messages.noNode24);
  const child = spawn(node24, process.argv.slice(1), {
    // The channel tells the child when this process is killed.
    stdio: ["inherit", "inherit", "inherit", "ipc"],
    env: { ...process.env, PATH: pathWithModules() },
  });
  for (const name of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(name, () => child.kill(name));
  process.exitCode = await new Promise((resolve) => {
    child.once("exit", (status) => resolve(status ?? 1));
  });
  return false;
}
