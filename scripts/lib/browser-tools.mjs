// Programs the tests look through that npm does not carry: found, or installed on Debian as root.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { runProgram } from "./run-program.mjs";

// Debian's shell without windows draws the same pages with half the work of a whole browser.
const shell = "chromium-headless-shell";
const chromiumNames = [shell, "chromium", "google-chrome", "google-chrome-stable", "chromium-browser"];

function onPath(name) {
  const found = spawnSync("/bin/sh", ["-c", 'command -v "$1"', "sh", name], { encoding: "utf8" });
  return found.status === 0 ? found.stdout.trim() : undefined;
}

async function installed(...packages) {
  if (process.getuid?.() !== 0 || !onPath("apt-get")) return false;
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  const options = ["install", "-y", "-q", "--no-install-recommends", ...packages];
  if ((await runProgram("apt-get", options, { env })).code === 0) return true;
  // A fresh machine has no list of packages yet.
  if ((await runProgram("apt-get", ["update", "-q"], { env })).code !== 0) return false;
  return (await runProgram("apt-get", options, { env })).code === 0;
}

async function playwrightsOwn() {
  const { chromium } = await import("@playwright/test");
  const path = chromium.executablePath();
  return path && existsSync(path) ? path : undefined;
}

function systems() {
  return chromiumNames.map(onPath).find(Boolean);
}

/** The path of a Chromium: playwright's own, Debian's shell, installed now if need be, or the system's; undefined when there is none. */
export async function findChromium() {
  const found = (await playwrightsOwn()) ?? onPath(shell);
  if (found) return found;
  await installed(shell);
  return systems();
}

/** The path of pdfsig with certutil beside it, installed now if need be; undefined when they cannot be had. */
export async function findPdfsig() {
  const both = () => (onPath("pdfsig") && onPath("certutil") ? onPath("pdfsig") : undefined);
  return both() ?? ((await installed("poppler-utils", "libnss3-tools")) ? both() : undefined);
}

/** The path of clamd, installed now if need be, without its list of viruses; undefined when it cannot be had. */
export async function findClamd() {
  return onPath("clamd") ?? ((await installed("clamav-daemon")) ? onPath("clamd") : undefined);
}
