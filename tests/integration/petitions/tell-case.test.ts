import { expect, test } from "vitest";
import { classifyPetition } from "@/lib/petitions/commands/classify-petition";
import { recordMilestone } from "@/lib/petitions/commands/record-milestone";
import { tellCase } from "@/lib/petitions/commands/tell-case";
import { executeCommand } from "@/lib/platform/commands/execute-command";
import { as } from "@/prisma/seed/caller";
import { answered, caseOf, daysAgo, membersOf } from "@/tests/support/builders/cases";
import { petitionRow } from "@/tests/support/builders/petition-stages";
import { committee, useProvince } from "@/tests/support/builders/province";
import { describeCommand } from "@/tests/support/command-outcomes";

const province = useProvince();

describeCommand(tellCase, {
  province,
  ready: async () => {
    const found = await caseOf(province(), 2);
    await answered(province(), found);
    return found;
  },
  by: [committee, "records-clerk"],
  input: ({ caseId }) => ({ caseId, how: "post", toldOn: daysAgo(0) }),
  subjectId: ({ caseId }) => caseId,
  does: {
    "marks every letter of the office at once": async ({ stage }) => {
      expect(await membersOf(province(), stage)).toMatchObject([{ told_how: "post" }, { told_how: "post" }]);
    },
  },
  events: [
    "petitions.caseTold",
    "petitions.toldOfCase",
    "petitions.toldOfCase",
    "petitions.milestoneRecorded",
    "petitions.concluded",
    "petitions.milestoneRecorded",
    "petitions.concluded",
  ],
  wrongInput: {
    "no way": { change: { how: "" }, field: "how" },
    "before the answer": { change: { toldOn: daysAgo(2) }, field: "toldOn" },
  },
  notAllowed: { "an inspector": { by: [committee, "inspector"], reason: "role", source: "portal" } },
  wrongState: {
    "not answered": { stage: () => caseOf(province(), 1), reason: "state", source: "portal" },
  },
  stale: null,
  atOnce: { answer: { code: "conflict" } },
});

const clocksOf = (petitionId: string) =>
  province().rows<{ step: string; status: string }>(
    "select step, status from petition_clocks where petition_id = $1 and status <> 'replaced' order by step",
    [petitionId],
  );

const told = (caseId: string) =>
  executeCommand(tellCase, as(province().phuTho, committee, "records-clerk"), {
    caseId,
    how: "post",
    toldOn: daysAgo(0),
  });

const milestonesOf = async (petitionId: string) =>
  (
    await province().rows<{ kind: string }>(
      "select kind from petition_milestones where petition_id = $1 order by kind",
      [petitionId],
    )
  ).map(({ kind }) => kind);

test("told, every letter of the case is settled, and that its sender was told is on record", async () => {
  const found = await caseOf(province(), 3);
  await answered(province(), found);
  await told(found.caseId);
  for (const letter of found.letters) {
    expect(await petitionRow(province(), letter)).toMatchObject({ state: "settled", outcome: "settled" });
    expect(await milestonesOf(letter.petitionId)).toEqual(["outcome-told"]);
  }
});

test("an accepted complaint of a case is decided by its answer, one that was not accepted stays to be judged", async () => {
  const found = await caseOf(province(), 2);
  const [accepted, waiting] = found.letters;
  for (const letter of [accepted, waiting]) {
    await executeCommand(classifyPetition, as(province().phuTho, committee, "specialist"), {
      petitionId: letter?.petitionId,
      revision: Number((await petitionRow(province(), { petitionId: letter?.petitionId ?? "" }))["revision"]),
      class: "complaint",
    });
  }
  await executeCommand(recordMilestone, as(province().phuTho, committee, "specialist"), {
    petitionId: accepted?.petitionId,
    revision: Number((await petitionRow(province(), { petitionId: accepted?.petitionId ?? "" }))["revision"]),
    kind: "accepted",
    on: daysAgo(0),
  });
  await answered(province(), found);
  await told(found.caseId);
  const of = async (letter: { petitionId: string } | undefined) =>
    petitionRow(province(), { petitionId: letter?.petitionId ?? "" });
  expect(await of(accepted)).toMatchObject({ state: "settled" });
  expect(await of(waiting)).toMatchObject({ state: "classified" });
  expect(await clocksOf(waiting?.petitionId ?? "")).toMatchObject([
    { step: "complaint-accept", status: "running" },
  ]);
  expect(await milestonesOf(waiting?.petitionId ?? "")).toEqual(["outcome-told"]);
  expect(await milestonesOf(accepted?.petitionId ?? "")).toEqual(["accepted", "decided", "outcome-told"]);
  expect(
    (await clocksOf(accepted?.petitionId ?? "")).find(({ step }) => step === "complaint-settle"),
  ).toMatchObject({ status: "met" });
});
