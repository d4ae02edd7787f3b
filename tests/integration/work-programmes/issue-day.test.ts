import { expect, test } from "vitest";
import { asSystem } from "@/lib/platform/db/tenant-transaction";
import type { ProgrammeKind } from "@/lib/work-programmes/periods";
import { loadIssueDay } from "@/lib/work-programmes/queries/load-issue-day";
import { useProvince } from "@/tests/support/builders/province";

const province = useProvince();

function issueDay(kind: ProgrammeKind, startsOn: string) {
  const { tenant } = province().phuTho;
  return asSystem(tenant.id, (tx) => loadIssueDay(tx, tenant.id, { kind, startsOn, endsOn: startsOn }));
}

async function keep(day: string, kind: "holiday" | "make-up", active = true): Promise<void> {
  await province().rows(
    `insert into legal_days (tenant_id, day, kind, name, source, mark, active, changed_at)
      values ($1, $2, $3, 'Ngày thử', 'Quyết định thử', 'undecided', $4, now())`,
    [province().phuTho.tenant.id, day, kind, active],
  );
}

// 1 April 2041 is a Monday, 1 June 2041 a Saturday.
test("a quarter or a month is issued by its first working day; of a year and a term none is said", async () => {
  expect(await issueDay("quarter", "2041-04-01")).toBe("2041-04-01");
  expect(await issueDay("month", "2041-06-01")).toBe("2041-06-03");
  expect(await issueDay("year", "2041-01-01")).toBeNull();
  expect(await issueDay("term", "2041-01-01")).toBeNull();
});

test("days off and days worked in exchange count as the legal calendar has them, and only while they stand", async () => {
  await keep("2041-04-01", "holiday");
  expect(await issueDay("quarter", "2041-04-01")).toBe("2041-04-02");
  await keep("2041-06-03", "holiday", false);
  expect(await issueDay("month", "2041-06-01")).toBe("2041-06-03");
  await keep("2041-06-01", "make-up");
  expect(await issueDay("month", "2041-06-01")).toBe("2041-06-01");
});
