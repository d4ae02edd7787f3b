import { vi } from "vitest";

// Before each file, for the process has served others: what modules of ours keep (settings, pools, caches), on globalThis
// too, and what a file put into the environment are not handed on.
vi.resetModules();

const shared = globalThis as Record<string, unknown> & { firstEnvironment?: NodeJS.ProcessEnv };
for (const name of Object.keys(shared)) if (name.startsWith("portal")) delete shared[name];

if (!shared.firstEnvironment) {
  shared.firstEnvironment = { ...process.env };
  // pg 9 will refuse what this announces: statements sent to a connection that has not answered the one before.
  process.on("warning", (warning) => {
    if (warning.message.includes("client.query()")) throw warning;
  });
}
for (const name of new Set([...Object.keys(process.env), ...Object.keys(shared.firstEnvironment)])) {
  const first = shared.firstEnvironment[name];
  if (name.startsWith("VITEST") || process.env[name] === first) continue;
  if (first === undefined) delete process.env[name];
  else process.env[name] = first;
}
