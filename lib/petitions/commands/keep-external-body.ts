import "server-only";
import { defineCommand } from "@/lib/platform/commands/define-command";
import { DomainError } from "@/lib/platform/errors/domain-error";
import { newId } from "@/lib/platform/ids";
import { externalBodyKept } from "../external/events";
import { allowKeepingBodies } from "../external/policy";
import { keepExternalBodySchema } from "../external/schema";

function wrong(field: string, message: string): DomainError {
  return new DomainError("invalid", "invalid", { fields: { [field]: [message] } });
}

/** Adds a body outside the tenant's offices to the list, or changes what is written of it. An earlier name is kept. */
export const keepExternalBody = defineCommand({
  name: "petitions.keepExternalBody",
  input: keepExternalBodySchema,
  async subject({ tx, actor, input }) {
    if (input.bodyId === null) return { before: null };
    const { tenantId } = actor;
    const [row] = await tx.$queryRaw<{ name: string; active: boolean; revision: number }[]>`
      select name, active, revision from external_bodies
      where tenant_id = ${tenantId}::uuid and id = ${input.bodyId}::uuid for no key update`;
    return row ? { before: row } : null;
  },
  allow: ({ actor }) => allowKeepingBodies(actor),
  async run({ tx, actor, input, subject: { before }, now }) {
    const { tenantId, accountId } = actor;
    const { bodyId: known, revision, kind, name, parentId, address, phone, email, active } = input;
    if (before && before.revision !== revision) throw new DomainError("stale", "staleBody");
    const bodyId = known ?? newId();
    if (parentId !== null) {
      const parent = await tx.externalBody.findUnique({
        where: { tenantId_id: { tenantId, id: parentId } },
        select: { parentId: true, _count: { select: { below: true } } },
      });
      const below = await tx.externalBody.count({ where: { tenantId, parentId: bodyId } });
      if (!parent || parent.parentId !== null || parentId === bodyId || below > 0)
        throw wrong("parentId", "bodyNotBelow");
    }
    // Of two at once with one name the second waits here, and is told.
    await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended('external-body ' || ${tenantId}, 0))`;
    const same = active
      ? await tx.externalBody.findFirst({
          where: { tenantId, name, active: true, id: { not: bodyId } },
          select: { id: true },
        })
      : null;
    if (same) throw wrong("name", "bodyNameTaken");
    const data = { kind, name, parentId, address, phone, email, active, accountId, changedAt: now };
    if (before)
      await tx.externalBody.updateMany({
        where: { tenantId, id: bodyId },
        data: { ...data, revision: revision + 1 },
      });
    else await tx.externalBody.createMany({ data: [{ tenantId, id: bodyId, ...data }] });
    return {
      result: { bodyId },
      events: [
        externalBodyKept(tenantId, {
          bodyId,
          kind,
          name,
          active,
          before: before ? { name: before.name, active: before.active } : null,
        }),
      ],
    };
  },
});
