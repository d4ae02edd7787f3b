// The production build: `next build`, then what the standalone server needs beside it.
import { cpSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { onCheckout } from "./checkout-work.mjs";
import { Fault } from "./fault.mjs";
import { messages } from "./messages.mjs";
import { node24 } from "./node-24.mjs";
import { root } from "./root.mjs";
import { runProgram } from "./run-program.mjs";
import { hashOf } from "./tree-hash.mjs";

/** The folder of the standalone server; its entry is server.js. */
export const standalone = join(root, ".next", "standalone");
const stamp = join(standalone, ".source-hash");
const cache = join(root, ".next", "cache", "turbopack");
const folders = ["app", "components", "lib", "messages", "public", "prisma/schema.prisma", "prisma/models"];

// Next adds to these itself while it builds.
const written = new Set(["next-env.d.ts"]);

function rootFiles() {
  return readdirSync(root).filter((name) => /\.(ts|tsx|mjs|json)$/.test(name) && !written.has(name));
}

function sourceHash() {
  return hashOf(root, [...folders, ...rootFiles()], (path) => path.includes("/db/generated/"));
}

/** Whether the build was made from the sources as they are now. */
export function isBuildFresh() {
  return existsSync(stamp) && readFileSync(stamp, "utf8") === sourceHash();
}

async function build({ guard, show, kept }) {
  rmSync(stamp, { force: true });
  const hash = sourceHash();
  const next = join(root, "node_modules", "next", "dist", "bin", "next");
  const env = {
    ...process.env,
    NODE_ENV: "production",
    NEXT_TELEMETRY_DISABLED: "1",
    PORTAL_BUILD_CACHE: kept ? "1" : "0",
  };
  const { code, output } = await runProgram(node24, [next, "build"], { env, guard, show });
  if (/ENOSPC/.test(output)) throw new Fault(messages.diskFull(root));
  if (code !== 0) throw new Fault(messages.buildFailed(output));
  cpSync(join(root, ".next", "static"), join(standalone, ".next", "static"), { recursive: true });
  if (existsSync(join(root, "public"))) {
    cpSync(join(root, "public"), join(standalone, "public"), { recursive: true });
  }
  writeFileSync(stamp, hash);
}

/**
 * Builds for production unless the build is fresh; `again` builds even then, and keeps what it compiled only where an
 * earlier build had something to keep. Throws a Fault with Next's words when it fails.
 */
export function buildPortal({ guard, show = false, again = false } = {}) {
  return onCheckout(
    () => !again && isBuildFresh(),
    (note) =>
      build({
        guard: (child) => {
          note(child);
          guard?.(child);
        },
        show,
        kept: !again || existsSync(cache),
      }),
  );
}
