import "server-only";
import { type Day, dayFromColumn } from "@/lib/platform/dates/days";
import type { TenantTx } from "@/lib/platform/db/tenant-transaction";
import { accountOf, findHandler } from "./handler/store";
import type { PetitionSubject } from "./policy";
import type { Denounces, Identity, PetitionClass, StoredPetitionState } from "./types";
import type { ForwardState } from "./way";

export type LockedPetition = PetitionSubject & {
  id: string;
  code: string;
  subject: string;
  class: PetitionClass | null;
  denounces: Denounces;
  identity: Identity;
  origin: string;
  versionId: string | null;
  dutyId: string | null;
  revision: number;
  forwarderKind: string | null;
  keepUntil: Day | null;
  destroyed: boolean;
  /** Given over and not come back unread; null where it never was. */
  forward: {
    id: string;
    fromOfficeId: string;
    /** One of the two. */
    toOfficeId: string | null;
    toBodyId: string | null;
    sentOn: Day;
    state: ForwardState;
  } | null;
  officeCodes: ReadonlyMap<string, string>;
};

/** The letter, locked until the end of the transaction; null when the acting office may not read it. */
export async function findPetitionForUpdate(
  tx: TenantTx,
  tenantId: string,
  petitionId: string,
): Promise<LockedPetition | null> {
  const locked = await tx.$queryRaw<{ id: string }[]>`
    select id from petitions where tenant_id = ${tenantId}::uuid and id = ${petitionId}::uuid for no key update`;
  if (locked.length === 0) return null;
  const petition = await tx.petition.findUniqueOrThrow({
    where: { tenantId_id: { tenantId, id: petitionId } },
    select: {
      id: true,
      code: true,
      subject: true,
      class: true,
      denounces: true,
      identity: true,
      origin: true,
      state: true,
      versionId: true,
      dutyId: true,
      revision: true,
      forwarderKind: true,
      keepUntil: true,
      destroyedAt: true,
      forwards: {
        where: { state: { not: "taken-back" } },
        select: { id: true, fromOfficeId: true, toOfficeId: true, toBodyId: true, sentOn: true, state: true },
      },
      joins: { where: { kind: "joined", undoneAt: null }, select: { id: true } },
      leadOfficeId: true,
      receivingOfficeId: true,
      filingOfficeId: true,
      leadOffice: { select: { code: true } },
      receivingOffice: { select: { code: true } },
      filingOffice: { select: { code: true } },
      offices: { select: { officeId: true, part: true, office: { select: { code: true } } } },
    },
  });
  return {
    id: petition.id,
    code: petition.code,
    subject: petition.subject,
    class: petition.class as PetitionClass | null,
    denounces: petition.denounces as Denounces,
    identity: petition.identity as Identity,
    origin: petition.origin,
    state: petition.state as StoredPetitionState,
    versionId: petition.versionId,
    dutyId: petition.dutyId,
    revision: petition.revision,
    forwarderKind: petition.forwarderKind,
    keepUntil: petition.keepUntil ? dayFromColumn(petition.keepUntil) : null,
    destroyed: petition.destroyedAt !== null,
    forward: petition.forwards[0]
      ? {
          ...petition.forwards[0],
          sentOn: dayFromColumn(petition.forwards[0].sentOn),
          state: petition.forwards[0].state as ForwardState,
        }
      : null,
    joined: petition.joins.length > 0,
    handlerAccountId: accountOf(await findHandler(tx, tenantId, petition.id)),
    leadOfficeId: petition.leadOfficeId,
    receivingOfficeId: petition.receivingOfficeId,
    filingOfficeId: petition.filingOfficeId,
    offices: petition.offices.map(({ officeId, part }) => ({ officeId, part })),
    officeCodes: new Map([
      [petition.leadOfficeId, petition.leadOffice.code],
      [petition.receivingOfficeId, petition.receivingOffice.code],
      [petition.filingOfficeId, petition.filingOffice.code],
      ...petition.offices.map(({ officeId, office }) => [officeId, office.code] as const),
    ]),
  };
}
