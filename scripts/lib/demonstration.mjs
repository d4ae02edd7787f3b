// The invented people of the demonstration: made once, when there is no tenant yet, and listed for who wants to try.
import { existsSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { seedEnvironment } from "./environments.mjs";
import { Fault } from "./fault.mjs";
import { messages } from "./messages.mjs";
import { node24 } from "./node-24.mjs";
import { root } from "./root.mjs";
import { runProgram } from "./run-program.mjs";

async function ask(ownerUrl, sql) {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

/** Whether there is no tenant yet. */
export async function isEmpty(ownerUrl) {
  const [row] = await ask(ownerUrl, "SELECT count(*)::int AS tenants FROM tenants");
  return row.tenants === 0;
}

function unfinishedFile(folder) {
  return join(folder, "seeding");
}

/** Whether an earlier seed was cut off: what it left is of no use to anybody. */
export function isHalfSeeded(folder) {
  return existsSync(unfinishedFile(folder));
}

/** Runs the seed. Throws a Fault with its words when it fails. */
export async function seed(setting, { guard } = {}) {
  writeFileSync(unfinishedFile(setting.folder), "");
  const { code, output } = await runProgram(
    node24,
    ["--import", "tsx", join(root, "prisma", "seed", "index.ts")],
    { env: seedEnvironment(setting), guard },
  );
  if (code !== 0) throw new Fault(messages.seedFailed(output));
  rmSync(unfinishedFile(setting.folder));
}

const peopleSql = `
SELECT tenants.slug AS tenant, offices.code AS office, offices.id AS "officeId", accounts.id AS "accountId",
       (array_agg(posts.title ORDER BY posts.title, posts.id))[1] AS post,
       array_agg(DISTINCT posts.role) AS roles, accounts.email AS email
  FROM post_holdings holding
  JOIN posts ON posts.tenant_id = holding.tenant_id AND posts.id = holding.post_id
  JOIN offices ON offices.tenant_id = posts.tenant_id AND offices.id = posts.office_id
  JOIN people ON people.tenant_id = holding.tenant_id AND people.id = holding.person_id
  JOIN accounts ON accounts.id = people.account_id
  JOIN tenants ON tenants.id = holding.tenant_id
 WHERE holding.from_date <= (now() AT TIME ZONE 'Asia/Ho_Chi_Minh')::date
   AND (holding.until_date IS NULL OR holding.until_date >= (now() AT TIME ZONE 'Asia/Ho_Chi_Minh')::date)
 GROUP BY tenants.slug, offices.code, offices.id, accounts.id, accounts.email
 ORDER BY tenants.slug DESC, offices.code, accounts.email`;

/**
 * The people who hold a post in an office today: [{ tenant, office, officeId, accountId, post, roles, email, password }],
 * one for each account and office.
 */
export async function people(ownerUrl, password) {
  return (await ask(ownerUrl, peopleSql)).map((row) => ({ ...row, password }));
}
