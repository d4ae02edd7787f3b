import "server-only";
import { type Day, dayToColumn } from "@/lib/platform/dates/days";
import type { TenantTx } from "@/lib/platform/db/tenant-transaction";
import type { SheetRow, SheetVersionRef } from "../types";

export type StoredVersion = SheetVersionRef & {
  id: string;
  rows: readonly SheetRow[];
  auditHead: string;
  signer: { title: string; name: string };
};

/** The published versions of a week, the newest last, each as it was; the text of all but the wanted ones is left out. */
export async function loadSheet(
  tx: TenantTx,
  tenantId: string,
  monday: Day,
): Promise<{ sheetId: string; versions: readonly SheetVersionRef[] } | null> {
  const sheet = await tx.weekSheet.findUnique({
    where: { tenantId_monday: { tenantId, monday: dayToColumn(monday) } },
    select: { id: true },
  });
  if (!sheet) return null;
  const versions = await tx.$queryRaw<SheetVersionRef[]>`
    select v.number, v.published_at as "publishedAt", pe.full_name as "publishedBy"
    from week_sheet_versions v
    left join people pe on pe.tenant_id = v.tenant_id and pe.account_id = v.account_id
    where v.tenant_id = ${tenantId}::uuid and v.sheet_id = ${sheet.id}::uuid order by v.number`;
  return { sheetId: sheet.id, versions };
}

export async function loadVersion(
  tx: TenantTx,
  tenantId: string,
  sheetId: string,
  number: number,
): Promise<StoredVersion | null> {
  const rows = await tx.$queryRaw<StoredVersion[]>`
    select v.id, v.number, v.published_at as "publishedAt", pe.full_name as "publishedBy", v.rows, v.signer,
      v.audit_head as "auditHead"
    from week_sheet_versions v
    left join people pe on pe.tenant_id = v.tenant_id and pe.account_id = v.account_id
    where v.tenant_id = ${tenantId}::uuid and v.sheet_id = ${sheetId}::uuid and v.number = ${number}`;
  return rows[0] ?? null;
}
