import { afterAll, beforeAll, expect, test } from "vitest";
import { type SeededDatabase, seededDatabase } from "@/tests/support/seeded";

let database: SeededDatabase;

beforeAll(async () => {
  database = await seededDatabase();
});

afterAll(() => database.close());

test("a seeded database holds both provinces, and what the set-up says of them is there", async () => {
  const { rows } = await database
    .pool("owner")
    .query("select count(*)::int as tasks, count(distinct tenant_id)::int as tenants from tasks");
  expect(rows[0].tenants).toBe(2);
  expect(rows[0].tasks).toBeGreaterThan(4);
  const chiefs = database.phuTho.posts.filter((post) => post.role === "chief");
  expect(chiefs).toHaveLength(3);
  for (const chief of chiefs) expect(database.phuTho.certificates.has(chief.personId)).toBe(true);
});
