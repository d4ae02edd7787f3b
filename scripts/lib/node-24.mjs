// Runs on any Node from 20 on, before anything is installed: brings the running script under the locked Node 24.
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { Fault } from "./fault.mjs";
import { messages } from "./messages.mjs";
import { root } from "./root.mjs";

/** The Node 24 that npm installed. */
export const node24 = join(root, "node_modules", ".bin", "node");

/**
 * True when this process already is that Node or another of major 24 and above. Otherwise starts the same command under
 * it, passes signals on, ends with its exit code, and answers false.
 */
export async function underNode24() {
  if (Number(process.versions.node.split(".")[0]) >= 24) return true;
  if (!existsSync(node24)) throw new Fault(messages.noNode24);
  const path = `${dirname(node24)}${delimiter}${process.env.PATH ?? ""}`;
  const child = spawn(node24, process.argv.slice(1), {
    stdio: "inherit",
    env: { ...process.env, PATH: path },
  });
  for (const name of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(name, () => child.kill(name));
  const code = await new Promise((resolve) => {
    child.once("exit", (status, signal) => resolve(status ?? (signal ? 130 : 1)));
  });
  process.exitCode = code;
  return false;
}
