import "server-only";
import { createHash } from "node:crypto";
import { sealContext } from "@/lib/platform/files/keep";
import { sealBytes } from "@/lib/platform/files/sealed";
import { dropBytes, putBytes } from "@/lib/platform/files/storage";
import type { Upload } from "@/lib/platform/forms/upload";
import { scanSeal } from "../identity/scan-key";

export type SealedFileRow = { id: string; name: string; size: number; sha256: string; text_read: boolean };

/** Keeps the bytes of a citizen's files sealed under the key of the letter; answers the rows for the function that takes them. */
export async function keepSealed(
  of: { tenantId: string; petitionId: string },
  uploads: readonly Upload[],
  letterKey: Uint8Array,
): Promise<SealedFileRow[]> {
  const { tenantId } = of;
  const { key, sealedName } = scanSeal(letterKey, of);
  return Promise.all(
    uploads.map(async ({ id, name, type, sha256, content, textRead }, index) => {
      const head = { name, type, size: content.length, sha256 };
      const bytes = sealBytes(head, content, key, sealContext(tenantId, id));
      await putBytes(tenantId, id, bytes);
      return {
        id,
        name: sealedName(index + 1),
        size: bytes.length,
        sha256: createHash("sha256").update(bytes).digest("hex"),
        text_read: textRead,
      };
    }),
  );
}

export async function dropSealed(tenantId: string, rows: readonly { id: string }[]): Promise<void> {
  await Promise.allSettled(rows.map(({ id }) => dropBytes(tenantId, id)));
}
