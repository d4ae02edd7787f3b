import "server-only";
import type { TenantTx } from "@/lib/platform/db/tenant-transaction";
import { letterKey } from "@/lib/platform/env";
import { DomainError } from "@/lib/platform/errors/domain-error";
import { newId } from "@/lib/platform/ids";
import type { Identity } from "../types";
import { type ContentColumns, contentColumns, openContent, openPerson, personColumns } from "./columns";
import { newKey, open, seal } from "./letter-key";
import { isAnonymous, type Petitioner } from "./person";
import { unwrapTenantKey } from "./tenant-key";
import { tenantKey } from "./tenant-keys";

/** A key for a letter that is about to be written, and its row, which is written after the letter. */
export async function makeLetterKey(tx: TenantTx, tenantId: string, petitionId: string, now: Date) {
  const wrapping = await tenantKey(tx, tenantId, "letters");
  const key = newKey();
  const wrapped = seal(wrapping.key, key, { purpose: "letter-key", tenantId, id: petitionId });
  return { key, row: { tenantId, petitionId, tenantKeyId: wrapping.id, wrapped, createdAt: now } };
}

/** The key of a letter the acting office may read. Throws where it was destroyed or never made. */
export async function openLetterKey(tx: TenantTx, tenantId: string, petitionId: string): Promise<Uint8Array> {
  const row = await tx.petitionKey.findUnique({
    where: { tenantId_petitionId: { tenantId, petitionId } },
    select: { wrapped: true, tenantKey: { select: { id: true, wrapped: true } } },
  });
  if (!row?.wrapped) throw new DomainError("conflict", "letterDestroyed");
  const wrapping = unwrapTenantKey(tenantId, row.tenantKey, letterKey());
  const key = open(wrapping.key, row.wrapped, { purpose: "letter-key", tenantId, id: petitionId });
  if (!key) throw new Error("a letter's key does not open");
  return key;
}

/** Writes who wrote a letter; nobody who gave a name writes no row. */
export async function writePeople(
  tx: TenantTx,
  letter: { tenantId: string; petitionId: string; identity: Identity; key: Uint8Array },
  people: readonly Petitioner[],
): Promise<void> {
  const { tenantId, petitionId, identity } = letter;
  const named = people.filter((person) => !isAnonymous(person));
  if (named.length === 0) return;
  const keys = { letter: letter.key, lookup: (await tenantKey(tx, tenantId, "lookup")).key };
  await tx.petitionPerson.createMany({
    data: named.map((person, index) => {
      const personId = newId();
      return {
        tenantId,
        id: personId,
        petitionId,
        ordinal: index + 1,
        ...personColumns(person, identity, keys, { tenantId, personId }),
      };
    }),
  });
}

type StoredPerson = {
  id: string;
  fullName: string | null;
  address: string | null;
  phone: string | null;
  idNumber: string | null;
  sealed: Uint8Array | null;
};

function plainOf(person: StoredPerson): Petitioner {
  return {
    fullName: person.fullName ?? "",
    address: person.address ?? "",
    phone: person.phone ?? "",
    idNumber: person.idNumber ?? "",
  };
}

export type OpenedLetter = { people: readonly (Petitioner & { id: string })[]; content: string };

/**
 * Everything a letter keeps of who wrote it and what, in the clear, whichever way it is kept. For commands that need it;
 * showing it to somebody is a command of its own, with its event.
 */
export async function openLetter(
  tx: TenantTx,
  tenantId: string,
  petitionId: string,
): Promise<OpenedLetter & { key: Uint8Array }> {
  const letter = await tx.petition.findUniqueOrThrow({
    where: { tenantId_id: { tenantId, id: petitionId } },
    select: { content: true, sealedContent: true },
  });
  const stored = await tx.petitionPerson.findMany({
    where: { tenantId, petitionId },
    orderBy: { ordinal: "asc" },
    select: { id: true, fullName: true, address: true, phone: true, idNumber: true, sealed: true },
  });
  const key = await openLetterKey(tx, tenantId, petitionId);
  return {
    key,
    people: stored.map((person) => ({
      id: person.id,
      ...(person.sealed
        ? openPerson(person.sealed, key, { tenantId, personId: person.id })
        : plainOf(person)),
    })),
    content: letter.sealedContent
      ? openContent(letter.sealedContent, key, { tenantId, petitionId })
      : (letter.content ?? ""),
  };
}

/**
 * Puts people and content under the other kind of keeping, in the caller's transaction. Answers the columns the caller
 * writes into the petition itself; the database holds both sides together at commit, and takes the search rows away.
 */
export async function keepAs(
  tx: TenantTx,
  letter: { tenantId: string; petitionId: string; identity: Identity },
  opened: OpenedLetter & { key: Uint8Array },
): Promise<ContentColumns> {
  const { tenantId, petitionId, identity } = letter;
  const keys = { letter: opened.key, lookup: (await tenantKey(tx, tenantId, "lookup")).key };
  for (const { id: personId, ...person } of opened.people) {
    await tx.petitionPerson.updateMany({
      where: { tenantId, id: personId },
      data: personColumns(person, identity, keys, { tenantId, personId }),
    });
  }
  return contentColumns(opened.content, identity, opened.key, { tenantId, petitionId });
}
