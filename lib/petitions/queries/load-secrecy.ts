import "server-only";
import type { TenantTx } from "@/lib/platform/db/tenant-transaction";
import { listFiles } from "@/lib/platform/files/keep";
import { fileLimits } from "@/lib/platform/files/limits";
import { loadReturnedForm } from "@/lib/platform/files/returned-form";
import type { Actor } from "@/lib/platform/tenancy/actor";
import { decidePetition, type PetitionSubject } from "../policy";
import type { SecrecyView } from "../secrecy/types";

type Found = { id: string; identity: string; destroyedAt: Date | null };

const mostCounted = 1_000;

/** The scans of a letter and how often it was opened; nothing that is sealed is read. */
export async function loadSecrecy(
  tx: TenantTx,
  actor: Actor,
  found: Found,
  subject: PetitionSubject,
  returned: string | undefined,
): Promise<SecrecyView> {
  const { tenantId, officeId } = actor;
  const isThere = found.destroyedAt === null;
  const isSealed = found.identity === "sealed";
  const may = (act: "look" | "attach" | "readScan") => isThere && decidePetition(actor, act, subject).allowed;
  const scans = isThere ? await listFiles(tx, tenantId, { kind: "petition", id: found.id }) : [];
  const looks = isSealed
    ? await tx.petitionLook.findMany({
        where: { tenantId, petitionId: found.id, officeId },
        select: { id: true },
        take: mostCounted,
      })
    : [];
  return {
    scans,
    ownScans: scans.flatMap((scan) => (scan.officeId === officeId ? [scan.id] : [])),
    lookCount: looks.length,
    mayLook: isSealed && may("look"),
    mayReadScans: !isSealed && may("readScan"),
    mayAttach: may("attach"),
    fileLimits: fileLimits(),
    returned: await loadReturnedForm(tx, actor, returned),
  };
}
