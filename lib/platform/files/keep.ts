import "server-only";
import { createHash } from "node:crypto";
import { dayAt } from "@/lib/platform/dates/days";
import type { TenantTx } from "@/lib/platform/db/tenant-transaction";
import type { Upload } from "@/lib/platform/forms/upload";
import type { Actor } from "@/lib/platform/tenancy/actor";
import { sealBytes } from "./sealed";
import { putBytes } from "./storage";
import type { FileView } from "./types";

/** What a file belongs to; the kind as `access` names it. */
export type FileSubject = { kind: string; id: string };

/** Of a part of an item: for whom it was given, and how the item was kept then. */
export type FileOfPart = FileSubject & { givenToOfficeId: string; letterIdentity: string };

/** What a sealed file's bytes are bound to: the same words open them. */
export function sealContext(tenantId: string, fileId: string): string {
  return `${tenantId}/${fileId}`;
}

type Stored = { bytes: Uint8Array; name: string; type: string; sha256: string };

function sealUpload(upload: Upload, context: string, key: Uint8Array, name: string): Stored {
  const { name: ownName, type, sha256, content } = upload;
  const bytes = sealBytes({ name: ownName, type, size: content.length, sha256 }, content, key, context);
  return {
    bytes,
    name,
    type: "application/octet-stream",
    sha256: createHash("sha256").update(bytes).digest("hex"),
  };
}

/**
 * Keeps the files of a form with their item, in the transaction of the command that takes them: bytes into the storage, rows
 * under row security, and what the event says of them. With a data key the bytes, the name and the type are sealed, and
 * `sealedName` is what the row is called by. Bytes of a transaction that fails are taken away by the form's runner, or by
 * the janitor where nobody could.
 */
export async function keepFiles(
  tx: TenantTx,
  actor: Actor,
  uploads: readonly Upload[],
  subject: FileSubject | FileOfPart,
  now: Date,
  seal?: { key: Uint8Array; sealedName: (number: number) => string },
): Promise<{ id: string; sha256: string; size: number }[]> {
  const { tenantId, officeId, accountId } = actor;
  const kept = uploads.map((upload, index): Stored & { upload: Upload } => {
    const plain = { bytes: upload.content, name: upload.name, type: upload.type, sha256: upload.sha256 };
    if (!seal) return { upload, ...plain };
    return {
      upload,
      ...sealUpload(upload, sealContext(tenantId, upload.id), seal.key, seal.sealedName(index + 1)),
    };
  });
  await Promise.all(kept.map(({ upload, bytes }) => putBytes(tenantId, upload.id, bytes)));
  await tx.storedFile.createMany({
    data: kept.map(({ upload, bytes, name, type, sha256 }) => ({
      tenantId,
      id: upload.id,
      subjectKind: subject.kind,
      subjectId: subject.id,
      officeId,
      accountId,
      name,
      type,
      size: bytes.length,
      sha256,
      textRead: upload.textRead,
      sealed: seal !== undefined,
      createdAt: now,
      ...("givenToOfficeId" in subject
        ? { givenToOfficeId: subject.givenToOfficeId, letterIdentity: subject.letterIdentity }
        : {}),
    })),
  });
  return kept.map(({ upload, bytes, sha256 }) => ({ id: upload.id, sha256, size: bytes.length }));
}

/** Takes files back from their item. The rows stay, without being shown; the janitor takes the bytes. Answers which were there. */
export async function removeFiles(
  tx: TenantTx,
  actor: Actor,
  ids: readonly string[],
  subject: FileSubject | FileOfPart,
  now: Date,
): Promise<string[]> {
  if (ids.length === 0) return [];
  const { tenantId, officeId } = actor;
  const where = {
    tenantId,
    subjectKind: subject.kind,
    subjectId: subject.id,
    officeId,
    ...("givenToOfficeId" in subject ? { givenToOfficeId: subject.givenToOfficeId } : {}),
    removedAt: null,
    id: { in: [...ids] },
  };
  const found = await tx.storedFile.findMany({ where, select: { id: true } });
  if (found.length > 0) await tx.storedFile.updateMany({ where, data: { removedAt: now } });
  return found.map(({ id }) => id);
}

const longestList = 200;

/** The files of one item in the order they came, of those the acting office may read. */
export async function listFiles(tx: TenantTx, tenantId: string, subject: FileSubject): Promise<FileView[]> {
  const rows = await tx.storedFile.findMany({
    where: { tenantId, subjectKind: subject.kind, subjectId: subject.id, removedAt: null },
    orderBy: { id: "asc" },
    take: longestList,
    select: {
      id: true,
      officeId: true,
      name: true,
      type: true,
      size: true,
      sha256: true,
      textRead: true,
      createdAt: true,
    },
  });
  return rows.map(({ createdAt, ...row }) => ({ ...row, on: dayAt(createdAt) }));
}
