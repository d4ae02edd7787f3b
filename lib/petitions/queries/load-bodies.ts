import "server-only";
import type { TenantTx } from "@/lib/platform/db/tenant-transaction";
import type { PetitionChoices } from "../types";

/** The bodies letters are sent to, in their order, each with the office that serves it. */
export async function loadBodies(tx: TenantTx, tenantId: string): Promise<PetitionChoices["bodies"]> {
  const rows = await tx.officeBody.findMany({
    where: { tenantId },
    orderBy: { body: { rank: "asc" } },
    select: {
      body: { select: { id: true, code: true, name: true } },
      office: { select: { id: true, code: true } },
    },
  });
  return rows.map(({ body, office }) => ({ ...body, officeId: office.id, officeCode: office.code }));
}

/** What a list of letters can be asked by. */
export async function loadChoices(tx: TenantTx, tenantId: string): Promise<PetitionChoices> {
  return {
    bodies: await loadBodies(tx, tenantId),
    offices: await tx.office.findMany({
      where: { tenantId },
      orderBy: { ordinal: "asc" },
      select: { id: true, code: true, name: true, tint: true },
    }),
  };
}
