import { expect, test } from "vitest";
import { reviseClockRule } from "@/lib/petitions/commands/revise-clock-rule";
import { as } from "@/prisma/seed/caller";
import { party, useProvince } from "@/tests/support/builders/province";
import { answerOf, attempt, describeCommand } from "@/tests/support/command-outcomes";

const province = useProvince();

type Row = {
  version: number;
  days: number;
  current: boolean;
  valid_from: string;
  valid_until: string | null;
};

const versionsOf = (key: string) =>
  province().rows<Row>(
    `select version, days, current, valid_from::text, valid_until::text from clock_rules
      where tenant_id = $1 and key = $2 order by version`,
    [province().phuTho.tenant.id, key],
  );

async function newest(key: string): Promise<number> {
  return (await versionsOf(key)).at(-1)?.version ?? 0;
}

const key = "proposal.settle";
const change = {
  mode: "correct",
  days: "30",
  unit: "calendar",
  movesOffDay: "yes",
  basis: "Quy chế phối hợp, Điều 9",
  reason: "Các văn phòng đã thống nhất",
};

describeCommand(reviseClockRule, {
  province,
  ready: async () => ({ before: await newest(key) }),
  by: [party, "chief"],
  input: async () => ({ ...change, key, version: await newest(key) }),
  subjectId: () => null,
  does: {
    "puts a new version in place of the one before, which stays": async ({ stage }) => {
      const versions = await versionsOf(key);
      expect(versions.slice(-2)).toMatchObject([
        { version: stage.before, current: false },
        { version: stage.before + 1, days: 30, current: true },
      ]);
    },
  },
  events: ["petitions.clockRuleRevised"],
  jobs: 1,
  wrongInput: {
    "no number": { change: { days: "nhiều" }, field: "days" },
    "no basis": { change: { basis: "" }, field: "basis" },
    "no reason": { change: { reason: "" }, field: "reason" },
    "a new law without its day": { change: { mode: "law", from: "" }, field: "from" },
    "a new law before the old one": { change: { mode: "law", from: "01/01/2010" }, field: "from" },
  },
  notAllowed: { "a specialist": { by: [party, "specialist"], reason: "role", source: "portal" } },
  // Its rule is at another version.
  otherTenant: { code: "stale" },
  otherOffice: "may",
  wrongState: {},
  stale: { change: { version: 999 }, message: "staleCalendar" },
  atOnce: { answer: { code: "stale" } },
});

test("a new law begins on its day, and what began before keeps the old limit", async () => {
  const old = "denunciation.forward";
  const done = await attempt(reviseClockRule, as(province().phuTho, party, "chief"), {
    ...change,
    key: old,
    version: 1,
    mode: "law",
    from: "01/01/2027",
    days: "3",
    unit: "working",
  });
  expect(answerOf(done)).toBe("done");
  expect(await versionsOf(old)).toMatchObject([
    { version: 1, current: false, valid_until: null },
    { version: 2, days: 5, current: true, valid_until: "2026-12-31" },
  ]);
  expect(await versionsOf(`${old}@2027-01-01`)).toEqual([
    { version: 1, days: 3, current: true, valid_from: "2027-01-01", valid_until: null },
  ]);
});

test("a limit that is not there is not found", async () => {
  const missing = await attempt(reviseClockRule, as(province().phuTho, party, "chief"), {
    ...change,
    key: "no.such.limit",
    version: 1,
  });
  expect(answerOf(missing)).toMatchObject({ code: "not-found" });
});

test("the database refuses a second limit for the same case and day, and a change of one that stands", async () => {
  const owner = province().pool("owner");
  const tenantId = province().phuTho.tenant.id;
  await expect(
    owner.query(
      `insert into clock_rules select * from jsonb_populate_record(null::clock_rules, (
        select to_jsonb(r) || '{"key": "second", "id": "00000000-0000-4000-8000-00000000abcd"}' from clock_rules r
        where tenant_id = $1 and key = 'denunciation.publish'))`,
      [tenantId],
    ),
  ).rejects.toMatchObject({ code: "23P01" });
  await expect(province().pool("app").query("update clock_rules set days = 1")).rejects.toMatchObject({
    code: "42501",
  });
});
