import "server-only";
import type { TenantTx } from "@/lib/platform/db/tenant-transaction";
import { type AmendedField, openChange } from "../amendment";
import { openLetterKey } from "../identity/sealing";
import type { ChangeView } from "../types";

/**
 * What was corrected of a letter and when it was opened again, the latest first. The words that stood before are opened where the
 * letter itself is in the clear; of a sealed or destroyed one it is told which fields they were.
 */
export async function loadChanges(
  tx: TenantTx,
  letter: { tenantId: string; petitionId: string; opened: boolean },
): Promise<ChangeView[]> {
  const { tenantId, petitionId, opened } = letter;
  const rows = await tx.petitionChange.findMany({
    where: { tenantId, petitionId },
    orderBy: { revision: "desc" },
    take: 50,
    include: { office: { select: { code: true } } },
  });
  if (rows.length === 0) return [];
  const people = await tx.person.findMany({
    where: { tenantId, accountId: { in: [...new Set(rows.map(({ accountId }) => accountId))] } },
    select: { accountId: true, fullName: true },
  });
  const nameOf = new Map(people.map((person) => [person.accountId, person.fullName]));
  const key = opened ? await openLetterKey(tx, tenantId, petitionId) : null;
  return rows.map(({ id, kind, at, accountId, office, fields, sealed }) => {
    const words = key ? openChange(key, { tenantId, id }, sealed) : null;
    return {
      id,
      kind: kind as ChangeView["kind"],
      at,
      by: nameOf.get(accountId) ?? null,
      office: office.code,
      reason: words?.reason ?? null,
      fields: fields as AmendedField[],
      before: words
        ? (fields as AmendedField[]).map((field) => ({ field, text: words.before[field] ?? "" }))
        : null,
    };
  });
}
