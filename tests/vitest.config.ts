import { defineConfig } from "vitest/config";
import { LongestFirst } from "./support/longest-first.ts";

const root = new URL("..", import.meta.url).pathname.replace(/\/$/, "");

// Neither UTC nor Viet Nam's, and not on the whole hour: what reads the machine's zone is found out.
const env = { TZ: "Asia/Kathmandu" };

const shared = {
  root,
  environment: "node" as const,
  env,
  retry: 0,
  unstubEnvs: true,
  // Bounds for what hangs, wide enough for a machine that does much else besides.
  testTimeout: 240_000,
  hookTimeout: 240_000,
  // A process serves many files, so that libraries are loaded once; our own modules are fresh in each file.
  isolate: false,
  setupFiles: ["tests/support/fresh-process.ts"],
};

const database = {
  ...shared,
  globalSetup: ["tests/support/database-server.ts"],
  // It imports "next/server" without an ending, which only a bundler finds.
  server: { deps: { inline: ["next-auth"] } },
};

// The product's own sign-in, worker and files, which `npm run test:deep` asks of the older PostgreSQL too.
const sameOnBoth =
  process.env["POSTGRES_16"] === "whole"
    ? []
    : ["tests/integration/platform/{auth,health,worker,files/*}.test.ts"];

export default defineConfig({
  // No test loads a style sheet; finding the application's own settings would load Tailwind, which slows every import.
  css: { postcss: {} },
  resolve: {
    alias: {
      "@": root,
      "server-only": `${root}/tests/support/empty.ts`,
      "@node-rs/argon2": `${root}/tests/support/remembered-argon2.ts`,
    },
  },
  test: {
    root,
    pool: "forks",
    maxWorkers: 2,
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        extends: true,
        test: {
          ...shared,
          name: "unit",
          include: ["tests/unit/**/*.test.ts", "tests/architecture/**/*.test.ts"],
        },
      },
      {
        extends: true,
        test: { ...database, name: "integration", include: ["tests/integration/**/*.test.ts"] },
      },
      {
        extends: true,
        // What the database itself promises: rights, row security, what is frozen and appended. Which plan is taken is asked
        // of 18 alone, with thousands of rows a table.
        test: {
          ...database,
          name: "postgres-16",
          include: ["tests/integration/platform/**/*.test.ts"],
          exclude: ["tests/integration/platform/{explain,auth-timing}.test.ts", ...sameOnBoth],
        },
      },
      {
        extends: true,
        // Against the production build, which is made before. Each file has a database and a web process of its own.
        test: { ...database, name: "http", include: ["tests/http/**/*.test.ts"] },
      },
      {
        extends: true,
        // What npm test asks of fewer is asked here with its whole count.
        test: {
          ...database,
          name: "deep",
          env: { ...env, FILLED_ROWS: "20000", HARMLESS_DOCUMENTS: "240", DRAWN_CELLS: "400" },
          include: [
            "tests/deep/**/*.test.ts",
            "tests/integration/{platform/explain,tasks/many-tasks}.test.ts",
            "tests/integration/{meetings/differential,petitions/way-differential}.test.ts",
            "tests/unit/platform/files/secret-guard.test.ts",
          ],
          testTimeout: 1_800_000,
        },
      },
      {
        extends: true,
        test: {
          ...shared,
          name: "launcher",
          include: ["tests/launcher/**/*.test.ts"],
          // Each brings up whole portals and kills them: one at a time.
          fileParallelism: false,
        },
      },
    ],
  },
});
