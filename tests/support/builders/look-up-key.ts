import { seal } from "@/lib/petitions/identity/letter-key";
import { derivedLetterKey } from "@/lib/platform/derived-letter-key";
import type { Province } from "@/tests/support/builders/province";
import { testServerKey } from "@/tests/support/database-names";

/**
 * Gives Phú Thọ a look-up key that is known. A province's key is random, and of a long letter the keyed numbers keep a sample:
 * what is judged by counting would come out otherwise with every run. Letters written before are not found any more.
 */
export async function setLookUpKey(province: Province, key: Uint8Array): Promise<void> {
  const tenantId = province.phuTho.tenant.id;
  const [row] = await province.rows<{ id: string }>(
    "select id from tenant_keys where tenant_id = $1 and purpose = 'lookup' and retired_at is null",
    [tenantId],
  );
  if (!row) throw new Error("the demonstration holds letters and yet no key to look them up");
  const wrapped = seal(derivedLetterKey(Buffer.from(testServerKey, "base64")), key, {
    purpose: "tenant-key",
    tenantId,
    id: row.id,
  });
  await province.rows("update tenant_keys set wrapped = $3 where tenant_id = $1 and id = $2", [
    tenantId,
    row.id,
    Buffer.from(wrapped),
  ]);
}
