// The tables of the job queue belong to the worker's role. They are made with the migrations, so that the web may put
// jobs before a worker has ever run.
import pg from "pg";
import { PgBoss } from "pg-boss";
import queues from "../../lib/platform/outbox/queues.json" with { type: "json" };

const grants = `
GRANT USAGE ON SCHEMA pgboss TO portal_app;
GRANT SELECT ON pgboss.queue, pgboss.version TO portal_app;
GRANT INSERT, SELECT (id, start_after) ON pgboss.job_common TO portal_app;
`;

/** Makes or updates the queue's tables as `portal_worker`, and lets the application put jobs. Idempotent. */
export async function prepareQueue(workerUrl) {
  const boss = new PgBoss({
    connectionString: workerUrl,
    createSchema: false,
    supervise: false,
    schedule: false,
    max: 2,
  });
  boss.on("error", () => undefined);
  await boss.start();
  for (const name of queues)
    await boss.createQueue(name, { retryLimit: 5, retryDelay: 2, retryBackoff: true });
  await boss.stop({ graceful: false });
  const client = new pg.Client({ connectionString: workerUrl });
  await client.connect();
  try {
    await client.query(grants);
  } finally {
    await client.end();
  }
}
