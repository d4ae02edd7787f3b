import type { Role } from "@/lib/platform/policy/rule-table";
import type { SeededPost, SeededTenant } from "@/prisma/seed/create-tenant";
import { type Province, stranger } from "@/tests/support/builders/province";
import type { Draw } from "./draw";

/** Who tries: an account that says it acts from this post of this office, in this tenant, whether or not that is true. */
export type Tries = {
  kind: "own" | "stranger" | "post-not-held" | "other-tenant" | "intruder";
  tenant: SeededTenant["tenant"];
  accountId: string;
  personId: string;
  post: SeededPost;
};

function as(kind: Tries["kind"], tenant: SeededTenant, person: SeededPost, post: SeededPost = person): Tries {
  return { kind, tenant: tenant.tenant, accountId: person.accountId, personId: person.personId, post };
}

const working: readonly Role[] = ["chief", "deputy-chief", "department-head", "specialist"];

/** Half of them people who work in an office with a part, a fifth anybody there, the rest people who have none. */
export function drawActor(draw: Draw, { phuTho, haGiang }: Province): Tries {
  const own = phuTho.posts.filter((post) => post.officeCode !== stranger);
  const kind = draw.pick([
    ...(["working", "working", "working", "working", "working", "anybody", "anybody"] as const),
    ...(["stranger", "not-held", "other", "intruder"] as const),
  ]);
  const person = draw.pick(own);
  if (kind === "working")
    return as("own", phuTho, draw.pick(own.filter((post) => working.includes(post.role))));
  if (kind === "stranger") {
    return as("stranger", phuTho, draw.pick(phuTho.posts.filter((post) => post.officeCode === stranger)));
  }
  // Says it acts from a post that somebody else holds, in an office where the person has none.
  if (kind === "not-held") {
    const offices = own.filter((post) => post.personId === person.personId).map((post) => post.officeId);
    return as(
      "post-not-held",
      phuTho,
      person,
      draw.pick(own.filter((post) => !offices.includes(post.officeId))),
    );
  }
  if (kind === "other") return as("other-tenant", haGiang, draw.pick(haGiang.posts));
  // An account of the other tenant that names this tenant and one of its posts.
  if (kind === "intruder") return as("intruder", phuTho, draw.pick(haGiang.posts), person);
  return as("own", phuTho, person);
}
