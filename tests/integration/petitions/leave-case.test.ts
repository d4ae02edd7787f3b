import { expect, test } from "vitest";
import { getCase } from "@/lib/petitions/cases/queries/get-case";
import { classifyPetition } from "@/lib/petitions/commands/classify-petition";
import { leaveCase } from "@/lib/petitions/commands/leave-case";
import { executeCommand } from "@/lib/platform/commands/execute-command";
import { runQuery } from "@/lib/platform/queries/run-query";
import { as } from "@/prisma/seed/caller";
import { appointed, caseOf, membersOf, representativesOf } from "@/tests/support/builders/cases";
import { petitionRow } from "@/tests/support/builders/petition-stages";
import { committee, useProvince } from "@/tests/support/builders/province";
import { describeCommand } from "@/tests/support/command-outcomes";

const province = useProvince();
const handler = () => as(province().phuTho, committee, "specialist");

describeCommand(leaveCase, {
  province,
  ready: () => caseOf(province(), 2),
  by: [committee, "specialist"],
  input: ({ caseId, letters }) => ({ caseId, petitionId: letters[1]?.petitionId, reason: "Việc khác." }),
  subjectId: ({ caseId }) => caseId,
  does: {
    "takes it out; the line stays": async ({ stage }) => {
      expect(await membersOf(province(), stage)).toMatchObject([
        { left: false },
        { left: true, left_reason: "Việc khác." },
      ]);
    },
  },
  events: ["petitions.caseLeft", "petitions.takenOutOfCase"],
  wrongInput: { "no reason": { change: { reason: " " }, field: "reason" } },
  notAllowed: { "an inspector": { by: [committee, "inspector"], reason: "role", source: "portal" } },
  wrongState: {},
  stale: null,
  atOnce: { answer: { code: "conflict" } },
});

test("becoming a denunciation a letter leaves its case, and no name of it stays there", async () => {
  const found = await caseOf(province(), 6);
  await appointed(province(), found, 1);
  const letter = found.letters[1];
  const row = await petitionRow(province(), { petitionId: letter?.petitionId ?? "" });
  await executeCommand(classifyPetition, handler(), {
    petitionId: letter?.petitionId,
    revision: Number(row["revision"]),
    class: "denunciation",
    denounces: "yes",
  });
  expect((await membersOf(province(), found)).filter(({ left }) => left)).toMatchObject([
    { petition_id: letter?.petitionId, left_reason: "sealed" },
  ]);
  expect(await representativesOf(province(), found)).toMatchObject([{ full_name: "", ended: true }]);
  const seen = await runQuery(getCase, handler(), { caseId: found.caseId });
  expect(seen?.view.members).toHaveLength(5);
  expect(JSON.stringify(seen?.view)).not.toContain(letter?.fullName);
  expect(JSON.stringify(seen?.view)).not.toContain(letter?.code);
});
