import "server-only";
import { defineCommand } from "@/lib/platform/commands/define-command";
import type { TenantTx } from "@/lib/platform/db/tenant-transaction";
import { DomainError } from "@/lib/platform/errors/domain-error";
import { newId } from "@/lib/platform/ids";
import { versionRevised } from "../events";
import { allowOnVersion } from "../refusal";
import { reviseSchema } from "../schema";
import { findVersionForUpdate } from "../store";

async function copyContent(tx: TenantTx, tenantId: string, fromId: string, toId: string): Promise<void> {
  const where = { tenantId, versionId: fromId };
  const articles = await tx.agreementArticle.findMany({ where });
  await tx.agreementArticle.createMany({
    data: articles.map((article) => ({ ...article, versionId: toId })),
  });
  const areas = await tx.coordinationArea.findMany({ where });
  await tx.coordinationArea.createMany({ data: areas.map((area) => ({ ...area, versionId: toId })) });
  const duties = await tx.coordinationDuty.findMany({ where });
  const ids = new Map(duties.map((duty) => [duty.id, newId()]));
  const newDuty = (id: string): string => {
    const copy = ids.get(id);
    if (!copy) throw new Error("a row of a duty that is not in the version");
    return copy;
  };
  await tx.coordinationDuty.createMany({
    data: duties.map((duty) => ({ ...duty, id: newDuty(duty.id), versionId: toId })),
  });
  const rows = await tx.dutyLeadRow.findMany({ where });
  await tx.dutyLeadRow.createMany({
    data: rows.map((row) => ({ ...row, dutyId: newDuty(row.dutyId), versionId: toId })),
  });
  const offices = await tx.dutyOffice.findMany({ where });
  await tx.dutyOffice.createMany({
    data: offices.map((office) => ({ ...office, dutyId: newDuty(office.dutyId), versionId: toId })),
  });
}

/**
 * A party makes a new version from the newest one, which has ended or is signed; negotiation goes on in it (article 14
 * clauses 2, 3). The old one stays as it is.
 */
export const reviseVersion = defineCommand({
  name: "agreements.revise",
  input: reviseSchema,
  subject: ({ tx, actor, input }) => findVersionForUpdate(tx, actor.tenantId, input.versionId),
  allow: ({ tx, actor, subject }) => allowOnVersion(tx, actor, "revise", subject),
  async run({ tx, actor, subject, now }) {
    const { tenantId } = actor;
    const newest = await tx.agreementVersion.findFirst({
      where: { tenantId, agreementId: subject.agreementId },
      orderBy: { number: "desc" },
      select: { id: true, number: true },
    });
    if (newest?.id !== subject.id) throw new DomainError("stale", "newerVersion");
    const from = await tx.agreementVersion.findUniqueOrThrow({
      where: { tenantId_id: { tenantId, id: subject.id } },
      select: { abstract: true, mark: true, bases: true, plannedFrom: true, plannedUntil: true },
    });
    const versionId = newId();
    await tx.agreementVersion.createMany({
      data: [
        {
          ...from,
          tenantId,
          id: versionId,
          agreementId: subject.agreementId,
          number: subject.number + 1,
          state: "negotiating",
          copiedFromId: subject.id,
          createdAt: now,
          changedAt: now,
          changedBy: actor.accountId,
        },
      ],
    });
    await copyContent(tx, tenantId, subject.id, versionId);
    return {
      result: { versionId, agreementId: subject.agreementId },
      events: [versionRevised(versionId, { copiedFrom: subject.id, number: subject.number + 1 })],
    };
  },
});
