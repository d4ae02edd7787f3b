import { expect, test } from "vitest";
import { getDesk } from "@/lib/desk/queries/get-desk";
import { answerForward } from "@/lib/petitions/commands/answer-forward";
import { executeCommand } from "@/lib/platform/commands/execute-command";
import { dayAt } from "@/lib/platform/dates/days";
import type { Role } from "@/lib/platform/policy/rule-table";
import { runQuery } from "@/lib/platform/queries/run-query";
import { as } from "@/prisma/seed/caller";
import { petitionRow, readersOfPetition } from "@/tests/support/builders/petition-stages";
import { acknowledged, forwarded, forwardsOf, sentBack } from "@/tests/support/builders/petition-way";
import { committee, party, useProvince } from "@/tests/support/builders/province";
import { describeCommand } from "@/tests/support/command-outcomes";

const province = useProvince();

describeCommand(answerForward, {
  province,
  ready: () => forwarded(province()),
  by: [party, "records-clerk"],
  input: ({ petitionId, forwardId }) => ({ petitionId, forwardId, answer: "acknowledged", reason: "" }),
  subjectId: ({ petitionId }) => petitionId,
  does: {
    "moves the letter to the other office, which handles it from now on": async ({ stage }) => {
      expect(await forwardsOf(province(), stage)).toMatchObject([{ state: "acknowledged" }]);
      expect(await petitionRow(province(), stage)).toMatchObject({
        state: "classified",
        lead_why: "forwarded",
        competent: true,
        outcome: null,
      });
      expect(await readersOfPetition(province(), stage)).toEqual({ [party]: "lead", [committee]: "creator" });
    },
  },
  events: ["petitions.forwardAnswered"],
  wrongInput: {
    "no answer": { change: { answer: "" }, field: "answer" },
    "sent back without a reason": { change: { answer: "sent-back" }, field: "reason" },
  },
  notAllowed: {
    "the office that gave it over": { by: [committee, "chief"], reason: "part", source: "portal" },
    "an inspector": { by: [party, "inspector"], reason: "role", source: "portal" },
  },
  conflicts: {
    "a slip of another letter": {
      change: { forwardId: "00000000-0000-4000-8000-000000000000" },
      answer: { code: "stale", message: "stalePetition" },
    },
  },
  wrongState: {
    "sent back already": { stage: () => sentBack(province()), code: "stale", message: "stalePetition" },
    "taken over already": { stage: () => acknowledged(province()), reason: "part", source: "portal" },
  },
  stale: null,
  atOnce: { answer: { code: "forbidden", reason: "part" } },
});

test("sent back with its reason, the letter waits with who gave it over", async () => {
  const letter = await sentBack(province());
  expect(await petitionRow(province(), letter)).toMatchObject({ state: "forwarded", closed_at: null });
  expect(await forwardsOf(province(), letter)).toMatchObject([
    { state: "sent-back", back_reason: "Nội dung thuộc Ủy ban nhân dân tỉnh." },
  ]);
});

const onDesk = async (role: Role, { petitionId }: { petitionId: string }) => {
  const page = await runQuery(getDesk, as(province().phuTho, party, role), {});
  return page?.view.petitions.filter((each) => each.petitionId === petitionId) ?? [];
};

test("it waits on the desk with who gave it over and when, and once taken over with what is due and by when", async () => {
  const today = dayAt(new Date());
  const letter = await forwarded(province(), { class: "complaint" });
  expect(await onDesk("records-clerk", letter)).toMatchObject([
    { act: "answerForward", from: committee, sentOn: today },
  ]);
  await executeCommand(answerForward, as(province().phuTho, party, "records-clerk"), {
    petitionId: letter.petitionId,
    forwardId: letter.forwardId,
    answer: "acknowledged",
    reason: "",
  });
  for (const role of ["records-clerk", "specialist", "department-head", "chief"] as const) {
    expect(await onDesk(role, letter), role).toMatchObject([
      { act: "handle", from: committee, sentOn: today, step: "complaint-accept", dueOn: expect.any(String) },
    ]);
  }
  expect(await onDesk("inspector", letter)).toEqual([]);
  const clocks = await province().rows(
    "select step, status, o.code from petition_clocks c join offices o on o.id = c.office_id where petition_id = $1 order by c.id",
    [letter.petitionId],
  );
  // Given over it was done by nobody; the other office has it to do.
  expect(clocks).toContainEqual({ step: "complaint-accept", status: "ended", code: committee });
  expect(clocks).toContainEqual({ step: "complaint-accept", status: "running", code: party });
  expect(clocks).not.toContainEqual(expect.objectContaining({ status: "met" }));
});
