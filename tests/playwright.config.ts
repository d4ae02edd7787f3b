import { join } from "node:path";
import { defineConfig } from "@playwright/test";

const root = join(import.meta.dirname, "..");
const port = Number(process.env.E2E_PORT ?? 3199);
const dataFolder = process.env.E2E_DATA ?? join(root, ".portal", "e2e");

// The journeys find the people of this installation with these.
process.env.PORTAL_DATA = dataFolder;
process.env.PORT = String(port);

export default defineConfig({
  testDir: "./e2e",
  outputDir: "../test-results",
  // Bounds for what hangs, wide enough for a machine that does much else besides.
  timeout: 300_000,
  expect: { timeout: 30_000 },
  workers: 2,
  retries: 0,
  forbidOnly: true,
  reporter: process.env.PLAYWRIGHT_JSON_OUTPUT_FILE ? [["list"], ["json"]] : "list",
  use: {
    baseURL: `http://localhost:${port}`,
    locale: "vi-VN",
    timezoneId: "Asia/Kathmandu",
    // A trace is recorded all along and costs much of what is tested: it is for one who looks for a fault.
    trace: process.env.E2E_TRACE ? "retain-on-failure" : "off",
    screenshot: "only-on-failure",
    launchOptions: {
      ...(process.env.CHROMIUM_PATH ? { executablePath: process.env.CHROMIUM_PATH } : {}),
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    },
  },
  webServer: {
    command: "node scripts/start.mjs",
    cwd: root,
    env: { PORT: String(port), PORTAL_DATA: dataFolder, PORTAL_STORIES: "1" },
    url: `http://localhost:${port}/api/health`,
    timeout: 600_000,
    reuseExistingServer: false,
    gracefulShutdown: { signal: "SIGTERM", timeout: 20_000 },
    stdout: "ignore",
    stderr: "pipe",
  },
});
