import "server-only";
import { notFound, redirect } from "next/navigation";
import { currentSession } from "@/lib/platform/auth/current-session";
import type { Caller } from "@/lib/platform/tenancy/actor";

/** The caller of a page: nobody goes to sign-in, a stranger to the tenant gets the 404 of what never existed. */
export async function pageCaller(tenantSlug: string): Promise<Caller> {
  const session = await currentSession();
  if (!session) redirect(`/sign-in?next=${encodeURIComponent(`/${tenantSlug}`)}`);
  const tenant = session.tenants.find((candidate) => candidate.slug === tenantSlug);
  if (!tenant) notFound();
  return { tenant, session };
}

/** The caller of an act or a file: null session is 401 there, a foreign tenant is "not found". */
export async function actCaller(tenantSlug: string): Promise<Caller | "signed-out" | "not-found"> {
  const session = await currentSession();
  if (!session) return "signed-out";
  const tenant = session.tenants.find((candidate) => candidate.slug === tenantSlug);
  return tenant ? { tenant, session } : "not-found";
}
