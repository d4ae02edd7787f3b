import { afterAll, beforeAll, expect, test } from "vitest";
import { GET } from "@/app/api/health/route";
import { disconnect } from "@/lib/platform/db/client";
import { startHeartbeat } from "@/lib/platform/outbox/heartbeat";
import { type TestDatabase, testDatabase } from "@/tests/support/database";

let database: TestDatabase;
let closed = false;

beforeAll(async () => {
  database = await testDatabase();
});

afterAll(async () => {
  await disconnect();
  if (!closed) await database.close();
});

async function asked(): Promise<{ status: number; body: unknown }> {
  const response = await GET();
  return { status: response.status, body: await response.json() };
}

const noWorker = { status: 503, body: { status: "unavailable", part: "worker" } };

test("without any heartbeat the worker is missing", async () => {
  expect(await asked()).toEqual(noWorker);
});

test("with a fresh heartbeat all is well, with an old one it is not", async () => {
  const heartbeat = await startHeartbeat();
  heartbeat.stop();
  expect(await asked()).toEqual({ status: 200, body: { status: "ok" } });
  await database.pool("owner").query("update worker_heartbeats set at = now() - interval '31 seconds'");
  expect(await asked()).toEqual(noWorker);
});

test("without a database it says so and no more", async () => {
  closed = true;
  await database.close();
  expect(await asked()).toEqual({ status: 503, body: { status: "unavailable", part: "database" } });
});
