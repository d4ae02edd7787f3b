import { expect, test } from "vitest";
import { concludePetition } from "@/lib/petitions/commands/conclude-petition";
import { joinPetition } from "@/lib/petitions/commands/join-petition";
import { executeCommand } from "@/lib/platform/commands/execute-command";
import { as } from "@/prisma/seed/caller";
import { petitionRow, taken } from "@/tests/support/builders/petition-stages";
import { committee, party, useProvince } from "@/tests/support/builders/province";
import { joinedPair, joinsOf, runningTerms, samePair } from "@/tests/support/builders/same-letters";
import { describeCommand } from "@/tests/support/command-outcomes";

const province = useProvince();

describeCommand(joinPetition, {
  province,
  ready: () => samePair(province()),
  by: [party, "records-clerk"],
  input: ({ petitionId, revision, first }) => ({ petitionId, revision, code: first.code }),
  subjectId: ({ petitionId }) => petitionId,
  does: {
    "joins it to the first, whose terms alone run on": async ({ stage }) => {
      expect(await joinsOf(province(), stage)).toMatchObject([
        { kind: "joined", undone: false, other_id: stage.first.petitionId },
      ]);
      expect(await runningTerms(province(), stage)).toEqual([]);
      expect(await runningTerms(province(), stage.first)).not.toEqual([]);
      expect(await petitionRow(province(), stage)).toMatchObject({
        state: "classified",
        revision: stage.revision + 1,
      });
    },
  },
  events: ["petitions.joined"],
  wrongInput: { "no letter": { change: { code: "" }, field: "code" } },
  notAllowed: { "an inspector": { by: [party, "inspector"], reason: "role", source: "portal" } },
  conflicts: {
    "a code that is not among them": {
      change: { code: "PTO-0000-0000" },
      answer: { code: "conflict", message: "notTheSame" },
    },
  },
  wrongState: {
    "joined already": { stage: () => joinedPair(province()), reason: "state", source: "portal" },
    "filed away": {
      stage: async () => {
        const pair = await samePair(province());
        await executeCommand(concludePetition, as(province().phuTho, party, "chief"), {
          petitionId: pair.petitionId,
          revision: pair.revision,
          conclusion: "filed-away",
          words: "Đơn trùng.",
        });
        return { ...pair, revision: pair.revision + 1 };
      },
      reason: "state",
      source: "portal",
    },
  },
  stale: { change: { revision: 77 }, message: "stalePetition" },
  atOnce: { answer: { code: "forbidden", reason: "state" } },
});

test("only the later letter is joined, and only to one that is joined to none", async () => {
  const { petitionId, code, first } = await samePair(province());
  await expect(
    executeCommand(joinPetition, as(province().phuTho, committee, "specialist"), {
      petitionId: first.petitionId,
      revision: 1,
      code,
    }),
  ).rejects.toMatchObject({ code: "conflict", messageKey: "joinedToTheFirst" });
  expect(await joinsOf(province(), { petitionId })).toEqual([]);
});

test("joined, a letter is handled with the first: here it is filed away and nothing else", async () => {
  const { petitionId, revision } = await joinedPair(province());
  const conclude = (conclusion: string) =>
    executeCommand(concludePetition, as(province().phuTho, party, "chief"), {
      petitionId,
      revision,
      conclusion,
      words: "Đơn trùng, đã nhập vào đơn gửi trước.",
      body: "Sở Xây dựng",
      documentNumber: "3/VPTU",
    });
  await expect(conclude("guided")).rejects.toMatchObject({ code: "forbidden" });
  await conclude("filed-away");
  expect(await petitionRow(province(), { petitionId })).toMatchObject({ state: "filed-away" });
});

test("what is sealed is joined to nothing", async () => {
  const letter = {
    subject: "Tố cáo thu tiền sai",
    content: `Ngày 3/4/2026 cán bộ thu của 19 hộ mỗi hộ 3.700.000 đồng không có biên lai, nói là tiền đo đạc, đến nay chưa trả lại cho ai cả. Các hộ đã
      hỏi nhiều lần, lần nào cũng được hẹn, có lần còn bị dọa không cho làm giấy tờ. Đề nghị kiểm tra và xử lý người thu tiền theo quy định.`,
    class: "denunciation",
    denounces: "yes",
  };
  const first = await taken(province(), letter);
  const { petitionId } = await taken(province(), { ...letter, bodyId: province().phuTho.bodies.get("TU") });
  expect(
    await province().rows("select 1 from petition_matches where petition_id = $1", [petitionId]),
  ).toHaveLength(1);
  await expect(
    executeCommand(joinPetition, as(province().phuTho, party, "specialist"), {
      petitionId,
      revision: 1,
      code: first.code,
    }),
  ).rejects.toMatchObject({ code: "conflict", messageKey: "notTheSame" });
});
