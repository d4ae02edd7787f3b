import "server-only";
import { dayAt, formatInstant } from "@/lib/platform/dates/days";
import type { TenantTx } from "@/lib/platform/db/tenant-transaction";
import { DomainError } from "@/lib/platform/errors/domain-error";
import type { Actor } from "@/lib/platform/tenancy/actor";
import { loadOutsideParties, loadTurnRests } from "../external/queries/load-outside";
import type { ExternalParty } from "../external/types";
import { assertWouldBeInForce, type LockedVersion } from "../store";
import { turnTakenBy } from "./keep-turn";
import { loadOpenRound, type OpenRound } from "./open-round-state";

type Certificate = { id: string; sha256: string };
export type OutsideToSign = { round: OpenRound; party: ExternalParty; certificates: readonly Certificate[] };

/** The open round and a party outside that has not signed in it, with the certificates it may sign under; whose turn it is is not asked. */
export async function outsideToSign(
  tx: TenantTx,
  { tenantId }: Pick<Actor, "tenantId">,
  version: LockedVersion,
  partyId: string,
  now: Date,
): Promise<OutsideToSign> {
  const round = await loadOpenRound(tx, tenantId, version.id);
  const parties = await loadOutsideParties(tx, tenantId, {
    agreementId: version.agreementId,
    versionId: version.id,
  });
  const party = parties.find(({ id }) => id === partyId);
  if (!round || !party) throw new DomainError("conflict", "wrongState");
  await assertWouldBeInForce(tx, tenantId, version, dayAt(now));
  const signed = await tx.externalSignature.count({ where: { tenantId, roundId: round.id, partyId } });
  if (signed > 0) throw new DomainError("conflict", "alreadySigned");
  const certificates = await tx.certificate.findMany({
    where: {
      tenantId,
      bodyId: party.bodyId,
      revokedAt: null,
      notBefore: { lte: now },
      notAfter: { gt: now },
      root: { removedAt: null },
    },
    select: { id: true, sha256: true },
  });
  return { round, party, certificates };
}

/** The same, where nobody keeps it waiting, its office may take the turn for it, and a certificate is registered. */
export async function openToSignOutside(
  tx: TenantTx,
  actor: Actor,
  version: LockedVersion,
  partyId: string,
  now: Date,
): Promise<OutsideToSign> {
  const outside = await outsideToSign(tx, actor, version, partyId, now);
  const { taken } = outside.round;
  if (taken) throw turnTakenBy(version, taken);
  const rests = await loadTurnRests(tx, actor.tenantId, outside.round.id, partyId);
  if (rests !== null && rests > now)
    throw new DomainError("conflict", "turnRests", { values: { from: formatInstant(rests) } });
  if (outside.certificates.length === 0) throw new DomainError("conflict", "noOutsideCertificate");
  return outside;
}
