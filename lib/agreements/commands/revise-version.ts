import "server-only";
import { defineCommand, type Scope } from "@/lib/platform/commands/define-command";
import { dayAt, dayToColumn } from "@/lib/platform/dates/days";
import type { TenantTx } from "@/lib/platform/db/tenant-transaction";
import { DomainError } from "@/lib/platform/errors/domain-error";
import { newId } from "@/lib/platform/ids";
import { amendmentHead } from "../amendment";
import { versionRevised } from "../events";
import { loadChain } from "../queries/load-chain";
import { loadParties } from "../queries/load-parties";
import { allowOnVersion } from "../refusal";
import { reviseSchema } from "../schema";
import { findVersionForUpdate, type LockedVersion } from "../store";

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

type Base = {
  amendsId: string | null;
  state: string;
  effectiveFrom: Date | null;
  effectiveUntil: Date | null;
  abstract: string;
  mark: string | null;
  bases: string[];
  plannedFrom: Date | null;
  plannedUntil: Date | null;
};
type NewText = Pick<Base, "amendsId" | "abstract" | "bases" | "plannedFrom">;

/** Head and first day of an amendment: it names the papers it stands on, and begins not before what it amends. */
async function amendmentOf(
  { tx, actor, now }: Scope<unknown>,
  subject: LockedVersion,
  base: Base,
): Promise<NewText> {
  const today = dayToColumn(dayAt(now));
  if (base.effectiveUntil !== null && base.effectiveUntil <= today) {
    throw new DomainError("conflict", "amendsExpired");
  }
  const papers = await loadChain(tx, actor.tenantId, subject.id);
  const offices = await loadParties(tx, actor.tenantId, subject.agreementId);
  const { abstract, bases } = amendmentHead(
    papers,
    offices.map(({ office }) => office.name),
  );
  const isLater = base.effectiveFrom !== null && base.effectiveFrom > today;
  return { amendsId: subject.id, abstract, bases, plannedFrom: isLater ? base.effectiveFrom : null };
}

/** A whole text takes its head from the whole text before it; a version that ended goes on as what it was. */
async function wholeOf({ tx, actor }: Scope<unknown>, subject: LockedVersion, base: Base): Promise<NewText> {
  const { abstract, bases, plannedFrom, amendsId } = base;
  if (amendsId === null || base.state !== "signed") return { abstract, bases, plannedFrom, amendsId };
  const [root] = await loadChain(tx, actor.tenantId, subject.id);
  return { abstract: root?.abstract ?? abstract, bases: root?.bases ?? bases, plannedFrom, amendsId: null };
}

/**
 * A party makes a new version from the newest one, which has ended or is signed; negotiation goes on in it (article 14
 * clauses 2, 3). The old one stays as it is. As an amendment the new one is signed for what it changes only.
 */
export const reviseVersion = defineCommand({
  name: "agreements.revise",
  input: reviseSchema,
  subject: ({ tx, actor, input }) => findVersionForUpdate(tx, actor.tenantId, input.versionId),
  allow: ({ tx, actor, subject }) => allowOnVersion(tx, actor, "revise", subject),
  async run(scope) {
    const { tx, actor, input, subject, now } = scope;
    const { tenantId } = actor;
    const newest = await tx.agreementVersion.findFirst({
      where: { tenantId, agreementId: subject.agreementId },
      orderBy: { number: "desc" },
      select: { id: true, number: true },
    });
    if (newest?.id !== subject.id) throw new DomainError("stale", "newerVersion");
    const base = await tx.agreementVersion.findUniqueOrThrow({
      where: { tenantId_id: { tenantId, id: subject.id } },
      select: {
        state: true,
        abstract: true,
        mark: true,
        bases: true,
        plannedFrom: true,
        plannedUntil: true,
        effectiveFrom: true,
        effectiveUntil: true,
        amendsId: true,
      },
    });
    if (input.as === "amendment" && base.state !== "signed")
      throw new DomainError("conflict", "amendsSigned");
    const text = await (input.as === "amendment" ? amendmentOf : wholeOf)(scope, subject, base);
    const versionId = newId();
    await tx.agreementVersion.createMany({
      data: [
        {
          ...text,
          mark: base.mark,
          plannedUntil: base.plannedUntil,
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
      events: [
        versionRevised(versionId, {
          copiedFrom: subject.id,
          number: subject.number + 1,
          amends: text.amendsId,
        }),
      ],
    };
  },
});
