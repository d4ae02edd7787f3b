import "server-only";
import type { TenantTx } from "@/lib/platform/db/tenant-transaction";
import type { PaperForm, PaperLook } from "../paper-form";

/** How a row of a version says its paper is drawn. */
export function paperLook({ form, recipients }: { form: string; recipients: string[] }): PaperLook {
  return { form: form as PaperForm, recipients };
}

/** The same of every version of an agreement that the asker may read. */
export async function loadPaperLooks(
  tx: TenantTx,
  tenantId: string,
  agreementId: string,
): Promise<(versionId: string) => PaperLook> {
  const rows = await tx.agreementVersion.findMany({
    where: { tenantId, agreementId },
    select: { id: true, form: true, recipients: true },
  });
  const looks = new Map(rows.map((row) => [row.id, paperLook(row)]));
  return (versionId) => {
    const look = looks.get(versionId);
    if (!look) throw new Error("the paper of a version that cannot be read");
    return look;
  };
}
