import { expect, test } from "vitest";
import { destroyPetition } from "@/lib/petitions/commands/destroy-petition";
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
  expect(await peopleOf(province(), letter)).toMatchObject([{ sealed: true }]);
});
