import type { Role } from "@/lib/platform/policy/rule-table";
import type { Caller } from "@/lib/platform/tenancy/actor";
import type { SeededPost, SeededTenant } from "./create-tenant";

export function postOf(seeded: SeededTenant, office: string, role: Role): SeededPost {
  const post = seeded.posts.find((candidate) => candidate.officeCode === office && candidate.role === role);
  if (!post) throw new Error(`nobody is ${role} of ${office} in ${seeded.tenant.slug}`);
  return post;
}

/** The caller of a command as that person would be after signing in and choosing that post. */
export function callerOf(seeded: SeededTenant, post: SeededPost): Caller {
  return {
    tenant: seeded.tenant,
    session: {
      sessionId: "00000000-0000-0000-0000-000000000000",
      accountId: post.accountId,
      actingPostId: post.postId,
    },
  };
}

export function as(seeded: SeededTenant, office: string, role: Role): Caller {
  return callerOf(seeded, postOf(seeded, office, role));
}
