// One kind of proof each. A suite answers { passed, failed, skipped, notes, output }: notes name what was skipped.
import { chmodSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findChromium, findPdfsig } from "./browser-tools.mjs";
import { generateClient, isClientFresh } from "./generated-client.mjs";
import { node24, pathWithModules } from "./node-24.mjs";
import { buildPortal } from "./production-build.mjs";
import { runProgram } from "./run-program.mjs";
import { isPortFree } from "./web-port.mjs";

// Fewer modules than this means the tool was blind, not that the product shrank.
const leastModules = 150;
const least = { unit: 100, integration: 1, "postgres-16": 1, http: 100, launcher: 1, browser: 1, deep: 1 };

const environment = {
  ...process.env,
  PATH: pathWithModules(),
  NO_COLOR: "1",
  FORCE_COLOR: "0",
  NEXT_TELEMETRY_DISABLED: "1",
};

function verdict({ code, output }) {
  return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0, notes: [], output };
}

function failure(output) {
  return verdict({ code: 1, output });
}

function skip(note) {
  return { passed: 0, failed: 0, skipped: 1, notes: [note], output: "" };
}

function tool(file, ...args) {
  return runProgram(node24, [join("node_modules", file), ...args], { env: environment });
}

async function types() {
  if (!isClientFresh()) await generateClient();
  const generated = await tool("next/dist/bin/next", "typegen");
  if (generated.code !== 0) return failure(generated.output);
  return verdict(await tool("typescript/bin/tsc", "--noEmit"));
}

async function lint() {
  return verdict(await tool("oxlint/bin/oxlint", "--type-aware"));
}

async function format() {
  return verdict(await tool("@biomejs/biome/bin/biome", "format", "."));
}

async function directions() {
  if (!isClientFresh()) await generateClient();
  const folders = ["app", "components", "lib", "prisma"];
  const config = ["--config", "tests/dependency-cruiser.cjs"];
  const cruiser = "dependency-cruiser/bin/dependency-cruiser.mjs";
  const told = await tool(cruiser, ...folders, ...config, "--output-type", "err");
  if (told.code !== 0) return failure(told.output);
  const modules = Number(/\((\d+) modules/.exec(told.output)?.[1] ?? 0);
  if (modules < leastModules)
    return failure(`${modules} modules seen, at least ${leastModules} expected\n${told.output}`);
  return verdict(told);
}

async function unused() {
  return verdict(await tool("knip/bin/knip.js", "--no-progress"));
}

async function lockfile() {
  return verdict(
    await runProgram(node24, ["scripts/complete-lockfile.mjs", "--check"], { env: environment }),
  );
}

async function migrations() {
  return verdict(await runProgram(node24, ["scripts/db-migrate.mjs", "check"], { env: environment }));
}

async function build() {
  try {
    if (!isClientFresh()) await generateClient();
    await buildPortal({ again: true });
    return verdict({ code: 0, output: "" });
  } catch (error) {
    return failure(error.message);
  }
}

function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return undefined;
  }
}

function withReport(work) {
  const folder = mkdtempSync(join(tmpdir(), "portal-report-"));
  return work(join(folder, "report.json")).finally(() => rmSync(folder, { recursive: true, force: true }));
}

// A runner that failed without a failed test (a file that cannot be loaded, an error outside tests) still failed.
function tally({ name, code, passed, failed, skipped, notes, output }) {
  const silent = code !== 0 && failed === 0 ? 1 : 0;
  const blind = passed + failed < least[name] ? 1 : 0;
  const words = blind ? `\n${name}: ${passed + failed} tests ran, at least ${least[name]} expected` : "";
  return { passed, failed: failed + Math.max(silent, blind), skipped, notes, output: output + words };
}

function vitest(name, env = {}) {
  return withReport(async (report) => {
    const { code, output } = await runProgram(
      node24,
      [
        "node_modules/vitest/vitest.mjs",
        "run",
        "--config=tests/vitest.config.ts",
        `--project=${name}`,
        "--reporter=default",
        "--reporter=json",
        `--outputFile.json=${report}`,
      ],
      { env: { ...environment, ...env } },
    );
    const found = readReport(report);
    const tests = found?.testResults.flatMap((file) => file.assertionResults) ?? [];
    const skipped = tests.filter((test) => test.status !== "passed" && test.status !== "failed");
    return tally({
      name,
      code,
      passed: found?.numPassedTests ?? 0,
      failed: found?.numFailedTests ?? 0,
      skipped: skipped.length,
      notes: skipped.map((test) => test.fullName),
      output,
    });
  });
}

async function integration() {
  const pdfsig = await findPdfsig();
  const result = await vitest("integration");
  if (pdfsig) return result;
  return { ...result, skipped: result.skipped + 1, notes: [...result.notes, "pdfsig: not to be had"] };
}

/** Without Chromium the pages are not looked at in a browser, and the tests say so as skipped. */
async function http() {
  const chromium = await findChromium();
  return vitest("http", chromium ? { CHROMIUM_PATH: chromium } : {});
}

function specsOf(suite) {
  return [...(suite.specs ?? []), ...(suite.suites ?? []).flatMap(specsOf)];
}

async function freeTcpPort(from) {
  for (let port = from; ; port += 1) if (await isPortFree(port)) return port;
}

async function browser() {
  const chromium = await findChromium();
  if (!chromium) return skip("browser journeys: no Chromium to be had");
  const data = mkdtempSync(join(tmpdir(), "portal-journeys-"));
  // The database's user has to pass when the tests run as root.
  chmodSync(data, 0o755);
  return await withReport(async (report) => {
    const env = {
      ...environment,
      CHROMIUM_PATH: chromium,
      E2E_DATA: join(data, "data"),
      E2E_PORT: String(await freeTcpPort(3199)),
      PLAYWRIGHT_JSON_OUTPUT_FILE: report,
    };
    const playwright = [
      "node_modules/@playwright/test/cli.js",
      "test",
      "--config=tests/playwright.config.ts",
    ];
    const { code, output } = await runProgram(node24, playwright, { env });
    const found = readReport(report);
    const skipped = found
      ? found.suites.flatMap(specsOf).filter((spec) => spec.tests.some((test) => test.status === "skipped"))
      : [];
    return tally({
      name: "browser",
      code,
      passed: found?.stats.expected ?? 0,
      failed: (found?.stats.unexpected ?? 0) + (found?.stats.flaky ?? 0),
      skipped: found?.stats.skipped ?? 0,
      notes: skipped.map((spec) => spec.title),
      output,
    });
  }).finally(() => rmSync(data, { recursive: true, force: true }));
}

const unit = { name: "unit", run: () => vitest("unit") };
const looks = [
  { name: "types", run: types },
  { name: "lint", run: lint },
  { name: "format", run: format },
  { name: "import directions", run: directions },
  { name: "unused code", run: unused },
  { name: "lockfile", run: lockfile },
];

/** What `npm run check` runs: no database. */
export const quickSuites = [unit, ...looks];

/**
 * What `npm test` runs, stage after stage, the suites of a stage two at a time, so that two cores always have something to
 * do: the build is there before whoever asks it; beside the launcher, which mostly waits and whose starts are held to
 * seconds, run those that are short and alone; then those that use both cores by themselves, the longest first.
 */
export const stages = [
  [{ name: "production build", run: build }, unit],
  [
    { name: "launcher", run: () => vitest("launcher") },
    ...looks,
    { name: "migrations match the schema", run: migrations },
    { name: "platform (PostgreSQL 16)", run: () => vitest("postgres-16") },
  ],
  [
    { name: "integration (PostgreSQL 18)", run: integration },
    { name: "browser journeys", run: browser },
    { name: "every page over HTTP", run: http },
  ],
];

/** What `npm run test:deep` runs: heavy counts. */
export const deepSuites = [
  { name: "deep", run: () => vitest("deep") },
  { name: "platform (PostgreSQL 16)", run: () => vitest("postgres-16", { POSTGRES_16: "whole" }) },
];
