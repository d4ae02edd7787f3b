import type { Role } from "@/lib/platform/policy/rule-table";

/** One post a person may act from today. */
export type ActingPost = {
  postId: string;
  postTitle: string;
  role: Role;
  officeId: string;
  officeCode: string;
  officeName: string;
  officeTint: number;
};

/** Who asks: a person in one tenant, acting from one post of one office. */
export type Actor = ActingPost & {
  tenantId: string;
  tenantSlug: string;
  tenantName: string;
  demo: boolean;
  accountId: string;
  personId: string;
  personName: string;
  /** Every post the person holds today, the acting one among them. */
  posts: readonly ActingPost[];
};

/** What the session knows before a tenant's tables are read. */
export type SessionScope = {
  sessionId: string;
  accountId: string;
  actingPostId: string | null;
};

export type TenantRef = { id: string; slug: string; name: string; demo: boolean };

/** Who calls a command or a query: a signed-in account in one tenant. */
export type Caller = { tenant: TenantRef; session: SessionScope };
