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
  /** How many parties outside have signed. */
  outsideSigned: number;
  /** Who has the turn to sign elsewhere. */
  taken: TakenTurn | null;
};

export type RoundToIssue = Pick<OpenRound, "id" | "paperNumber" | "issuedSha256" | "last"> & {
  organisations: boolean;
  signedForPartyIds: readonly string[];
};

type RoundFiles = { issued: { sha256: string; length: number }; last: OpenRound["last"] };

/** What is known of a round's file as issued, and its newest file with every signature so far. */
async function loadFiles(tx: TenantTx, tenantId: string, roundId: string): Promise<RoundFiles | null> {
  const [issued] = await tx.$queryRaw<RoundFiles["issued"][]>`
    select sha256, length(bytes) as length from issued_documents
    where tenant_id = ${tenantId}::uuid and round_id = ${roundId}::uuid and seq = 0`;
  const last = await tx.issuedDocument.findFirst({
    where: { tenantId, roundId },
    orderBy: { seq: "desc" },
    select: { id: true, seq: true, bytes: true },
  });
  return issued && last ? { issued, last } : null;
}

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
  const files = await loadFiles(tx, tenantId, round.id);
  if (!files) return null;
  return {
    id: round.id,
    paperNumber: documentNumber(round.number, round.symbol),
    issuedSha256: files.issued.sha256,
    last: files.last,
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
    select: {
      id: true,
      number: true,
      symbol: true,
      signatures: { select: { partyId: true } },
      _count: { select: { outsideSignatures: true } },
    },
  });
  if (!round) return null;
  const files = await loadFiles(tx, tenantId, round.id);
  if (!files) return null;
  return {
    id: round.id,
    paperNumber: documentNumber(round.number, round.symbol),
    issuedSha256: files.issued.sha256,
    issuedLength: files.issued.length,
    last: files.last,
    signedPartyIds: round.signatures.map((signature) => signature.partyId),
    outsideSigned: round._count.outsideSignatures,
    taken: await loadTakenTurn(tx, tenantId, round.id),
  };
}
