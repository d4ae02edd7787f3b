import "server-only";
import { type Day, dayFromColumn } from "@/lib/platform/dates/days";
import type { TenantTx } from "@/lib/platform/db/tenant-transaction";
import { newId } from "@/lib/platform/ids";
import type { Actor } from "@/lib/platform/tenancy/actor";
import { findPetitionForUpdate, type LockedPetition } from "../store";
import type { CaseStepKind } from "./types";

export type LockedCase = {
  id: string;
  code: string;
  state: "open" | "answered";
  leadOfficeId: string;
  leadOffice: string;
  memberOfficeIds: readonly string[];
  answeredOn: Day | null;
  revision: number;
};

/** The case, locked until the end of the transaction; null when the acting office may not read it. */
export async function findCaseForUpdate(
  tx: TenantTx,
  tenantId: string,
  caseId: string,
): Promise<LockedCase | null> {
  const locked = await tx.$queryRaw<{ id: string }[]>`
    select id from petition_cases where tenant_id = ${tenantId}::uuid and id = ${caseId}::uuid for no key update`;
  if (locked.length === 0) return null;
  const found = await tx.petitionCase.findUniqueOrThrow({
    where: { tenantId_id: { tenantId, id: caseId } },
    select: {
      id: true,
      code: true,
      state: true,
      leadOfficeId: true,
      leadOffice: { select: { code: true } },
      answeredOn: true,
      revision: true,
      members: { where: { leftAt: null }, select: { officeId: true }, distinct: ["officeId"] },
    },
  });
  return {
    id: found.id,
    code: found.code,
    state: found.state as LockedCase["state"],
    leadOfficeId: found.leadOfficeId,
    leadOffice: found.leadOffice.code,
    memberOfficeIds: found.members.map(({ officeId }) => officeId),
    answeredOn: found.answeredOn ? dayFromColumn(found.answeredOn) : null,
    revision: found.revision,
  };
}

/** Letters in the order of their ids, so that two who put the same into a case wait for each other; null where one may not be read. */
export async function findLettersForUpdate(
  tx: TenantTx,
  tenantId: string,
  petitionIds: readonly string[],
): Promise<LockedPetition[] | null> {
  const letters: LockedPetition[] = [];
  for (const petitionId of petitionIds) {
    const letter = await findPetitionForUpdate(tx, tenantId, petitionId);
    if (!letter) return null;
    letters.push(letter);
  }
  return letters;
}

/** Puts letters into a case, each with who put it in and why. */
export async function putIntoCase(
  tx: TenantTx,
  actor: Pick<Actor, "tenantId" | "officeId" | "accountId">,
  caseId: string,
  letters: readonly Pick<LockedPetition, "id">[],
  { reason, at }: { reason: string; at: Date },
): Promise<void> {
  const { tenantId, officeId, accountId } = actor;
  await tx.petitionCaseMember.createMany({
    data: letters.map((letter) => ({
      tenantId,
      id: newId(),
      caseId,
      petitionId: letter.id,
      kept: "plain",
      officeId,
      accountId,
      reason,
      at,
    })),
  });
}

/** People behind the letters that are in the case. */
export async function peopleOfCase(tx: TenantTx, tenantId: string, caseId: string): Promise<number> {
  const [row] = await tx.$queryRaw<{ people: number }[]>`
    select case_people(${tenantId}::uuid, ${caseId}::uuid)::integer as people`;
  return row?.people ?? 0;
}

export async function loadSteps(
  tx: TenantTx,
  tenantId: string,
  caseId: string,
): Promise<{ kind: CaseStepKind; onDay: Day }[]> {
  const rows = await tx.petitionCaseStep.findMany({
    where: { tenantId, caseId },
    select: { kind: true, onDay: true },
  });
  return rows.map(({ kind, onDay }) => ({ kind: kind as CaseStepKind, onDay: dayFromColumn(onDay) }));
}
