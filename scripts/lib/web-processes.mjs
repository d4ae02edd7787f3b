// The web: one standalone server a core behind one port, or `next dev`.

import { spawn } from "node:child_process";
import cluster from "node:cluster";
import { join } from "node:path";
import { node24 } from "./node-24.mjs";
import { standalone } from "./production-build.mjs";
import { root } from "./root.mjs";
import { supervise } from "./supervise.mjs";

// Collecting the garbage of pages is a tenth of their price; with more room it is done less often (docs/measured.md).
const roomForTheYoung = "--max-semi-space-size=64";

/** Starts `count` web processes that share the port; each is started again when it dies. Answers { stop() }. */
export function startWeb({ count, env, stdio, note, onDeath }) {
  // The kernel gives each connection to a process that waits for one. Node's own turn-taking loses the connection it has
  // just handed to a process that is killed: that browser would hang.
  cluster.schedulingPolicy = cluster.SCHED_NONE;
  cluster.setupPrimary({
    exec: join(standalone, "server.js"),
    execArgv: [roomForTheYoung],
    args: [],
    cwd: standalone,
    stdio: [...stdio, "ipc"],
  });
  const each = Array.from({ length: count }, () =>
    supervise(
      () => {
        const worker = cluster.fork(env);
        note(worker.process);
        return worker.process;
      },
      { onDeath },
    ),
  );
  return { stop: () => Promise.all(each.map((one) => one.stop())) };
}

/** Starts the development server in one process. Answers { stop() }. */
export function startDevelopment({ env, port, hostname, stdio, note, onDeath }) {
  const next = join(root, "node_modules", "next", "dist", "bin", "next");
  return supervise(
    () => {
      const child = spawn(node24, [next, "dev", "-p", String(port), "-H", hostname], {
        cwd: root,
        env,
        stdio,
      });
      note(child);
      return child;
    },
    { onDeath },
  );
}
