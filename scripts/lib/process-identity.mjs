// A process is known by its number and its start together: numbers are given out again, above all after a restart
// of a container, and a stranger's process must never be ended.
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync, readlinkSync } from "node:fs";

const hasProc = process.platform === "linux";

function linuxStart(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    // The command's name stands in brackets and may hold blanks, so fields are counted after the last bracket.
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    if (fields[0] === "Z" || fields[0] === "X") return undefined;
    const boot = readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim();
    return `${boot}/${fields[19]}`;
  } catch {
    return undefined;
  }
}

function otherStart(pid) {
  try {
    return execFileSync("ps", ["-o", "lstart=", "-p", String(pid)], { encoding: "utf8" }).trim() || undefined;
  } catch {
    return undefined;
  }
}

/** What tells this process from a later one of the same number; undefined when there is none. */
export function processStart(pid) {
  return hasProc ? linuxStart(pid) : otherStart(pid);
}

/** { pid, start } of a living process, to be written down. */
export function identityOf(pid) {
  return { pid, start: processStart(pid) };
}

/** Whether the process that was written down still runs. */
export function isAlive(identity) {
  return identity?.start !== undefined && processStart(identity.pid) === identity.start;
}

/** Numbers of the processes working in a folder (Linux only; elsewhere none are found). */
export function processesIn(folder) {
  if (!hasProc) return [];
  return readdirSync("/proc").flatMap((name) => {
    if (!/^\d+$/.test(name)) return [];
    try {
      return readlinkSync(`/proc/${name}/cwd`) === folder && processStart(Number(name)) ? [Number(name)] : [];
    } catch {
      return [];
    }
  });
}

function signal(pid, name) {
  try {
    process.kill(pid, name);
  } catch (error) {
    if (error.code !== "ESRCH") throw error;
  }
}

/** Waits until `done()` is true, looking every 20 ms; answers false when `milliseconds` went by. */
export async function until(done, milliseconds) {
  const end = Date.now() + milliseconds;
  while (!done()) {
    if (Date.now() > end) return false;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return true;
}

/** Ends a process that was written down: by `gentle` first, after `milliseconds` by SIGKILL. */
export async function endProcess(identity, gentle = "SIGTERM", milliseconds = 5000) {
  if (!isAlive(identity)) return;
  signal(identity.pid, gentle);
  if (await until(() => !isAlive(identity), milliseconds)) return;
  if (isAlive(identity)) signal(identity.pid, "SIGKILL");
  await until(() => !isAlive(identity), 5000);
}
