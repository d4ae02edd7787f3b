import "server-only";
import { notFound } from "next/navigation";
import type { Actor } from "@/lib/platform/tenancy/actor";
import { pageCaller } from "@/lib/platform/tenancy/caller";
import { type Query, runQuery } from "./run-query";

/** What a page's loader calls: who asks, one query, and the 404 of everything that is not theirs. */
export async function loadPage<Input, View>(
  tenantSlug: string,
  query: Query<Input, View>,
  input: Input,
): Promise<{ actor: Actor; view: View }> {
  const caller = await pageCaller(tenantSlug);
  const found = await runQuery(query, caller, input);
  if (!found) notFound();
  return found;
}
