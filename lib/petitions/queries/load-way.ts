import "server-only";
import { dayAt, dayFromColumn } from "@/lib/platform/dates/days";
import type { TenantTx } from "@/lib/platform/db/tenant-transaction";
import type { Actor } from "@/lib/platform/tenancy/actor";
import { conditionsOf, isEligible } from "../conditions";
import type { BackGround } from "../external/types";
import { decidePetition, type PetitionSubject } from "../policy";
import { whyNot } from "../rules";
import type { Denounces, PetitionClass } from "../types";
import { actOfConclusion, conclusions, type ForwardState, type PetitionWay } from "../way";

const office = { select: { id: true, code: true, name: true, tint: true } } as const;

type Found = {
  id: string;
  class: string | null;
  denounces: string;
  forwarderKind: string | null;
  parentId: string | null;
  keepUntil: Date | null;
  destroyedAt: Date | null;
};

/** What became of a letter since it was taken in, and how the acting person may conclude it. */
export async function loadWay(
  tx: TenantTx,
  actor: Actor,
  found: Found,
  subject: PetitionSubject,
  now: Date,
): Promise<PetitionWay> {
  const { tenantId } = actor;
  const petitionClass = found.class as PetitionClass | null;
  const stored = await tx.petitionCheck.findMany({ where: { tenantId, petitionId: found.id } });
  const checks = conditionsOf(petitionClass).flatMap(({ key }) => {
    const check = stored.find(({ conditionKey }) => conditionKey === key);
    return check ? [{ key, met: check.met, basis: check.basis, note: check.note }] : [];
  });
  const represented =
    (await tx.petitionPerson.count({
      where: { tenantId, petitionId: found.id, part: "representative" },
    })) > 0;
  const forwards = await tx.petitionForward.findMany({
    where: { tenantId, petitionId: found.id },
    orderBy: { createdAt: "desc" },
    include: {
      fromOffice: office,
      toOffice: office,
      toBody: { select: { email: true } },
      links: {
        orderBy: { createdAt: "desc" },
        select: { id: true, expiresAt: true, revokedAt: true },
      },
    },
  });
  const link = { select: { id: true, code: true, subject: true } } as const;
  const parent = found.parentId
    ? await tx.petition.findUnique({ where: { tenantId_id: { tenantId, id: found.parentId } }, ...link })
    : null;
  const parts = await tx.petition.findMany({
    where: { tenantId, parentId: found.id },
    orderBy: { code: "asc" },
    ...link,
  });
  const letter = {
    class: petitionClass,
    denounces: found.denounces as Denounces,
    forwarderKind: found.forwarderKind,
    unmet: stored.filter(({ met }) => met === false).length,
  };
  return {
    checks,
    eligible: isEligible(petitionClass, checks),
    represented,
    parent,
    parts,
    forwards: forwards.map((forward) => ({
      id: forward.id,
      from: forward.fromOffice,
      to: forward.toOffice
        ? { id: forward.toOffice.id, name: forward.toOffice.name, outside: false, email: "" }
        : {
            id: forward.toBodyId ?? "",
            name: forward.toName,
            outside: true,
            email: forward.toBody?.email ?? "",
          },
      basis: forward.basis,
      summary: forward.summary,
      reason: forward.reason,
      againReason: forward.againReason,
      documentNumber: forward.documentNumber,
      sentOn: dayFromColumn(forward.sentOn),
      state: forward.state as ForwardState,
      backReason: forward.backReason,
      backGround: forward.backGround as BackGround | null,
      result: forward.result,
      resultDocument: forward.resultDocument,
      resultOn: forward.resultOn ? dayFromColumn(forward.resultOn) : null,
      answeredVia: forward.answeredVia as "link" | "office" | null,
      links: forward.links.map(({ id, expiresAt, revokedAt }) => ({
        id,
        expiresOn: dayAt(expiresAt),
        open: revokedAt === null && expiresAt > now,
      })),
      answeredAt: forward.answeredAt,
      escalatedAt: forward.escalatedAt,
    })),
    conclusions: conclusions.filter(
      (conclusion) =>
        decidePetition(actor, actOfConclusion[conclusion], subject).allowed &&
        whyNot(conclusion, letter) === null,
    ),
    keepUntil: found.keepUntil ? dayFromColumn(found.keepUntil) : null,
    destroyedAt: found.destroyedAt,
  };
}
