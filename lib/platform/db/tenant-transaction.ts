import "server-only";
import { appClient, workerClient } from "./client";
import type { Prisma } from "./generated/client";

/** A transaction in which row security knows tenant, account and (once chosen) office. */
export type TenantTx = Prisma.TransactionClient;

// Prisma's own defaults (wait 2 s, run 5 s) are short for a signature under load; past these it is "busy", 503.
const limits = { maxWait: 5_000, timeout: 15_000 };

export type TransactionScope = { tenantId: string; accountId: string };

/** Runs `work` as `portal_app` in one transaction of one tenant. Answers what `work` answers; rolls back on any throw. */
export async function inTenant<T>(scope: TransactionScope, work: (tx: TenantTx) => Promise<T>): Promise<T> {
  return appClient().$transaction(async (tx) => {
    await tx.$queryRaw`select set_config('app.tenant_id', ${scope.tenantId}, true),
      set_config('app.account_id', ${scope.accountId}, true), set_config('lock_timeout', '3s', true)`;
    return work(tx);
  }, limits);
}

/** The same, promised to write nothing. */
export async function readInTenant<T>(
  scope: TransactionScope,
  work: (tx: TenantTx) => Promise<T>,
): Promise<T> {
  return appClient().$transaction(async (tx) => {
    await tx.$queryRaw`select set_config('transaction_read_only', 'on', true),
      set_config('app.tenant_id', ${scope.tenantId}, true), set_config('app.account_id', ${scope.accountId}, true)`;
    return work(tx);
  }, limits);
}

/** From here on the transaction acts for one office: what it may read and write follows from it. */
export async function actForOffice(tx: TenantTx, officeId: string): Promise<void> {
  await tx.$queryRaw`select set_config('app.office_id', ${officeId}, true)`;
}

/** Runs `work` as the system (`portal_worker`) in one tenant: no account, no office. */
export async function asSystem<T>(tenantId: string, work: (tx: TenantTx) => Promise<T>): Promise<T> {
  return workerClient().$transaction(async (tx) => {
    await tx.$queryRaw`select set_config('app.tenant_id', ${tenantId}, true)`;
    return work(tx);
  }, limits);
}
