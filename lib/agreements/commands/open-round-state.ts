import "server-only";
import type { TenantTx } from "@/lib/platform/db/tenant-transaction";
import { documentNumber } from "../rules";

export type OpenRound = {
  id: string;
  paperNumber: string;
  issuedSha256: string;
  last: { seq: number; bytes: Uint8Array };
  signedPartyIds: readonly string[];
};

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
  const issued = await tx.issuedDocument.findFirst({
    where: { tenantId, roundId: round.id, seq: 0 },
    select: { sha256: true },
  });
  const last = await tx.issuedDocument.findFirst({
    where: { tenantId, roundId: round.id },
    orderBy: { seq: "desc" },
    select: { seq: true, bytes: true },
  });
  if (!issued || !last) return null;
  return {
    id: round.id,
    paperNumber: documentNumber(round.number, round.symbol),
    issuedSha256: issued.sha256,
    last,
    signedPartyIds: round.signatures.map((signature) => signature.partyId),
  };
}
