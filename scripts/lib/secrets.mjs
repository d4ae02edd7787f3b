// The secrets of one installation, made at its first start and readable by its owner alone.
import { randomBytes } from "node:crypto";
import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Fault } from "./fault.mjs";
import { messages } from "./messages.mjs";
import { loginRoles } from "./roles.mjs";

function random(bytes = 24) {
  return randomBytes(bytes).toString("base64url");
}

function newSecrets() {
  return {
    AUTH_SECRET: random(32),
    PORTAL_SERVER_KEY: randomBytes(32).toString("base64"),
    PORTAL_LETTER_KEY: randomBytes(32).toString("base64"),
    NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: randomBytes(32).toString("base64"),
    PORTAL_DEMO_PASSWORD: `demo-${random(9)}`,
    superuser: random(),
    roles: Object.fromEntries(loginRoles.map((role) => [role, random()])),
  };
}

/** The file of a data folder. */
export function secretsFile(folder) {
  return join(folder, "secrets");
}

/** Reads the secrets; undefined when there are none yet. */
export function readSecrets(folder) {
  const file = secretsFile(folder);
  if (!existsSync(file)) return undefined;
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch (error) {
    throw new Fault(messages.secretsUnreadable(file, error.message));
  }
}

/**
 * Reads the secrets, making what is missing. A cluster without its secrets is refused: nobody could open it any more.
 */
export function ensureSecrets(folder, clusterExists) {
  const known = readSecrets(folder);
  if (!known && clusterExists) throw new Fault(messages.secretsLost(secretsFile(folder)));
  const fresh = newSecrets();
  const secrets = { ...fresh, ...known, roles: { ...fresh.roles, ...known?.roles } };
  if (JSON.stringify(secrets) !== JSON.stringify(known)) {
    const unfinished = `${secretsFile(folder)}.${process.pid}`;
    writeFileSync(unfinished, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 });
    renameSync(unfinished, secretsFile(folder));
  }
  return secrets;
}
