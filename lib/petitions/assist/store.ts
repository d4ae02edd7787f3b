import "server-only";
import type { TenantTx } from "@/lib/platform/db/tenant-transaction";
import type { Actor } from "@/lib/platform/tenancy/actor";
import { namesPerson } from "../identity/person";
import { refuseNames } from "../identity/refuse-names";
import { openLetter } from "../identity/sealing";
import type { ContributionState } from "../rule-table";
import { findPetitionForUpdate, type LockedPetition } from "../store";
import { type PartOf, type PartText, sealPartText } from "./texts";

export type NamedOffice = { versionId: string; dutyId: string; officeId: string; code: string };

/** Offices that the agreement in force names to assist whoever handles a letter now; the database has the rule. */
export async function loadNamed(
  tx: TenantTx,
  tenantId: string,
  leadOfficeId: string,
): Promise<NamedOffice[]> {
  return tx.$queryRaw<NamedOffice[]>`
    select a.version_id as "versionId", a.duty_id as "dutyId", a.office_id as "officeId", o.code
    from letter_assistants(${leadOfficeId}::uuid) a
    join offices o on o.tenant_id = ${tenantId}::uuid and o.id = a.office_id
    order by o.ordinal`;
}

/** How far each assisting office has come with the lead of today, those not asked yet among them. */
export function statesOf(
  leadOfficeId: string,
  rows: readonly { leadOfficeId: string; officeId: string; state: string }[],
  named: readonly { officeId: string }[],
): { officeId: string; state: ContributionState }[] {
  const asked = rows
    .filter((row) => row.leadOfficeId === leadOfficeId)
    .map(({ officeId, state }) => ({ officeId, state: state as ContributionState }));
  const unasked = named.filter(({ officeId }) => !asked.some((part) => part.officeId === officeId));
  return [...asked, ...unasked.map(({ officeId }) => ({ officeId, state: "named" as const }))];
}

export type LetterWithParts = LockedPetition & {
  assists: readonly { officeId: string; state: ContributionState }[];
  named: readonly NamedOffice[];
  /** The agreement whose clauses a refusal quotes; null where none binds the lead. */
  assistVersionId: string | null;
};

/** The letter locked, with its parts; null when the acting office may not read it. */
export async function findLetterWithParts(
  tx: TenantTx,
  tenantId: string,
  petitionId: string,
): Promise<LetterWithParts | null> {
  const letter = await findPetitionForUpdate(tx, tenantId, petitionId);
  if (!letter) return null;
  const rows = await tx.petitionContribution.findMany({
    where: { tenantId, petitionId },
    orderBy: { askedAt: "desc" },
    select: {
      leadOfficeId: true,
      officeId: true,
      state: true,
      versionId: true,
      office: { select: { code: true } },
    },
  });
  const named = await loadNamed(tx, tenantId, letter.leadOfficeId);
  return {
    ...letter,
    assists: statesOf(letter.leadOfficeId, rows, named),
    named,
    assistVersionId: named[0]?.versionId ?? rows[0]?.versionId ?? null,
    officeCodes: new Map([
      ...letter.officeCodes,
      ...named.map(({ officeId, code }) => [officeId, code] as const),
      ...rows.map(({ officeId, office }) => [officeId, office.code] as const),
    ]),
  };
}

/**
 * A text of a part, ready for its column: refused where the letter is sealed and the text says who wrote it; `names` where it does of
 * a letter in the clear, so that it opens no more once that is sealed.
 */
export async function sealPart(
  tx: TenantTx,
  actor: Actor,
  letter: LetterWithParts,
  officeId: string,
  { kind, field, text }: { kind: PartText; field: string; text: string },
): Promise<{ sealed: Uint8Array<ArrayBuffer>; names: boolean }> {
  const { tenantId } = actor;
  await refuseNames(tx, tenantId, letter, { [field]: text });
  const { key, people } = await openLetter(tx, tenantId, letter.id);
  const part: PartOf = { tenantId, petitionId: letter.id, leadOfficeId: letter.leadOfficeId, officeId };
  return {
    sealed: sealPartText(key, part, kind, text),
    names: people.some((person) => namesPerson(text, person)),
  };
}

/**
 * Whether that office reads another letter that says the same as this sealed one: with both before it, it would know who denounces
 * (Luật Tố cáo 2018, art. 8(3)). The database refuses the same.
 */
export async function readsTwin(tx: TenantTx, letter: LockedPetition, officeId: string): Promise<boolean> {
  if (letter.identity !== "sealed") return false;
  const [row] = await tx.$queryRaw<{ twin: boolean }[]>`
    select reads_twin_of_sealed(${letter.id}::uuid, ${officeId}::uuid) as twin`;
  return row?.twin === true;
}

/** The row of an office's part with the lead of today. */
export const partRow = (actor: Actor, letter: LetterWithParts, officeId: string) => ({
  tenantId: actor.tenantId,
  petitionId: letter.id,
  leadOfficeId: letter.leadOfficeId,
  officeId,
});
