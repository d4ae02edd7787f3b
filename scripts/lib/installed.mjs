// Runs before anything is installed: only what Node itself brings may be imported here.
import { spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { onCheckout } from "./checkout-work.mjs";
import { Fault } from "./fault.mjs";
import { messages } from "./messages.mjs";
import { root } from "./root.mjs";
import { step } from "./steps.mjs";

function packagesOf(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8")).packages;
  } catch {
    return undefined;
  }
}

/**
 * Whether node_modules holds what package-lock.json asks for. npm writes its own list last, so an interrupted
 * installation has none. Packages of other platforms, and those an operator left out as `dev`, may be missing.
 */
export function isInstalled() {
  const wanted = packagesOf(join(root, "package-lock.json"));
  const found = packagesOf(join(root, "node_modules", ".package-lock.json"));
  if (!wanted || !found) return false;
  return Object.entries(wanted).every(([path, entry]) => {
    if (path === "" || entry.link) return true;
    const there = found[path];
    if (!there) return Boolean(entry.optional || entry.dev || entry.devOptional);
    return there.version === entry.version && there.integrity === entry.integrity;
  });
}

const networkTrouble =
  /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|ENOTCACHED|ERR_SOCKET_TIMEOUT|network/;

function npmCommand() {
  const npm = process.env.npm_execpath;
  return npm && existsSync(npm) && npm.endsWith(".js") ? [process.execPath, npm] : ["npm"];
}

async function runNpmCi(note) {
  const [program, ...first] = npmCommand();
  const options = [
    "ci",
    "--include=dev",
    "--include=optional",
    "--no-audit",
    "--no-fund",
    "--loglevel=error",
  ];
  const patience = ["--fetch-retries=1", "--fetch-retry-mintimeout=500", "--fetch-retry-maxtimeout=1000"];
  const child = spawn(program, [...first, ...options, ...patience], {
    cwd: root,
    stdio: ["ignore", "inherit", "pipe"],
  });
  note(child);
  let said = "";
  child.stderr.on("data", (chunk) => {
    said += chunk;
    process.stderr.write(chunk);
  });
  const code = await new Promise((resolve) => {
    child.once("error", (error) => {
      said += error.message;
      resolve(1);
    });
    child.once("close", resolve);
  });
  if (code === 0) return;
  if (/ENOSPC/.test(said)) throw new Fault(messages.diskFull(root));
  throw new Fault(networkTrouble.test(said) ? messages.noNetwork : messages.installFailed);
}

/** Installs the locked packages when they are missing or others; answers whether they were. */
export async function ensureInstalled() {
  if (isInstalled()) return false;
  await step(messages.installing, () => onCheckout(isInstalled, runNpmCi));
  return true;
}
