import { spawn } from "node:child_process";
import { join } from "node:path";
import { node24 } from "./node-24.mjs";
import { root } from "./root.mjs";
import { supervise } from "./supervise.mjs";

/** Starts the worker of jobs; it is started again when it dies. Answers { stop() }. */
export function startWorker({ env, stdio, note, onDeath }) {
  const args = [
    "--import",
    "tsx",
    "--import",
    join(root, "scripts", "lib", "end-with-parent.mjs"),
    join(root, "lib", "platform", "outbox", "worker.ts"),
  ];
  return supervise(
    () => {
      const child = spawn(node24, args, { cwd: root, env, stdio: [...stdio, "ipc"] });
      note(child);
      return child;
    },
    { onDeath },
  );
}
