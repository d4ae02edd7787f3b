import { expect, test } from "vitest";
import { destroyPetition } from "@/lib/petitions/commands/destroy-petition";
import { executeCommand } from "@/lib/platform/commands/execute-command";
import { as } from "@/prisma/seed/caller";
import { peopleOf, petitionRow } from "@/tests/support/builders/petition-stages";
import { classified, filedAway } from "@/tests/support/builders/petition-way";
import { committee, useProvince } from "@/tests/support/builders/province";
import { describeCommand } from "@/tests/support/command-outcomes";

const province = useProvince();

describeCommand(destroyPetition, {
  province,
  ready: () => filedAway(province()),
  by: [committee, "chief"],
  input: ({ petitionId, revision }) => ({ petitionId, revision, documentNumber: "03/QĐ-VP" }),
  subjectId: ({ petitionId }) => petitionId,
  does: {
    "destroys the key, who wrote and what, and keeps the line": async ({ stage }) => {
      expect(await petitionRow(province(), stage)).toMatchObject({
        state: "filed-away",
        content: null,
        sealed_content: null,
        destroyed_at: expect.any(Date),
      });
      expect(await peopleOf(province(), stage)).toEqual([]);
      expect(
        await province().rows("select wrapped, destroyed_at from petition_keys where petition_id = $1", [
          stage.petitionId,
        ]),
      ).toEqual([{ wrapped: null, destroyed_at: expect.any(Date) }]);
    },
  },
  events: ["petitions.destroyed"],
  wrongInput: { "no decision": { change: { documentNumber: "" }, field: "documentNumber" } },
  notAllowed: {
    "a head of department": { by: [committee, "department-head"], reason: "role", source: "portal" },
  },
  wrongState: {
    "still kept": {
      stage: () => filedAway(province(), { overdue: false }),
      code: "conflict",
      message: "stillKept",
    },
    "not filed away": { stage: () => classified(province()), reason: "state", source: "portal" },
  },
  stale: { change: { revision: 77 }, message: "stalePetition" },
  atOnce: { answer: { code: "stale" } },
});

test("what was sealed goes with its key", async () => {
  const letter = await filedAway(province(), { class: "denunciation", denounces: "yes" });
  const [before] = await province().rows("select sealed from petition_people where petition_id = $1", [
    letter.petitionId,
  ]);
  expect(before).toMatchObject({ sealed: expect.any(Buffer) });
  await executeCommand(destroyPetition, as(province().phuTho, committee, "chief"), {
    petitionId: letter.petitionId,
    revision: letter.revision,
    documentNumber: "04/QĐ-VP",
  });
  expect(await peopleOf(province(), letter)).toEqual([]);
  expect(await petitionRow(province(), letter)).toMatchObject({ identity: "sealed", sealed_content: null });
});
