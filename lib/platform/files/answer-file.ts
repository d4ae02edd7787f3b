import "server-only";
import { Readable } from "node:stream";
import type { Query } from "@/lib/platform/queries/run-query";
import { openBytes } from "./storage";

export type FileAnswer = {
  tenantId: string;
  id: string;
  name: string;
  type: string;
  size: number;
  sha256: string;
};

/** A file of an item one may read; null for one that is sealed, was taken back or never was. */
export const getFile: Query<{ fileId: string }, FileAnswer> = async ({ tx, actor, input }) => {
  const { tenantId } = actor;
  const row = await tx.storedFile.findUnique({
    where: { tenantId_id: { tenantId, id: input.fileId } },
    select: { id: true, name: true, type: true, size: true, sha256: true, sealed: true, removedAt: true },
  });
  if (!row || row.sealed || row.removedAt) return null;
  const { sealed: _sealed, removedAt: _removed, ...file } = row;
  return { tenantId, ...file };
};

/** Headers under which nothing of a file ever runs in the portal's name (RFC 6266; sandbox of CSP Level 3). */
export function fileHeaders(file: { name: string; type: string; size: number }): Record<string, string> {
  const plain = file.name
    .normalize("NFD")
    .replace(/[^\x20-\x7e]/g, "")
    .replace(/["\\%]/g, "-");
  return {
    "Content-Type": file.type.startsWith("text/") ? `${file.type}; charset=utf-8` : file.type,
    "Content-Length": String(file.size),
    "Content-Disposition": `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(file.name)}`,
    "X-Content-Type-Options": "nosniff",
    "Content-Security-Policy": "sandbox; default-src 'none'",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "private, no-store",
  };
}

/** The bytes of a kept file as they come out of the storage; null where they are gone. */
export async function answerFile(file: FileAnswer): Promise<Response | null> {
  const stream = await openBytes(file.tenantId, file.id);
  if (!stream) return null;
  const body = Readable.toWeb(stream) as unknown as ReadableStream<Uint8Array>;
  return new Response(body, { headers: { ...fileHeaders(file), ETag: `"${file.sha256}"` } });
}
