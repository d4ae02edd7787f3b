import { localTarget } from "./local-target";
import type { LiveSession } from "./sessions";

type OwnTenants = Pick<LiveSession, "tenants">;

/** Where a person's work begins: the first of their tenants; null for an account that belongs to none. */
export function homeOf({ tenants }: OwnTenants): string | null {
  const [first] = tenants;
  return first ? `/${first.slug}` : null;
}

/** The address that was wanted if it lies in a tenant of this person, else where their work begins. */
export function targetAfterSignIn(session: OwnTenants, wanted: string | undefined): string | null {
  const slugs = session.tenants.map((tenant) => tenant.slug);
  return localTarget(wanted ?? "", slugs) ?? homeOf(session);
}
