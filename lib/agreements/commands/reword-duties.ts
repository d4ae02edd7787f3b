import "server-only";
import type { TenantTx } from "@/lib/platform/db/tenant-transaction";

/** A duty's text is its clause: where the clause changes, so does what tasks later quote. */
export async function rewordDuties(
  tx: TenantTx,
  tenantId: string,
  versionId: string,
  article: { articleKey: string; text: readonly string[] },
): Promise<void> {
  const duties = await tx.coordinationDuty.findMany({
    where: { tenantId, versionId, area: { articleKey: article.articleKey } },
    select: { id: true, clause: true, text: true },
  });
  for (const duty of duties) {
    const text = article.text[duty.clause - 1];
    if (text !== undefined && text !== duty.text) {
      await tx.coordinationDuty.updateMany({ where: { tenantId, id: duty.id }, data: { text } });
    }
  }
}
