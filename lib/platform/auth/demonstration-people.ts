import "server-only";
import { authClient } from "@/lib/platform/db/client";
import { env } from "@/lib/platform/env";

export type DemonstrationHolding = {
  tenantName: string;
  officeCode: string;
  officeName: string;
  officeTint: number;
  personName: string;
  postTitle: string;
  email: string;
};

/** Who may be played, one row for each post held today, by tenant and office; null outside demonstration mode. */
export async function demonstrationPeople(): Promise<DemonstrationHolding[] | null> {
  if (env().PORTAL_DEMO !== "1") return null;
  return authClient().$queryRaw<DemonstrationHolding[]>`
    select tenant_name as "tenantName", office_code as "officeCode", office_name as "officeName",
      office_tint as "officeTint", person_name as "personName", post_title as "postTitle", email
    from demonstration_people()`;
}
