import "server-only";
import type { TenantTx } from "@/lib/platform/db/tenant-transaction";
import { loadTakenTurn } from "../queries/load-taken-turn";
import { documentNumber } from "../rules";
import type { TakenTurn } from "../types";

export type OpenRound = {
  id: string;
  paperNumber: string;
  issuedSha256: string;
  issuedLength: number;
  last: { id: string; seq: number; bytes: Uint8Array };
  signedPartyIds: readonly string[];
  /** Who has the turn to sign elsewhere. */
  taken: TakenTurn | null;
};

export type RoundToIssue = Pick<OpenRound, "id" | "paperNumber" | "issuedSha256" | "last"> & {
  organisations: boolean;
  signedForPartyIds: readonly string[];
};

/** The round that every person has signed, with whose organisation's signature it bears. */
export async function loadRoundToIssue(
  tx: TenantTx,
  tenantId: string,
  versionId: string,
): Promise<RoundToIssue | null> {
  const round = await tx.signingRound.findFirst({
    where: { tenantId, versionId, state: "completed" },
    select: {
      id: true,
      number: true,
      symbol: true,
      organisations: true,
      organisationSignatures: { select: { partyId: true } },
    },
  });
  if (!round) return null;
  const where = { tenantId, roundId: round.id };
  const issued = await tx.issuedDocument.findFirst({ where: { ...where, seq: 0 }, select: { sha256: true } });
  const last = await tx.issuedDocument.findFirst({
    where,
    orderBy: { seq: "desc" },
    select: { id: true, seq: true, bytes: true },
  });
  if (!issued || !last) return null;
  return {
    id: round.id,
    paperNumber: documentNumber(round.number, round.symbol),
    issuedSha256: issued.sha256,
    last,
    organisations: round.organisations,
    signedForPartyIds: round.organisationSignatures.map(({ partyId }) => partyId),
  };
}

/** The open round of a version with its issued file's hash, its newest file, and who has signed; null when none is open. */
export async function loadOpenRound(
  tx: TenantTx,
  tenantId: string,
  versionId: string,
): Promise<OpenRound | null> {
  const round = await tx.signingRound.findFirst({
    where: { tenantId, versionId, state: "open" },
    select: { id: true, number: true, symbol: true, signatures: { select: { partyId: true } } },
  });
  if (!round) return null;
  const [issued] = await tx.$queryRaw<{ sha256: string; length: number }[]>`
    select sha256, length(bytes) as length from issued_documents
    where tenant_id = ${tenantId}::uuid and round_id = ${round.id}::uuid and seq = 0`;
  const last = await tx.issuedDocument.findFirst({
    where: { tenantId, roundId: round.id },
    orderBy: { seq: "desc" },
    select: { id: true, seq: true, bytes: true },
  });
  if (!issued || !last) return null;
  return {
    id: round.id,
    paperNumber: documentNumber(round.number, round.symbol),
    issuedSha256: issued.sha256,
    issuedLength: issued.length,
    last,
    signedPartyIds: round.signatures.map((signature) => signature.partyId),
    taken: await loadTakenTurn(tx, tenantId, round.id),
  };
}
