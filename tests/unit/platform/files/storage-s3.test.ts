import { readdirSync } from "node:fs";
import { CreateBucketCommand, S3Client } from "@aws-sdk/client-s3";
import { startFauxqs } from "fauxqs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { dropBytes, listKept, openBytes, putBytes } from "@/lib/platform/files/storage";
import { newId } from "@/lib/platform/ids";
import { useFileSettings } from "@/tests/support/files/settings";

// A server that speaks S3 in this process; it checks no signature, which is not what is shown here.
let server: Awaited<ReturnType<typeof startFauxqs>>;
const folder = useFileSettings({ PORTAL_S3_BUCKET: "tep", PORTAL_S3_KEY: "a", PORTAL_S3_SECRET: "b" });

beforeAll(async () => {
  server = await startFauxqs({ port: 0, logger: false });
  process.env.PORTAL_S3_ENDPOINT = `http://127.0.0.1:${server.port}`;
  const client = new S3Client({
    endpoint: process.env.PORTAL_S3_ENDPOINT,
    region: "us-east-1",
    forcePathStyle: true,
    credentials: { accessKeyId: "a", secretAccessKey: "b" },
  });
  await client.send(new CreateBucketCommand({ Bucket: "tep" }));
  client.destroy();
});

afterAll(() => server.stop());

async function kept(tenantId: string): Promise<string[]> {
  const found: string[] = [];
  for await (const page of listKept(tenantId)) found.push(...page.map(({ fileId }) => fileId));
  return found.sort();
}

test("keeps, hands out, lists and drops in S3, and nothing in the folder", async () => {
  const [tenant, other, one, two] = [newId(), newId(), newId(), newId()];
  await putBytes(tenant, one, Buffer.from("một"));
  await putBytes(tenant, two, Buffer.alloc(300_000, 7));
  await putBytes(other, newId(), Buffer.from("khác"));
  const chunks: Buffer[] = [];
  for await (const chunk of (await openBytes(tenant, two)) ?? []) chunks.push(chunk as Buffer);
  expect(Buffer.concat(chunks).equals(Buffer.alloc(300_000, 7))).toBe(true);
  expect(await openBytes(tenant, newId())).toBeNull();
  expect(await kept(tenant)).toEqual([one, two].sort());
  await dropBytes(tenant, one);
  await dropBytes(tenant, one);
  expect(await kept(tenant)).toEqual([two]);
  expect(readdirSync(folder)).toEqual([]);
});
