import pg from "pg";
import type { TestProject } from "vitest/node";
import { startPostgres } from "@/scripts/lib/embedded-postgres.mjs";
import { deploy } from "@/scripts/lib/migrations.mjs";
import { prepareQueue } from "@/scripts/lib/queue-schema.mjs";
import { makeRoles } from "@/scripts/lib/roles.mjs";
import { passwordOf, templateDatabase } from "@/tests/support/database-names";
import { makeSeededTemplate, type SeededSnapshot } from "@/tests/support/seeded-template";

declare module "vitest" {
  export interface ProvidedContext {
    superuserUrl: string;
    postgresMajor: number;
    seeded: SeededSnapshot;
  }
}

// Tests look at every table many times over, as the superuser: starting processes to help costs more than they give.
async function lookAlone(superuserUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: superuserUrl });
  await client.connect();
  await client.query("alter role current_user set max_parallel_workers_per_gather = 0");
  await client.end();
}

/** Starts one throw-away server for the whole run, with the roles, one migrated and one seeded database as templates. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const major = project.name === "postgres-16" ? 16 : 18;
  const server = await startPostgres({ major, ephemeral: true });
  try {
    const urls = await makeRoles(server.superuserUrl, templateDatabase, passwordOf);
    await prepareQueue(urls.DATABASE_DIRECT_URL);
    await deploy(urls.DATABASE_OWNER_URL);
    project.provide("seeded", await makeSeededTemplate(server.superuserUrl));
    await lookAlone(server.superuserUrl);
  } catch (error) {
    await server.stop();
    throw error;
  }
  project.provide("superuserUrl", server.superuserUrl);
  project.provide("postgresMajor", major);
  return server.stop;
}
