import { randomBytes } from "node:crypto";
import { expect, test } from "vitest";
import { open } from "@/lib/petitions/identity/letter-key";
import { rewrapKeys } from "@/lib/petitions/identity/rewrap-keys";
import { unwrapTenantKey } from "@/lib/petitions/identity/tenant-key";
import { letterKey } from "@/lib/platform/env";
import { taken } from "@/tests/support/builders/petition-stages";
import { useProvince } from "@/tests/support/builders/province";

const province = useProvince();

type KeyRow = { tenantId: string; id: string; purpose: string; wrapped: Buffer };

const keys = () =>
  province().rows<KeyRow>(
    `select tenant_id as "tenantId", id, purpose, wrapped from tenant_keys order by tenant_id, id`,
  );

/** As the command does it: as owner, in one transaction. */
async function rewrap(before: Uint8Array, after: Uint8Array) {
  const client = await province().pool("owner").connect();
  try {
    await client.query("begin");
    const query = async <Row>(sql: string, values: readonly unknown[] = []) =>
      (await client.query(sql, [...values])).rows as Row[];
    const done = await rewrapKeys(query, { before, after });
    await client.query("commit");
    return done;
  } catch (error) {
    await client.query("rollback");
    throw error;
  } finally {
    client.release();
  }
}

test("the keys of all tenants are wrapped anew: letters open by the new key, none by the old one, and there and back", async () => {
  const { petitionId } = await taken(province(), { denounces: "unsure" });
  const [first, second] = [letterKey(), randomBytes(32)];
  const before = await keys();
  expect(before.length).toBeGreaterThan(0);
  // With a wrong old key nothing is changed.
  await expect(rewrap(randomBytes(32), second)).rejects.toThrow("does not open");
  expect(await keys()).toEqual(before);

  expect(await rewrap(first, second)).toEqual({ rewrapped: before.length, kept: 0 });
  const after = await keys();
  for (const [at, row] of after.entries()) {
    expect(() => unwrapTenantKey(row.tenantId, row, first)).toThrow("does not open");
    const old = before[at];
    if (!old) throw new Error("a key is gone");
    expect(unwrapTenantKey(row.tenantId, row, second).key).toEqual(
      unwrapTenantKey(old.tenantId, old, first).key,
    );
  }
  // A letter's own key was not touched and opens by what the new key unwraps.
  const [letter] = await province().rows<{ wrapped: Buffer; tenantKeyId: string; tenantId: string }>(
    `select wrapped, tenant_key_id as "tenantKeyId", tenant_id as "tenantId" from petition_keys where petition_id = $1`,
    [petitionId],
  );
  const wrapping = after.find(({ id }) => id === letter?.tenantKeyId);
  if (!letter || !wrapping) throw new Error("no key of the letter");
  const { key } = unwrapTenantKey(wrapping.tenantId, wrapping, second);
  const binding = { purpose: "letter-key", tenantId: letter.tenantId, id: petitionId } as const;
  expect(open(key, letter.wrapped, binding)).toHaveLength(32);

  expect(await rewrap(first, second)).toEqual({ rewrapped: 0, kept: before.length });
  expect(await rewrap(second, first)).toEqual({ rewrapped: before.length, kept: 0 });
});
