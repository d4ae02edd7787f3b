import "server-only";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Readable } from "node:stream";
import { Disk } from "flydrive";
import { FSDriver } from "flydrive/drivers/fs";
import { env } from "@/lib/platform/env";

let opened: Promise<Disk> | undefined;

async function openS3(bucket: string): Promise<Disk> {
  // Loaded only where it is used: the client is large.
  const { S3Driver } = await import("flydrive/drivers/s3");
  const { PORTAL_S3_ENDPOINT, PORTAL_S3_REGION, PORTAL_S3_KEY, PORTAL_S3_SECRET } = env();
  return new Disk(
    new S3Driver({
      bucket,
      region: PORTAL_S3_REGION,
      visibility: "private",
      supportsACL: false,
      ...(PORTAL_S3_ENDPOINT ? { endpoint: PORTAL_S3_ENDPOINT, forcePathStyle: true } : {}),
      // Without a key of its own the client looks where it runs: environment, profile, instance.
      ...(PORTAL_S3_KEY && PORTAL_S3_SECRET
        ? { credentials: { accessKeyId: PORTAL_S3_KEY, secretAccessKey: PORTAL_S3_SECRET } }
        : {}),
    }),
  );
}

async function open(): Promise<Disk> {
  const { PORTAL_S3_BUCKET, PORTAL_DATA } = env();
  if (PORTAL_S3_BUCKET) return openS3(PORTAL_S3_BUCKET);
  if (!PORTAL_DATA) throw new Error("environment: PORTAL_DATA or PORTAL_S3_BUCKET");
  const location = join(/* turbopackIgnore: true */ PORTAL_DATA, "files");
  mkdirSync(location, { recursive: true, mode: 0o700 });
  return new Disk(new FSDriver({ location, visibility: "private" }));
}

function disk(): Promise<Disk> {
  opened ??= open();
  return opened;
}

// Two levels of folders, so that none holds a hundred thousand files; the end of a UUIDv7 is the part that is random.
function keyOf(tenantId: string, fileId: string): string {
  return `${tenantId}/${fileId.slice(-2)}/${fileId}`;
}

export async function putBytes(tenantId: string, fileId: string, bytes: Uint8Array): Promise<void> {
  await (await disk()).put(keyOf(tenantId, fileId), bytes);
}

/** The kept bytes as a stream; null when they are not there. */
export async function openBytes(tenantId: string, fileId: string): Promise<Readable | null> {
  const key = keyOf(tenantId, fileId);
  const store = await disk();
  return (await store.exists(key)) ? store.getStream(key) : null;
}

/** Takes bytes away; nothing happens where there are none. */
export async function dropBytes(tenantId: string, fileId: string): Promise<void> {
  await (await disk()).delete(keyOf(tenantId, fileId));
}

/** Ids and times of everything kept for one tenant, a page at a time. */
export async function* listKept(tenantId: string): AsyncGenerator<readonly { fileId: string; at: Date }[]> {
  const store = await disk();
  let from: string | undefined;
  do {
    const page = await store.listAll(tenantId, {
      recursive: true,
      ...(from ? { paginationToken: from } : {}),
    });
    const found: { fileId: string; at: Date }[] = [];
    for (const object of page.objects) {
      if (!object.isFile) continue;
      found.push({ fileId: object.name, at: (await object.getMetaData()).lastModified });
    }
    yield found;
    from = page.paginationToken;
  } while (from);
}
