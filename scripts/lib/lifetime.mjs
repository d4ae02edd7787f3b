// How a start ends: by Ctrl-C, by SIGTERM, or because the process that carries it was killed.
import { readFileSync } from "node:fs";
import { identityOf, isAlive } from "./process-identity.mjs";

function parentOf(pid) {
  const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
  return Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1]);
}

// `npm start` is what the operator sees; between it and this process stands a shell that survives npm's violent death.
function npmAbove() {
  if (process.platform !== "linux" || !process.env.npm_lifecycle_event) return [];
  const above = [];
  try {
    for (let pid = process.ppid; pid > 1 && above.length < 4; pid = parentOf(pid)) {
      above.push(identityOf(pid));
      if (readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ").startsWith("npm ")) return above;
    }
  } catch {
    // A parent went away while it was looked at: then there is nothing to follow.
  }
  return [];
}

/**
 * Follows the end of this start. `isEnding()` says whether it was asked for, `ended` settles then, and `guard(child)`
 * passes the wish on to a child in the foreground (a build), which a terminal's Ctrl-C reaches anyhow.
 */
export function followLifetime() {
  let ending = false;
  let failure;
  let settle;
  const guarded = new Set();
  const ended = new Promise((resolve) => {
    settle = resolve;
  });
  const end = () => {
    if (ending) return;
    ending = true;
    for (const child of guarded) child.kill("SIGTERM");
    settle();
  };
  for (const name of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(name, end);
  if (process.channel) {
    process.on("disconnect", end);
    process.channel.unref();
  }
  const above = npmAbove();
  if (above.length > 0) {
    setInterval(() => {
      if (!above.every(isAlive)) end();
    }, 300).unref();
  }
  return {
    ended,
    end,
    isEnding: () => ending,
    /** Ends because of an error, which runs on after everything was ended. */
    fail(error) {
      failure ??= error;
      end();
    },
    failure: () => failure,
    guard: (child) => {
      guarded.add(child);
      child.once("exit", () => guarded.delete(child));
      if (ending) child.kill("SIGTERM");
    },
  };
}
