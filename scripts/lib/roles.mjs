// The database roles of the portal, each with no more than its part needs. The same SQL is run on the embedded
// server and printed for the administrator of a given one (`npm run db:migrate -- roles`).
import pg from "pg";
import { urlWith } from "./database-url.mjs";

/** Every login role. `portal_definer` has no login and so no password. */
export const loginRoles = [
  "portal_owner",
  "portal_app",
  "portal_worker",
  "portal_auth",
  "portal_public",
  "portal_operator",
];

/** The name under which each login role's address is handed to a process. */
export const urlNames = {
  portal_app: "DATABASE_URL",
  portal_owner: "DATABASE_OWNER_URL",
  portal_worker: "DATABASE_DIRECT_URL",
  portal_auth: "DATABASE_AUTH_URL",
  portal_public: "DATABASE_PUBLIC_URL",
  portal_operator: "DATABASE_OPERATOR_URL",
};

const everyRole = [...loginRoles, "portal_definer"];

function literal(text) {
  return `'${text.replaceAll("'", "''")}'`;
}

function attributes(role) {
  const login = role === "portal_definer" ? "NOLOGIN" : "LOGIN";
  // The owner bypasses row security: under FORCE a plain owner's data migration changes no row and says nothing.
  const bypass = role === "portal_owner" ? "BYPASSRLS" : "NOBYPASSRLS";
  return `${login} ${bypass} NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION`;
}

/** SQL that makes or mends the roles of a server. `passwordOf(role)` gives the password in clear. */
export function rolesSql(passwordOf) {
  const make = everyRole.map(
    (role) => `DO $$ BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '${role}') THEN CREATE ROLE ${role}; END IF;
END $$;
ALTER ROLE ${role} ${attributes(role)};`,
  );
  const passwords = loginRoles.map((role) => `ALTER ROLE ${role} PASSWORD ${literal(passwordOf(role))};`);
  // The owner hands functions over to portal_definer, which needs membership.
  return [...make, ...passwords, "GRANT portal_definer TO portal_owner;"].join("\n");
}

/** SQL for the grants on the database itself. A database copied from a template does not inherit them. */
export function databaseGrantsSql(database) {
  const name = pg.escapeIdentifier(database);
  return [
    `ALTER DATABASE ${name} OWNER TO portal_owner;`,
    `REVOKE ALL ON DATABASE ${name} FROM PUBLIC;`,
    `GRANT CONNECT ON DATABASE ${name} TO ${loginRoles.join(", ")};`,
  ].join("\n");
}

/** SQL to be run inside the database, as a superuser: extension, schemas, and who may enter them. */
export function schemasSql() {
  return [
    "CREATE EXTENSION IF NOT EXISTS btree_gist;",
    "REVOKE ALL ON SCHEMA public FROM PUBLIC;",
    "GRANT ALL ON SCHEMA public TO portal_owner;",
    // An owner of a function needs CREATE on its schema at the moment it is handed over.
    "GRANT USAGE, CREATE ON SCHEMA public TO portal_definer;",
    `GRANT USAGE ON SCHEMA public TO ${loginRoles.filter((role) => role !== "portal_owner").join(", ")};`,
    "ALTER DEFAULT PRIVILEGES FOR ROLE portal_owner REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;",
    "CREATE SCHEMA IF NOT EXISTS pgboss AUTHORIZATION portal_worker;",
  ].join("\n");
}

/** The whole as a psql script with placeholders, for the administrator of a given server. */
export function printableRolesSql(database) {
  const name = pg.escapeIdentifier(database);
  return `-- Run by a superuser: psql -f roles.sql postgres
-- Replace every <password of ...> by a password of your own first. May be run again.
${rolesSql((role) => `<password of ${role}>`)}

SELECT 'CREATE DATABASE ${name} TEMPLATE template0 ENCODING ''UTF8'' LOCALE_PROVIDER icu ICU_LOCALE ''vi'' OWNER portal_owner'
  WHERE NOT EXISTS (SELECT FROM pg_database WHERE datname = ${literal(database)}) \\gexec
${databaseGrantsSql(database)}
\\connect ${name}
${schemasSql()}
`;
}

async function runAt(url, work) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/**
 * The address of every login role in one database of a server: { DATABASE_URL, DATABASE_OWNER_URL, ... }.
 * @param {string} serverUrl
 * @param {string} database
 * @param {(role: string) => string} passwordOf
 * @returns {Record<string, string>}
 */
export function roleUrls(serverUrl, database, passwordOf) {
  return Object.fromEntries(
    loginRoles.map((role) => [
      urlNames[role],
      urlWith(serverUrl, { user: role, password: passwordOf(role), database }),
    ]),
  );
}

/**
 * Makes or mends the roles of a server and one database in it, and answers the addresses of all login roles.
 * Idempotent. Throws what PostgreSQL says, above all when `superuserUrl` is not a superuser's.
 * @param {string} superuserUrl
 * @param {string} database
 * @param {(role: string) => string} passwordOf
 * @returns {Promise<Record<string, string>>}
 */
export async function makeRoles(superuserUrl, database, passwordOf) {
  await runAt(superuserUrl, (client) => client.query(rolesSql(passwordOf)));
  await makeDatabase(superuserUrl, database);
  return roleUrls(superuserUrl, database, passwordOf);
}

/** Makes one database with all grants on a server that has the roles already, unless it is there. */
export async function makeDatabase(superuserUrl, database) {
  await runAt(superuserUrl, async (client) => {
    const found = await client.query("SELECT FROM pg_database WHERE datname = $1", [database]);
    if (found.rowCount === 0) {
      await client.query(
        `CREATE DATABASE ${pg.escapeIdentifier(database)} TEMPLATE template0 ENCODING 'UTF8'
           LOCALE_PROVIDER icu ICU_LOCALE 'vi' OWNER portal_owner`,
      );
    }
    await client.query(databaseGrantsSql(database));
  });
  await runAt(urlWith(superuserUrl, { database }), (client) => client.query(schemasSql()));
}

/** Copies a prepared database. Nobody may be connected to the template. */
export async function copyDatabase(superuserUrl, template, database) {
  await runAt(superuserUrl, async (client) => {
    await client.query(
      `CREATE DATABASE ${pg.escapeIdentifier(database)} TEMPLATE ${pg.escapeIdentifier(template)} STRATEGY FILE_COPY OWNER portal_owner`,
    );
    await client.query(databaseGrantsSql(database));
  });
}

/** Drops a database and every session in it. */
export async function dropDatabase(superuserUrl, database) {
  await runAt(superuserUrl, (client) =>
    client.query(`DROP DATABASE IF EXISTS ${pg.escapeIdentifier(database)} WITH (FORCE)`),
  );
}
