// What each process is told. A process never gets an address it has no use for; the web never the owner's.
import { pathWithModules } from "./node-24.mjs";

const owners = ["DATABASE_OWNER_URL", "DATABASE_OPERATOR_URL"];

function without(names) {
  // Written as undefined, because a child started by cluster gets this process's own environment underneath.
  return Object.fromEntries(names.map((name) => [name, undefined]));
}

function common({ urls, secrets, folder, demo, origin }) {
  return {
    ...process.env,
    ...without(["AUTH_URL", "NEXTAUTH_URL", "TZ", "NODE_OPTIONS", "PORTAL_DEMO", "PORTAL_DEMO_PASSWORD"]),
    PATH: pathWithModules(),
    ...urls,
    AUTH_SECRET: secrets.AUTH_SECRET,
    AUTH_TRUST_HOST: "true",
    PORTAL_SERVER_KEY: secrets.PORTAL_SERVER_KEY,
    PORTAL_LETTER_KEY: secrets.PORTAL_LETTER_KEY,
    NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: secrets.NEXT_SERVER_ACTIONS_ENCRYPTION_KEY,
    PORTAL_DATA: folder,
    // Mails link there. An installation that sends them has to say its own name.
    ...(demo && !process.env.PORTAL_URL ? { PORTAL_URL: origin } : {}),
    ...(demo ? { PORTAL_DEMO: "1", PORTAL_DEMO_PASSWORD: secrets.PORTAL_DEMO_PASSWORD } : {}),
    NEXT_TELEMETRY_DISABLED: "1",
  };
}

/** For the web processes. `hostname` and `port` are where the standalone server listens. */
export function webEnvironment(setting, { port, hostname, dev }) {
  return {
    ...common(setting),
    ...without(owners),
    NODE_ENV: dev ? "development" : "production",
    PORT: String(port),
    HOSTNAME: hostname,
  };
}

/** For the worker. tsx reads its path aliases from TSX_TSCONFIG_PATH. */
export function workerEnvironment(setting, { dev }) {
  return {
    ...common(setting),
    ...without(owners),
    NODE_ENV: dev ? "development" : "production",
    TSX_TSCONFIG_PATH: "tsconfig.worker.json",
  };
}

/** For the seed, the one that runs as owner. */
export function seedEnvironment(setting) {
  return { ...common(setting), NODE_ENV: "production", TSX_TSCONFIG_PATH: "tsconfig.worker.json" };
}
