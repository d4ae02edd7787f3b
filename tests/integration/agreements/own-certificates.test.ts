import { afterAll, beforeAll, expect, test } from "vitest";
import type { OwnCertificatesView } from "@/lib/agreements/certificates/types";
import { getOwnCertificates } from "@/lib/agreements/queries/get-own-certificates";
import { disconnect } from "@/lib/platform/db/client";
import { closeQueue } from "@/lib/platform/outbox/queue";
import { runQuery } from "@/lib/platform/queries/run-query";
import type { Caller } from "@/lib/platform/tenancy/actor";
import { as, postOf } from "@/prisma/seed/caller";
import { type SeededDatabase, seededDatabase } from "@/tests/support/seeded";

let database: SeededDatabase;

beforeAll(async () => {
  database = await seededDatabase();
});

afterAll(async () => {
  await closeQueue();
  await disconnect();
  await database.close();
});

async function ownCertificates(caller: Caller): Promise<OwnCertificatesView["certificates"]> {
  const found = await runQuery(getOwnCertificates, caller, {});
  if (!found) throw new Error("the caller holds no post");
  return found.view.certificates;
}

test("a chief sees the own certificate with every use of it", async () => {
  const [certificate, ...others] = await ownCertificates(as(database.phuTho, "VP UBND", "chief"));
  expect(others).toEqual([]);
  expect(certificate).toMatchObject({ state: "valid", key: "open" });
  expect(certificate?.uses.length).toBeGreaterThanOrEqual(2);
  for (const use of certificate?.uses ?? []) {
    expect(use.agreementId).not.toBeNull();
    expect(use.paperNumber).toMatch(/^\d{2}\/QCPH-/);
  }
});

test("who has none sees none, and nobody sees another's", async () => {
  expect(await ownCertificates(as(database.phuTho, "VPTU", "specialist"))).toEqual([]);
  const chiefs = [as(database.phuTho, "VPTU", "chief"), as(database.haGiang, "VPTU", "chief")];
  const [first, second] = await Promise.all(chiefs.map(ownCertificates));
  const idsOf = (certificates: OwnCertificatesView["certificates"] = []) =>
    certificates.flatMap((certificate) => [certificate.id, ...certificate.uses.map((use) => use.id)]);
  expect(idsOf(first).some((id) => idsOf(second).includes(id))).toBe(false);
});

test("a use stays in the list when the acting office may not open the agreement", async () => {
  const chief = postOf(database.phuTho, "VPTU", "chief");
  await database
    .pool("superuser")
    .query("delete from access where tenant_id = $1 and office_id = $2", [
      database.phuTho.tenant.id,
      chief.officeId,
    ]);
  const [certificate] = await ownCertificates(as(database.phuTho, "VPTU", "chief"));
  expect(certificate?.uses.length).toBeGreaterThanOrEqual(1);
  expect(certificate?.uses.every((use) => use.agreementId === null)).toBe(true);
});

test("a key that was locked by wrong passphrases says so", async () => {
  await database
    .pool("superuser")
    .query("update signing_keys set locked_at = now(), failures = 5 where person_id = $1", [
      postOf(database.phuTho, "VPTU", "chief").personId,
    ]);
  expect(await ownCertificates(as(database.phuTho, "VPTU", "chief"))).toMatchObject([{ key: "locked" }]);
});
