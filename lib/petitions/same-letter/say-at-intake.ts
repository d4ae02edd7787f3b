import "server-only";
import type { TenantTx } from "@/lib/platform/db/tenant-transaction";
import { newId } from "@/lib/platform/ids";
import type { Actor } from "@/lib/platform/tenancy/actor";
import { petitionJoined, petitionKeptApart } from "../events";
import { decidePetition } from "../policy";
import { findPetitionForUpdate } from "../store";
import { loadSameRows } from "./load-same-letters";

type SaidAtIntake = {
  petitionId: string;
  sameJoin: string;
  sameApart: readonly string[];
  sameReason: string;
  now: Date;
};

/**
 * What was said while the letter was typed, kept as it is taken in. What cannot be kept now (the other letter is gone or was
 * joined meanwhile, or the letter is another office's) is asked again on the letter's page: taking in does not fail for it.
 */
export async function sayOfSame(tx: TenantTx, actor: Actor, said: SaidAtIntake) {
  const { petitionId, sameJoin, sameApart, sameReason, now } = said;
  if (sameJoin === "" && sameApart.length === 0) return [];
  const { tenantId } = actor;
  const petition = await findPetitionForUpdate(tx, tenantId, petitionId);
  if (!petition) return [];
  const rows = (await loadSameRows(tx, petitionId)).filter(
    ({ answer, code }) => answer === null && code !== null,
  );
  const about = { tenantId, petitionId, officeId: actor.officeId, accountId: actor.accountId, at: now };
  const events = [];
  const first = rows.find(({ code, earlier }) => code === sameJoin && earlier);
  if (first && decidePetition(actor, "join", petition).allowed) {
    const chained = await tx.petitionJoin.count({
      where: { tenantId, kind: "joined", undoneAt: null, petitionId: first.otherId },
    });
    if (chained === 0) {
      await tx.petitionJoin.createMany({
        data: [{ ...about, id: newId(), otherId: first.otherId, kind: "joined" }],
      });
      events.push(petitionJoined(petitionId, { code: sameJoin, otherId: first.otherId }));
    }
  }
  if (!decidePetition(actor, "keepApart", petition).allowed) return events;
  for (const { otherId, code } of rows) {
    if (code === null || !sameApart.includes(code)) continue;
    await tx.petitionJoin.createMany({
      data: [{ ...about, id: newId(), otherId, kind: "apart", reason: sameReason }],
    });
    events.push(petitionKeptApart(petitionId, { code, otherId }));
  }
  return events;
}
