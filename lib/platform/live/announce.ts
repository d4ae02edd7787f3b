import "server-only";
import { z } from "zod";
import { workerClient } from "@/lib/platform/db/client";
import { channel } from "./channel";

const data = z.object({ tenantId: z.uuid() });

/**
 * Tells every web process that something changed in a tenant. From the worker, because a transaction that notifies commits
 * alone in the whole database: a change itself must not. Any role may listen, so nothing but the tenant's id is said.
 */
export async function announce(raw: unknown): Promise<void> {
  const { tenantId } = data.parse(raw);
  await workerClient().$executeRaw`select pg_notify(${channel}, ${tenantId})`;
}
