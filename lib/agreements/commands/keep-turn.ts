import "server-only";
import type { TenantTx } from "@/lib/platform/db/tenant-transaction";
import { DomainError } from "@/lib/platform/errors/domain-error";
import { newId } from "@/lib/platform/ids";
import type { LockedVersion } from "../store";
import type { TakenTurn } from "../types";
import type { OpenRound } from "./open-round-state";

/** Of a turn in which a signer signs with another tool, in minutes; the database holds it. */
const turnMinutes = 30;

type Holder =
  | { partyId: string; personId: string; postId: string; accountId: string }
  | { externalPartyId: string; accountId: string };

/** Half an hour over the newest file, from now; nobody else signs meanwhile. Answers its end. */
export async function keepTurn(
  tx: TenantTx,
  of: { tenantId: string; versionId: string; round: OpenRound; now: Date },
  holder: Holder,
): Promise<Date> {
  const { tenantId, versionId, round, now } = of;
  const until = new Date(now.getTime() + turnMinutes * 60_000);
  const turn = { tenantId, id: newId(), versionId, roundId: round.id, documentId: round.last.id };
  await tx.signingTurn.createMany({ data: [{ ...turn, ...holder, takenAt: now, until }] });
  return until;
}

/** The turn ends before its half hour, so that the others need not wait for it. */
export async function endTurn(tx: TenantTx, tenantId: string, turn: TakenTurn, now: Date): Promise<void> {
  await tx.signingTurn.updateMany({
    where: { tenantId, id: turn.id },
    data: { endedAt: now, outcome: "given-back" },
  });
}

/** Somebody else has the turn: who, and until when. */
export function turnTakenBy(version: LockedVersion, taken: TakenTurn): DomainError {
  const holder = [...version.parties, ...version.outside].find(({ id }) => id === taken.partyId);
  const values = { office: holder?.officeCode ?? "", until: taken.untilText };
  return new DomainError("conflict", "turnTaken", { values });
}
