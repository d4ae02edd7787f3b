import type { TestProject } from "vitest/node";
import { startPostgres } from "@/scripts/lib/embedded-postgres.mjs";
import { deploy } from "@/scripts/lib/migrations.mjs";
import { prepareQueue } from "@/scripts/lib/queue-schema.mjs";
import { makeRoles } from "@/scripts/lib/roles.mjs";
import { passwordOf, templateDatabase } from "@/tests/support/database-names";

declare module "vitest" {
  export interface ProvidedContext {
    superuserUrl: string;
    postgresMajor: number;
  }
}

/** Starts one throw-away server for the whole run, with the roles and one migrated database as template. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const major = project.name === "postgres-16" ? 16 : 18;
  const server = await startPostgres({ major, ephemeral: true });
  try {
    const urls = await makeRoles(server.superuserUrl, templateDatabase, passwordOf);
    await prepareQueue(urls.DATABASE_DIRECT_URL);
    await deploy(urls.DATABASE_OWNER_URL);
  } catch (error) {
    await server.stop();
    throw error;
  }
  project.provide("superuserUrl", server.superuserUrl);
  project.provide("postgresMajor", major);
  return server.stop;
}
