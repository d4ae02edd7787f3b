import { expect, test } from "vitest";
import { reviewLookUps } from "@/lib/petitions/commands/review-look-ups";
import { listLookUps } from "@/lib/petitions/queries/list-look-ups";
import { executeCommand } from "@/lib/platform/commands/execute-command";
import { runQuery } from "@/lib/platform/queries/run-query";
import { as, postOf } from "@/prisma/seed/caller";
import { outcomeOf } from "@/tests/integration/platform/support/session";
import { taken } from "@/tests/support/builders/petition-stages";
import { committee, party, useProvince } from "@/tests/support/builders/province";
import { describeCommand } from "@/tests/support/command-outcomes";

const province = useProvince();

const page = async (office: string = committee, until?: string) =>
  (await runQuery(listLookUps, as(province().phuTho, office, "inspector"), { until }))?.view;

/** Somebody of the committee's office took a letter in, and so asked over all offices: until then it is to be reviewed. */
async function asked(): Promise<{ until: string }> {
  await taken(province(), { class: "feedback" });
  const view = await page();
  if (!view?.reviewable) throw new Error("nothing to review");
  return { until: view.reviewable.toISOString() };
}

/** Until when there is something to review now. */
async function due(): Promise<{ until: string }> {
  const until = (await page())?.reviewable;
  return until ? { until: until.toISOString() } : asked();
}

describeCommand(reviewLookUps, {
  province,
  ready: asked,
  by: [committee, "inspector"],
  input: async () => ({ ...(await due()), note: "Đã đối chiếu." }),
  subjectId: () => null,
  does: {
    "marks what was asked until then, and nothing is left to review": async () => {
      const view = await page();
      expect(view).toMatchObject({ reviewable: null, review: { note: "Đã đối chiếu." } });
      expect(view?.lines[0]).toMatchObject({ source: "taking" });
    },
  },
  events: ["petitions.lookUpsReviewed"],
  wrongInput: { "no moment": { change: { until: "yesterday" }, field: "until" } },
  notAllowed: { "a chief": { by: [committee, "chief"], reason: "role", source: "portal" } },
  otherTenant: { code: "forbidden" },
  otherOffice: { reason: "role", source: "portal" },
  wrongState: {},
  stale: { change: { until: "2020-01-01T00:00:00.000Z" }, message: "lookUpsReviewedBefore" },
  atOnce: { answer: { code: "stale" } },
});

test("who asked, how often, for how many letters and with how many answers, of one's own office alone", async () => {
  await taken(province(), { class: "feedback" });
  await taken(province(), { class: "feedback" });
  const view = await page();
  const line = view?.lines.find(({ source }) => source === "taking");
  expect(line?.personName).toBe(postOf(province().phuTho, committee, "reception-officer").name);
  expect(line?.times).toBeGreaterThanOrEqual(2);
  expect(line?.letters).toBe(line?.times);
  expect(line?.answers).toBeGreaterThan(0);
  const others = (await page(party))?.lines.map(({ personName }) => personName);
  expect(others).not.toContain(line?.personName);
  expect(await runQuery(listLookUps, as(province().phuTho, committee, "chief"), {})).toBeNull();
});

test("what comes after a review is to be reviewed anew; a page further back is there while there is something", async () => {
  const before = await asked();
  await executeCommand(reviewLookUps, as(province().phuTho, committee, "inspector"), { until: before.until });
  expect((await page())?.reviewable).toBeNull();
  const after = await asked();
  expect(after.until > before.until).toBe(true);
  const past = await page(committee, "2026-01-05");
  expect(past).toMatchObject({ from: "2025-12-23", until: "2026-01-05", older: null, reviewable: null });
  expect(past?.newer).not.toBeNull();
  expect((await page(committee, "no day"))?.lines).not.toEqual([]);
});

test("nor past the code: nothing is reviewed before it was, or twice", async () => {
  await asked();
  const { officeId, accountId } = postOf(province().phuTho, committee, "inspector");
  const put = (until: string) =>
    outcomeOf(
      province().pool("app"),
      { tenantId: province().phuTho.tenant.id, officeId, accountId },
      `insert into look_up_reviews (tenant_id, id, office_id, reviewed_until, account_id, at)
        values (current_tenant(), gen_random_uuid(), current_office(), ${until}, current_account(), now() + interval '2 days')`,
    );
  expect(await put("now() + interval '1 day'")).toBe("PH002 reviewed");
  expect(await put("timestamptz '2020-01-01'")).toBe("PH002 reviewed");
  expect(await put("clock_timestamp()")).toBe("done");
});
