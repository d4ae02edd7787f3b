import "server-only";
import { type Role, roles } from "@/lib/platform/policy/rule-table";
import type { Query } from "@/lib/platform/queries/run-query";
import type { OfficeListView, OfficePost, ServedBody } from "../types";
import { loadHolders } from "./load-holders";

function rankOf(post: { role: Role }): number {
  return roles.indexOf(post.role);
}

function isStaffRole(role: string): role is Role {
  return (roles as readonly string[]).includes(role);
}

/** The offices of the tenant in their order, each with the bodies it serves, its posts and who holds them today. */
export const listOffices: Query<Record<string, never>, OfficeListView> = async ({ tx, actor }) => {
  const { tenantId } = actor;
  const offices = await tx.office.findMany({
    where: { tenantId },
    orderBy: { ordinal: "asc" },
    select: { id: true, code: true, name: true, symbol: true, tint: true },
  });
  const bodies = await tx.officeBody.findMany({
    where: { tenantId },
    orderBy: { body: { rank: "asc" } },
    select: { officeId: true, body: { select: { id: true, name: true } } },
  });
  const posts = await tx.post.findMany({
    where: { tenantId },
    orderBy: { title: "asc" },
    select: { id: true, officeId: true, bodyId: true, role: true },
  });
  const holders = await loadHolders(
    tx,
    tenantId,
    posts.map((post) => post.id),
  );
  const holderOf = (id: string) => holders.get(id) ?? { title: "", name: null };
  const served = (officeId: string): ServedBody[] =>
    bodies
      .filter((row) => row.officeId === officeId)
      .map(({ body }) => ({
        ...body,
        leaders: posts.filter((post) => post.bodyId === body.id).map(({ id }) => ({ id, ...holderOf(id) })),
      }));
  const staffed = (officeId: string): OfficePost[] =>
    posts
      .flatMap(({ id, role, ...post }) =>
        post.officeId === officeId && isStaffRole(role) ? [{ id, role, ...holderOf(id) }] : [],
      )
      .sort((one, other) => rankOf(one) - rankOf(other));
  return {
    offices: offices.map((office) => ({
      ...office,
      mine: office.id === actor.officeId,
      bodies: served(office.id),
      posts: staffed(office.id),
    })),
  };
};
