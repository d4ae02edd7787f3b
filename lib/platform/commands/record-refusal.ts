import "server-only";
import { inTenant } from "@/lib/platform/db/tenant-transaction";
import type { RefusalReason } from "@/lib/platform/errors/domain-error";
import type { DomainEvent } from "@/lib/platform/events/event";
import { recordEvents } from "@/lib/platform/events/record-events";
import { newId } from "@/lib/platform/ids";
import type { Caller } from "@/lib/platform/tenancy/actor";
import { resolveActor } from "@/lib/platform/tenancy/resolve-actor";

const kinds = [
  "agreement",
  "agreement-version",
  "calendar-feed",
  "calendar-settings",
  "mail",
  "meeting",
  "petition",
  "petition-case",
  "task",
  "week-sheet",
  "work-programme",
] as const;

function eventOf(commandName: string, refusal: RefusalReason): DomainEvent | null {
  const kind = kinds.find((known) => known === refusal.subjectKind);
  if (!kind || !refusal.subjectId) return null;
  const { subjectKind: _kind, subjectId, ...payload } = refusal;
  const [noun] = commandName.split(".");
  return { name: `${noun ?? "portal"}.refused`, subjectKind: kind, subjectId, payload };
}

/** Keeps a try that was turned down for what it would have said, after its transaction was rolled back: in the item's history. */
export async function recordTry(caller: Caller, event: DomainEvent): Promise<void> {
  await inTenant({ tenantId: caller.tenant.id, accountId: caller.session.accountId }, async (tx) => {
    if (await resolveActor(tx, caller.tenant, caller.session)) await recordEvents(tx, [event], []);
  });
}

/** Keeps a refused act, after its transaction was rolled back: in the refusal log and in the item's history. */
export async function recordRefusal(
  caller: Caller,
  commandName: string,
  refusal: RefusalReason,
): Promise<void> {
  await inTenant({ tenantId: caller.tenant.id, accountId: caller.session.accountId }, async (tx) => {
    const actor = await resolveActor(tx, caller.tenant, caller.session);
    if (!actor) return;
    await tx.refusal.createMany({
      data: [
        {
          tenantId: actor.tenantId,
          id: newId(),
          accountId: actor.accountId,
          officeId: actor.officeId,
          act: commandName,
          subjectKind: refusal.subjectKind ?? "portal",
          subjectId: refusal.subjectId ?? null,
          reason: refusal,
        },
      ],
    });
    const event = eventOf(commandName, refusal);
    if (event) await recordEvents(tx, [event], []);
  });
}
