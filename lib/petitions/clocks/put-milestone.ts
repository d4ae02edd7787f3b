import "server-only";
import { type Day, dayToColumn } from "@/lib/platform/dates/days";
import type { TenantTx } from "@/lib/platform/db/tenant-transaction";
import { newId } from "@/lib/platform/ids";
import type { Actor } from "@/lib/platform/tenancy/actor";
import type { MilestoneKind, RecordedFacts } from "./timeline";

export type TypedMilestone = {
  kind: MilestoneKind;
  on: Day;
  days: number | null;
  facts: RecordedFacts;
  document: string;
  note: string;
};

/** Writes one milestone of a letter; whether it is one now was asked before. */
export async function putMilestone(
  tx: TenantTx,
  { tenantId, officeId, accountId }: Pick<Actor, "tenantId" | "officeId" | "accountId">,
  petitionId: string,
  { kind, on, days, facts, document, note }: TypedMilestone,
  now: Date,
): Promise<void> {
  await tx.petitionMilestone.createMany({
    data: [
      {
        tenantId,
        id: newId(),
        petitionId,
        kind,
        onDay: dayToColumn(on),
        ...(kind === "extended" ? { days } : {}),
        ...(kind === "facts" ? { facts } : {}),
        document,
        note,
        officeId,
        accountId,
        at: now,
      },
    ],
  });
}
