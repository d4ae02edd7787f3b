import { expect, test } from "vitest";
import { answerForward } from "@/lib/petitions/commands/answer-forward";
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
