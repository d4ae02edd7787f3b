import "server-only";
import { workerClient } from "@/lib/platform/db/client";

/** Every tenant's id, for work that goes round all of them in one tenant transaction after another. */
export async function listTenantIds(): Promise<string[]> {
  const tenants = await workerClient().tenant.findMany({ select: { id: true }, orderBy: { id: "asc" } });
  return tenants.map((tenant) => tenant.id);
}
