import "server-only";
import type { TenantTx } from "@/lib/platform/db/tenant-transaction";
import { DomainError } from "@/lib/platform/errors/domain-error";
import type { Actor } from "@/lib/platform/tenancy/actor";
import { loadAdvice, type Wish } from "./queries/load-advice";
import { obstacleTo } from "./rules";

type Reasons = { confirms: boolean; overrideReason: string | null; displaceReason: string | null };

/** Throws what a person is told, with what clashes and three free times, when the wish cannot be placed. */
export async function assertFree(
  tx: TenantTx,
  actor: Actor,
  wish: Wish,
  reasons: Reasons,
  now: Date,
): Promise<void> {
  const advice = await loadAdvice(tx, actor.tenantId, wish, now);
  const obstacle = obstacleTo(advice.clashes, {
    confirms: reasons.confirms,
    overrides: reasons.overrideReason !== null,
    displaces: reasons.displaceReason !== null,
  });
  if (obstacle) throw new DomainError("conflict", `clash.${obstacle}`, { advice });
}

/** Puts the claims of the meeting as its rows now stand; the database judges them once more and refuses with PH004. */
export async function placeClaims(
  tx: TenantTx,
  meetingId: string,
  reasons: Pick<Reasons, "overrideReason" | "displaceReason">,
): Promise<void> {
  await tx.$executeRaw`select place_claims(${meetingId}::uuid, ${reasons.displaceReason}, ${reasons.overrideReason})`;
}
