// Keeps one process running: a dead one is started again at once, one that dies young a little later.
import { endProcess, identityOf } from "./process-identity.mjs";

const youngMilliseconds = 3000;
const longestPause = 5000;

/**
 * `start()` spawns and answers a child; it is called again whenever the child ends, until stop(). `onDeath({ young,
 * code, signal })` hears of every unwanted end.
 */
export function supervise(start, { onDeath = () => undefined } = {}) {
  let stopping = false;
  let child;
  let identity;
  let timer;
  let pause = 0;
  const run = () => {
    const began = performance.now();
    child = start();
    identity = identityOf(child.pid);
    child.once("exit", (code, signal) => {
      if (stopping) return;
      const young = performance.now() - began < youngMilliseconds;
      pause = young ? Math.min(longestPause, pause * 2 + 250) : 0;
      onDeath({ young, code, signal });
      timer = setTimeout(run, pause);
    });
  };
  run();
  return {
    async stop(milliseconds = 3000) {
      stopping = true;
      clearTimeout(timer);
      await endProcess(identity, "SIGTERM", milliseconds);
    },
  };
}
