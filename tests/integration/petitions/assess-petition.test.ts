import { expect, test } from "vitest";
import { assessPetition } from "@/lib/petitions/commands/assess-petition";
import { conditionsOf } from "@/lib/petitions/conditions";
import { executeCommand } from "@/lib/platform/commands/execute-command";
import { as } from "@/prisma/seed/caller";
import { classified, forwarded, lookedUp } from "@/tests/support/builders/petition-way";
import { committee, useProvince } from "@/tests/support/builders/province";
import { describeCommand } from "@/tests/support/command-outcomes";

const province = useProvince();
const conditions = conditionsOf("complaint").map(({ key }) => key);
const checksOf = (petitionId: string) =>
  province().rows<{ condition_key: string; met: boolean; basis: string }>(
    "select condition_key, met, basis from petition_checks where petition_id = $1",
    [petitionId],
  );

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
      expect(checks.filter(({ met }) => !met)).toEqual([
        { condition_key: "in-time", met: false, basis: "Luật Khiếu nại 2011, Điều 11 khoản 6" },
      ]);
    },
  },
  events: ["petitions.assessed"],
  wrongInput: { "a condition of another class": { change: { met: ["clear-person"] }, field: "met" } },
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
