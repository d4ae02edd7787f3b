// npm run bench -- <name>: one benchmark of bench/; exit 0 only when it printed results and every goal was met.
import { spawn } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { Fault, runMain } from "./lib/fault.mjs";
import { messages } from "./lib/messages.mjs";
import { node24, pathWithModules, underNode24 } from "./lib/node-24.mjs";
import { root } from "./lib/root.mjs";

const folder = join(root, "bench");

function names() {
  if (!existsSync(folder)) return [];
  return readdirSync(folder).flatMap((file) =>
    file.endsWith(".bench.ts") ? [file.slice(0, -".bench.ts".length)] : [],
  );
}

function isMet(line) {
  try {
    return JSON.parse(line).met === true;
  } catch {
    return false;
  }
}

async function main() {
  if (!(await underNode24())) return;
  const [name] = process.argv.slice(2);
  if (!names().includes(name)) throw new Fault(messages.benchUsage(names()), 2);
  const env = {
    ...process.env,
    PATH: pathWithModules(),
    TSX_TSCONFIG_PATH: "tsconfig.worker.json",
    NODE_ENV: "production",
  };
  const child = spawn(node24, ["--import", "tsx", join(folder, `${name}.bench.ts`)], {
    cwd: root,
    env,
    stdio: ["ignore", "pipe", "inherit"],
  });
  const results = [];
  createInterface({ input: child.stdout }).on("line", (line) => {
    console.log(line);
    results.push(isMet(line));
  });
  const code = await new Promise((resolve) => {
    child.once("close", resolve);
  });
  process.exit(code === 0 && results.length > 0 && results.every(Boolean) ? 0 : 1);
}

await runMain(main);
