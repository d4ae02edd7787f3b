import "server-only";
import type { Query } from "@/lib/platform/queries/run-query";
import { allowKeepingBodies } from "../policy";
import type { ExternalBodiesView, ExternalBodyKind, ExternalBodyView } from "../types";

/** Bodies outside the tenant's offices with their contacts and earlier names, and the one chosen to be changed. */
export const listExternalBodies: Query<{ bodyId: string | null }, ExternalBodiesView> = async ({
  tx,
  actor,
  input,
}) => {
  const { tenantId } = actor;
  const rows = await tx.externalBody.findMany({
    where: { tenantId },
    orderBy: [{ active: "desc" }, { kind: "asc" }, { name: "asc" }],
    include: { names: { orderBy: { until: "desc" }, select: { name: true, until: true } } },
  });
  const people = await tx.person.findMany({
    where: { tenantId, accountId: { in: [...new Set(rows.map(({ accountId }) => accountId))] } },
    select: { accountId: true, fullName: true },
  });
  const nameOf = new Map(people.map((person) => [person.accountId, person.fullName]));
  const bodies = rows.map(
    (row): ExternalBodyView => ({
      id: row.id,
      kind: row.kind as ExternalBodyKind,
      name: row.name,
      parentId: row.parentId,
      address: row.address,
      phone: row.phone,
      email: row.email,
      active: row.active,
      revision: row.revision,
      changedAt: row.changedAt,
      changedBy: nameOf.get(row.accountId) ?? null,
      earlierNames: row.names,
    }),
  );
  const chosen = bodies.find(({ id }) => id === input.bodyId) ?? null;
  return {
    bodies,
    chosen,
    parents: bodies
      .filter(({ active, parentId, id }) => active && parentId === null && id !== chosen?.id)
      .map(({ id, name }) => ({ id, name })),
    mayKeep: allowKeepingBodies(actor).allowed,
  };
};
