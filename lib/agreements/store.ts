import "server-only";
import { type Day, dayFromColumn } from "@/lib/platform/dates/days";
import type { TenantTx } from "@/lib/platform/db/tenant-transaction";
import { DomainError } from "@/lib/platform/errors/domain-error";
import type { OnBehalf } from "./delegations";
import type { PaperForm } from "./paper-form";
import type { AgreementSubject } from "./policy";
import { loadDelegates } from "./queries/load-delegates";
import { isTermOver } from "./rules";
import type { VersionState } from "./types";

export type LockedVersion = Omit<AgreementSubject, "parties" | "state"> & {
  id: string;
  agreementId: string;
  agreementTitle: string;
  number: number;
  state: VersionState;
  revision: number;
  form: PaperForm;
  plannedFrom: Day | null;
  plannedUntil: Day | null;
  changedAt: Date;
  parties: readonly {
    id: string;
    officeId: string;
    officeCode: string;
    signingPostId: string;
    signingPostTitle: string;
    ordinal: number;
    delegate: (OnBehalf & { stands: boolean }) | null;
  }[];
  /** Parties outside the portal, each represented by an office. */
  outside: readonly { id: string; bodyId: string; officeId: string; officeCode: string; ordinal: number }[];
};

/**
 * The version, locked until the end of the transaction; null when the acting office may not read it. Every command on
 * an agreement locks here first, so that signing, editing and withdrawing queue and never cross.
 */
export async function findVersionForUpdate(
  tx: TenantTx,
  tenantId: string,
  versionId: string,
): Promise<LockedVersion | null> {
  const locked = await tx.$queryRaw<{ id: string }[]>`
    select id from agreement_versions where tenant_id = ${tenantId}::uuid and id = ${versionId}::uuid for update`;
  if (locked.length === 0) return null;
  const version = await tx.agreementVersion.findUniqueOrThrow({
    where: { tenantId_id: { tenantId, id: versionId } },
    include: {
      agreement: {
        include: {
          parties: {
            orderBy: { ordinal: "asc" },
            include: { office: { select: { code: true } }, signingPost: { select: { title: true } } },
          },
          outside: { orderBy: { ordinal: "asc" }, include: { office: { select: { code: true } } } },
        },
      },
    },
  });
  const delegates = await loadDelegates(tx, tenantId, version.id);
  return {
    id: version.id,
    agreementId: version.agreementId,
    agreementTitle: version.agreement.title,
    number: version.number,
    state: version.state as VersionState,
    revision: version.revision,
    form: version.form as PaperForm,
    plannedFrom: version.plannedFrom ? dayFromColumn(version.plannedFrom) : null,
    plannedUntil: version.plannedUntil ? dayFromColumn(version.plannedUntil) : null,
    changedAt: version.changedAt,
    contactOfficeId: version.agreement.contactOfficeId,
    parties: version.agreement.parties.map((party) => ({
      id: party.id,
      officeId: party.officeId,
      officeCode: party.office.code,
      signingPostId: party.signingPostId,
      signingPostTitle: party.signingPost.title,
      ordinal: party.ordinal,
      delegate: delegates.get(party.id) ?? null,
    })),
    outside: version.agreement.outside.map((party) => ({
      id: party.id,
      bodyId: party.bodyId,
      officeId: party.officeId,
      officeCode: party.office.code,
      ordinal: party.ordinal,
    })),
  };
}

/** The person saw an older text than the one that stands: nothing is written, they are told to look again. */
export function assertRevision(version: Pick<LockedVersion, "revision">, seen: number): void {
  if (version.revision !== seen) throw new DomainError("stale", "staleText");
}

/** Marks the text as changed by this actor now; the database clears the consents. */
export async function touchVersion(
  tx: TenantTx,
  tenantId: string,
  version: Pick<LockedVersion, "id" | "revision">,
  by: { accountId: string; now: Date },
  change: {
    plannedFrom?: Date | null;
    plannedUntil?: Date | null;
    form?: PaperForm;
    recipients?: string[];
  } = {},
): Promise<void> {
  await tx.agreementVersion.updateMany({
    where: { tenantId, id: version.id },
    data: { revision: version.revision + 1, changedAt: by.now, changedBy: by.accountId, ...change },
  });
}

export async function contentHash(tx: TenantTx, tenantId: string, versionId: string): Promise<string> {
  const rows = await tx.$queryRaw<{ hash: string }[]>`
    select version_content_hash(${tenantId}::uuid, ${versionId}::uuid) as hash`;
  const hash = rows[0]?.hash;
  if (!hash) throw new Error("version_content_hash answered nothing");
  return hash;
}

export async function consentedOfficeIds(
  tx: TenantTx,
  tenantId: string,
  versionId: string,
): Promise<string[]> {
  const consents = await tx.consent.findMany({
    where: { tenantId, versionId },
    select: { party: { select: { officeId: true } } },
  });
  return consents.map((consent) => consent.party.officeId);
}

/**
 * What is signed today would be in force: its last day is to come, and what it amends decides until it begins. Days pass between
 * consent, round and signature, so each asks anew; the database asks the same.
 */
export async function assertWouldBeInForce(
  tx: TenantTx,
  tenantId: string,
  version: Pick<LockedVersion, "id" | "plannedFrom" | "plannedUntil">,
  today: Day,
): Promise<void> {
  if (isTermOver(version, today)) throw new DomainError("conflict", "termOver");
  const amended = await tx.agreementVersion.findFirst({
    where: { tenantId, amendedBy: { some: { id: version.id } } },
    select: { effectiveUntil: true },
  });
  if (!amended?.effectiveUntil) return;
  const plannedUntil = dayFromColumn(amended.effectiveUntil);
  if (isTermOver({ plannedFrom: version.plannedFrom, plannedUntil }, today))
    throw new DomainError("conflict", "amendsExpired");
}

/**
 * The days a version is to be in force must follow what is signed: not before the beginning of a signed version that is yet
 * to come, and an amendment not after the end of what it amends. The database asks the same.
 */
export async function assertTermFits(
  tx: TenantTx,
  tenantId: string,
  version: Pick<LockedVersion, "id" | "agreementId">,
  plannedFrom: Day | null,
  today: Day,
): Promise<void> {
  const signed = await tx.agreementVersion.findFirst({
    where: { tenantId, agreementId: version.agreementId, state: "signed" },
    orderBy: { number: "desc" },
    select: { effectiveFrom: true, effectiveUntil: true },
  });
  if (!signed?.effectiveFrom) return;
  const from = dayFromColumn(signed.effectiveFrom);
  if (from > today && (plannedFrom ?? today) < from) {
    throw new DomainError("invalid", "invalid", { fields: { plannedFrom: ["fromBeforeSigned"] } });
  }
  const own = await tx.agreementVersion.findUniqueOrThrow({
    where: { tenantId_id: { tenantId, id: version.id } },
    select: { amendsId: true },
  });
  const until = signed.effectiveUntil ? dayFromColumn(signed.effectiveUntil) : null;
  if (own.amendsId !== null && until !== null && plannedFrom !== null && plannedFrom >= until) {
    throw new DomainError("invalid", "invalid", { fields: { plannedFrom: ["fromAfterSigned"] } });
  }
}
