import { expect, test } from "vitest";
import { assessPetition } from "@/lib/petitions/commands/assess-petition";
import { classifyPetition } from "@/lib/petitions/commands/classify-petition";
import { conditionsOf } from "@/lib/petitions/conditions";
import { getPetitionPage } from "@/lib/petitions/queries/get-petition-page";
import { executeCommand } from "@/lib/platform/commands/execute-command";
import { runQuery } from "@/lib/platform/queries/run-query";
import { as } from "@/prisma/seed/caller";
import { asOwner, classified, forwarded, lookedUp } from "@/tests/support/builders/petition-way";
import { committee, useProvince } from "@/tests/support/builders/province";
import { describeCommand } from "@/tests/support/command-outcomes";

const province = useProvince();
const conditions = conditionsOf("complaint").map(({ key }) => key);
const checksOf = (petitionId: string) =>
  province().rows<{ condition_key: string; met: boolean | null; basis: string }>(
    "select condition_key, met, basis from petition_checks where petition_id = $1",
    [petitionId],
  );

const specialist = () => as(province().phuTho, committee, "specialist");
async function pageOf(petitionId: string) {
  const found = await runQuery(getPetitionPage, specialist(), { petitionId });
  if (!found) throw new Error("no letter");
  return found.view;
}

describeCommand(assessPetition, {
  province,
  ready: () => classified(province(), { class: "complaint" }),
  by: [committee, "specialist"],
  input: ({ petitionId, revision }) => ({
    petitionId,
    revision,
    met: conditions.filter((key) => key !== "in-time"),
    note: "Quyết định ban hành năm 2024.",
  }),
  subjectId: ({ petitionId }) => petitionId,
  does: {
    "keeps every condition with its article, met or not": async ({ stage }) => {
      const checks = await checksOf(stage.petitionId);
      expect(checks.map(({ condition_key }) => condition_key).sort()).toEqual([...conditions].sort());
      expect(checks.filter(({ met }) => met === false)).toEqual([
        { condition_key: "in-time", met: false, basis: "Luật Khiếu nại 2011, Điều 11 khoản 6" },
      ]);
    },
  },
  events: ["petitions.assessed"],
  wrongInput: {
    "a condition of another class": { change: { met: ["clear-person"] }, field: "met" },
    "a condition every complaint is asked said not to apply": {
      change: { notApplicable: ["in-time"] },
      field: "notApplicable",
    },
    "a condition met and said not to apply": {
      change: { met: conditions, notApplicable: ["represented"] },
      field: "notApplicable",
    },
  },
  notAllowed: {
    "a records clerk": { by: [committee, "records-clerk"], reason: "role", source: "portal" },
  },
  wrongState: {
    "given over": { stage: () => forwarded(province()), reason: "state", source: "portal" },
  },
  stale: { change: { revision: 7 }, message: "stalePetition" },
  atOnce: { answer: { code: "stale" } },
});

test("judged again, the earlier judgement gives way; a mixed letter is split first", async () => {
  const letter = await classified(province());
  const caller = as(province().phuTho, committee, "specialist");
  const { petitionId } = letter;
  await executeCommand(assessPetition, caller, { petitionId, revision: letter.revision });
  const { revision } = await lookedUp(province(), letter);
  const all = conditionsOf("feedback").map(({ key }) => key);
  await executeCommand(assessPetition, caller, { petitionId, revision, met: all });
  expect((await checksOf(petitionId)).every(({ met }) => met)).toBe(true);
  const mixed = await classified(province(), { class: "mixed" });
  await expect(
    executeCommand(assessPetition, caller, { petitionId: mixed.petitionId, revision: mixed.revision }),
  ).rejects.toMatchObject({ code: "conflict", messageKey: "mixedIsSplit" });
});

const judged = (petitionId: string, revision: number, change: Record<string, unknown>) =>
  executeCommand(assessPetition, specialist(), { petitionId, revision, ...change });

test("what does not apply is neither met nor unmet: the letter is fit, accepted, and not declined", async () => {
  const letter = await classified(province(), { class: "complaint" });
  const { petitionId } = letter;
  await judged(petitionId, letter.revision, { all: "met", notApplicable: ["represented"] });
  const checks = await checksOf(petitionId);
  expect(checks.filter(({ met }) => met !== true)).toEqual([
    { condition_key: "represented", met: null, basis: "Luật Khiếu nại 2011, Điều 11 khoản 4" },
  ]);
  const [event] = await province().rows<{ payload: unknown }>(
    "select payload from audit_events where subject_id = $1 and name = 'petitions.assessed'",
    [petitionId],
  );
  expect(event?.payload).toMatchObject({ unmet: [], notApplicable: ["represented"] });
  const view = await pageOf(petitionId);
  expect([view.way.eligible, view.way.conclusions.includes("not-accepted")]).toEqual([true, false]);
  expect(view.recordable).toContain("accepted");
});

test("the database takes no condition every letter is asked as not applying, nor that nobody represents where somebody does", async () => {
  const letter = await classified(province(), { class: "complaint" });
  const { petitionId } = letter;
  await expect(
    asOwner(
      province(),
      `insert into petition_checks (tenant_id, petition_id, condition_key, met, basis, account_id, checked_at)
        select tenant_id, id, 'in-time', null, 'x', filing_account_id, now() from petitions where id = $1`,
      [petitionId],
    ),
  ).rejects.toThrow(/petition_checks_may_not_apply/);
  await asOwner(
    province(),
    `insert into petition_people (tenant_id, id, petition_id, identity, ordinal, part, relation, full_name)
      select tenant_id, gen_random_uuid(), id, identity, 2, 'representative', 'child', 'Hà Văn Đại' from petitions where id = $1`,
    [petitionId],
  );
  await expect(
    judged(petitionId, letter.revision, { all: "met", notApplicable: ["represented"] }),
  ).rejects.toMatchObject({
    details: { fields: { notApplicable: ["conditionApplies"] } },
  });
  expect((await pageOf(petitionId)).way.represented).toBe(true);
});

test("classified anew, what was judged of the other class says nothing any more", async () => {
  const letter = await classified(province(), { class: "complaint" });
  const { petitionId } = letter;
  await judged(petitionId, letter.revision, { met: conditions.filter((key) => key !== "in-time") });
  const { revision } = await lookedUp(province(), letter);
  await executeCommand(classifyPetition, specialist(), {
    petitionId,
    revision,
    class: "feedback",
  });
  expect(await checksOf(petitionId)).toEqual([]);
  expect((await pageOf(petitionId)).way.conclusions).not.toContain("not-accepted");
});
