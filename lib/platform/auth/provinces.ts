import "server-only";
import { authClient } from "@/lib/platform/db/client";

export type Province = { slug: string; name: string };

/** The tenants of this portal by name, for who has no account: which of them to write to. */
export async function provinces(): Promise<Province[]> {
  return authClient().$queryRaw<Province[]>`select slug, name from tenants order by name`;
}
