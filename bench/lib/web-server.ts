import type { ChildProcess } from "node:child_process";
import { readFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { freePort } from "@/scripts/lib/embedded-postgres.mjs";
import { webEnvironment } from "@/scripts/lib/environments.mjs";
import { startWeb } from "@/scripts/lib/web-processes.mjs";
import type { Setting } from "./databases";

export type WebServer = {
  base: string;
  /** Processor time all its processes have used so far, in ms; null where the system does not tell. */
  processorMs: () => number | null;
  /** Memory all its processes hold now, in MB; null where the system does not tell. */
  memoryMb: () => number | null;
  stop: () => Promise<unknown>;
};

// Linux counts processor time in hundredths of a second.
const tickMs = 10;

function processorMsOf(pid: number): number | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    return (Number(fields[11]) + Number(fields[12])) * tickMs;
  } catch {
    return null;
  }
}

function memoryMbOf(pid: number): number | null {
  try {
    const kilobytes = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
    return kilobytes === undefined ? null : Number(kilobytes) / 1024;
  } catch {
    return null;
  }
}

function sum(values: readonly (number | null)[]): number | null {
  return values.reduce<number | null>(
    (total, value) => (total === null || value === null ? null : total + value),
    0,
  );
}

async function answers(base: string): Promise<boolean> {
  try {
    const response = await fetch(`${base}/sign-in`, { signal: AbortSignal.timeout(5000) });
    await response.arrayBuffer();
    return response.status === 200;
  } catch {
    return false;
  }
}

/** Starts the production build as `npm start` does: one web process a core behind one port. */
export async function startWebServer(setting: Setting): Promise<WebServer> {
  const port = await freePort();
  const base = `http://127.0.0.1:${port}`;
  const pids: number[] = [];
  const web = startWeb({
    count: availableParallelism(),
    env: webEnvironment(setting, { port, hostname: "127.0.0.1", dev: false }),
    stdio: ["ignore", "ignore", "inherit"],
    note: (child: ChildProcess) => {
      if (child.pid !== undefined) pids.push(child.pid);
    },
    onDeath: () => undefined,
  });
  const end = Date.now() + 60_000;
  while (!(await answers(base))) {
    if (Date.now() > end) {
      await web.stop();
      throw new Error("the web processes do not answer");
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return {
    base,
    processorMs: () => sum(pids.map(processorMsOf)),
    memoryMb: () => sum(pids.map(memoryMbOf)),
    stop: () => web.stop(),
  };
}
