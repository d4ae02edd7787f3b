import "server-only";
import { PrismaPg } from "@prisma/adapter-pg";
import { env } from "@/lib/platform/env";
import { PrismaClient } from "./generated/client";
import { oneAtATime } from "./one-at-a-time";

type Clients = {
  app?: PrismaClient | undefined;
  auth?: PrismaClient | undefined;
  public?: PrismaClient | undefined;
  worker?: PrismaClient | undefined;
};

// Kept on globalThis: the development server loads modules again at each change, but the pools must stay.
const kept = globalThis as typeof globalThis & { portalClients?: Clients };
kept.portalClients ??= {};
const clients = kept.portalClients;

function connect(url: string, max: number): PrismaClient {
  return new PrismaClient({
    adapter: oneAtATime(
      new PrismaPg({
        connectionString: url,
        max,
        idleTimeoutMillis: 30_000,
        connectionTimeoutMillis: 5_000,
      }),
    ),
  });
}

/** As `portal_app`: tenant tables under row security. Used through tenant-transaction.ts only. */
export function appClient(): PrismaClient {
  clients.app ??= connect(env().DATABASE_URL, 10);
  return clients.app;
}

/** As `portal_auth`: the global sign-in tables and nothing else. */
export function authClient(): PrismaClient {
  clients.auth ??= connect(env().DATABASE_AUTH_URL, 5);
  return clients.auth;
}

/** As `portal_public`, for who is not signed in: no table, only the functions made for that. */
export function publicClient(): PrismaClient {
  const url = env().DATABASE_PUBLIC_URL;
  if (!url) throw new Error("environment: DATABASE_PUBLIC_URL");
  clients.public ??= connect(url, 4);
  return clients.public;
}

/** As `portal_worker`: the system's own acts, by tenant alone. */
export function workerClient(): PrismaClient {
  const url = env().DATABASE_DIRECT_URL;
  if (!url) throw new Error("environment: DATABASE_DIRECT_URL");
  clients.worker ??= connect(url, 4);
  return clients.worker;
}

/** Ends every pool; for processes that finish. */
export async function disconnect(): Promise<void> {
  const open = [clients.app, clients.auth, clients.public, clients.worker];
  clients.app = undefined;
  clients.auth = undefined;
  clients.public = undefined;
  clients.worker = undefined;
  await Promise.all(open.map(async (client) => client?.$disconnect()));
}
