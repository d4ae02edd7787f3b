import { expect, test } from "vitest";
import { answerCase } from "@/lib/petitions/commands/answer-case";
import { postOf } from "@/prisma/seed/caller";
import { outcomeOf } from "@/tests/integration/platform/support/session";
import { answered, appointed, caseOf, caseRow, daysAgo, revisionOf } from "@/tests/support/builders/cases";
import { committee, useProvince } from "@/tests/support/builders/province";
import { describeCommand } from "@/tests/support/command-outcomes";

const province = useProvince();
const revision = (of: { caseId: string }) => revisionOf(province(), of);
const settings = () => {
  const { officeId, accountId } = postOf(province().phuTho, committee, "chief");
  return { tenantId: province().phuTho.tenant.id, officeId, accountId };
};

describeCommand(answerCase, {
  province,
  ready: async () => {
    const found = await caseOf(province(), 5);
    await appointed(province(), found);
    return found;
  },
  by: [committee, "chief"],
  input: async (stage) => ({
    caseId: stage.caseId,
    revision: await revision(stage),
    words: "Điều chỉnh đơn giá, bổ sung cây cối.",
    documentNumber: "77/UBND-TCD",
    answeredOn: daysAgo(0),
  }),
  subjectId: ({ caseId }) => caseId,
  does: {
    "is one answer for all letters": async ({ stage }) => {
      expect(await caseRow(province(), stage)).toMatchObject({
        state: "answered",
        answer_document: "77/UBND-TCD",
      });
    },
  },
  events: ["petitions.caseAnswered"],
  wrongInput: { "no words": { change: { words: "" }, field: "words" } },
  notAllowed: { "a specialist": { by: [committee, "specialist"], reason: "role", source: "portal" } },
  wrongState: {
    "five people whom nobody speaks for": {
      stage: () => caseOf(province(), 5),
      code: "conflict",
      message: "representativesMissing",
    },
    "answered already": {
      stage: async () => {
        const found = await caseOf(province(), 1);
        await answered(province(), found);
        return found;
      },
      reason: "state",
      source: "portal",
    },
  },
  stale: { change: { revision: 77 }, message: "staleCase" },
  atOnce: { answer: { code: "forbidden", reason: "state" } },
});

test("nor past the code: a case of five is not answered while nobody speaks for them, or twice", async () => {
  const found = await caseOf(province(), 5);
  const put = () =>
    outcomeOf(
      province().pool("app"),
      settings(),
      `update petition_cases set state = 'answered', answer = 'Trả lời chung', answered_on = portal_today(), revision = revision + 1 where id = $1`,
      [found.caseId],
    );
  expect(await put()).toBe("PH002 representatives");
  await appointed(province(), found);
  await answered(province(), found);
  const again = await outcomeOf(
    province().pool("app"),
    settings(),
    "update petition_cases set answer = 'Trả lời khác', revision = revision + 1 where id = $1",
    [found.caseId],
  );
  expect(again).toBe("PH002 state");
});
