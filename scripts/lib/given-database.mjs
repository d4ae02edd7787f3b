// With addresses in the environment the portal uses that server. What it may not do is found out before anything runs.
import { hkdfSync } from "node:crypto";
import pg from "pg";
import { Fault } from "./fault.mjs";
import { messages } from "./messages.mjs";
import { urlNames } from "./roles.mjs";

const needed = ["portal_app", "portal_owner", "portal_worker", "portal_auth", "portal_public"];

/** Whether the operator gave a database of their own. */
export function isGiven() {
  return Boolean(process.env.DATABASE_URL || process.env.DATABASE_OWNER_URL);
}

// Published examples, and what people type to get past a check.
const wellKnown = /change|secret|example|default|password|matkhau|mật khẩu|12345678|abcdefgh/i;

function isPoor(text) {
  return text.length < 32 || new Set(text).size < 10 || wellKnown.test(text);
}

function isPoorKey(text) {
  const bytes = Buffer.from(text, "base64");
  return bytes.length !== 32 || bytes.toString("base64") !== text || new Set(bytes).size < 10;
}

/** The secrets of an installation with its own database. Throws a Fault for missing, short or well-known ones. */
export function givenSecrets() {
  const {
    AUTH_SECRET = "",
    PORTAL_SERVER_KEY = "",
    PORTAL_LETTER_KEY,
    NEXT_SERVER_ACTIONS_ENCRYPTION_KEY,
  } = process.env;
  const poor = [
    isPoor(AUTH_SECRET) ? "AUTH_SECRET" : "",
    isPoorKey(PORTAL_SERVER_KEY) ? "PORTAL_SERVER_KEY" : "",
    // Without one it follows from the server's key (lib/platform/env.ts).
    PORTAL_LETTER_KEY !== undefined && isPoorKey(PORTAL_LETTER_KEY) ? "PORTAL_LETTER_KEY" : "",
  ].filter(Boolean);
  if (poor.length > 0) throw new Fault(messages.poorSecrets(poor));
  // Every server must use the same key, so it follows from what they share already (RFC 5869).
  const derived = Buffer.from(hkdfSync("sha256", AUTH_SECRET, "", "next-server-actions", 32)).toString(
    "base64",
  );
  return {
    AUTH_SECRET,
    PORTAL_SERVER_KEY,
    PORTAL_LETTER_KEY,
    NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: NEXT_SERVER_ACTIONS_ENCRYPTION_KEY ?? derived,
  };
}

const facts = `
SELECT current_user AS name, rolsuper AS super, rolbypassrls AS bypass,
       current_setting('server_version_num')::int AS version, current_setting('server_encoding') AS encoding,
       has_schema_privilege(current_user, 'public', 'CREATE') AS creates,
       EXISTS (SELECT FROM pg_extension WHERE extname = 'btree_gist') AS gist,
       EXISTS (SELECT FROM pg_roles WHERE rolname = 'portal_definer'
                 AND pg_has_role(current_user, oid, 'MEMBER')) AS definer,
       EXISTS (SELECT FROM pg_namespace WHERE nspname = 'pgboss'
                 AND pg_has_role(current_user, nspowner, 'USAGE')) AS queue
  FROM pg_roles WHERE rolname = current_user`;

async function factsOf(role, url) {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5000 });
  try {
    await client.connect();
    return (await client.query(facts)).rows[0];
  } catch (error) {
    throw new Fault(messages.cannotConnect(urlNames[role], error.message));
  } finally {
    await client.end().catch(() => undefined);
  }
}

function faultsOf(role, found) {
  const name = urlNames[role];
  const faults = [];
  if (found.name !== role) faults.push(messages.wrongRole(name, found.name, role));
  if (role !== "portal_owner" && (found.super || found.bypass))
    faults.push(messages.tooMuchRight(name, found.name));
  if (role === "portal_owner") {
    if (!found.bypass) faults.push(messages.ownerNeedsBypass);
    if (!found.creates) faults.push(messages.ownerNeedsCreate);
    if (!found.definer) faults.push(messages.ownerNeedsDefiner);
    if (!found.gist) faults.push(messages.needsGist);
  }
  if (role === "portal_worker" && !found.queue) faults.push(messages.workerNeedsQueue);
  return faults;
}

/** The given addresses, after every role was tried on its own. Throws a Fault naming all that is missing. */
export async function checkedUrls() {
  const missing = needed.map((role) => urlNames[role]).filter((name) => !process.env[name]);
  if (missing.length > 0) throw new Fault(messages.missingUrls(missing));
  const urls = Object.fromEntries(needed.map((role) => [urlNames[role], process.env[urlNames[role]]]));
  const found = await Promise.all(needed.map((role) => factsOf(role, urls[urlNames[role]])));
  const [first] = found;
  if (first.version < 160000) throw new Fault(messages.tooOld(first.version));
  if (first.encoding !== "UTF8") throw new Fault(messages.givenNotUtf8(first.encoding));
  const faults = needed.flatMap((role, index) => faultsOf(role, found[index]));
  if (faults.length > 0) throw new Fault(messages.missingRights(faults));
  return urls;
}
