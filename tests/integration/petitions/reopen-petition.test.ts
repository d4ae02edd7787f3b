import { expect, test } from "vitest";
import { reopenPetition } from "@/lib/petitions/commands/reopen-petition";
import { postOf } from "@/prisma/seed/caller";
import { outcomeOf } from "@/tests/integration/platform/support/session";
import { petitionRow } from "@/tests/support/builders/petition-stages";
import { classified, filedAway } from "@/tests/support/builders/petition-way";
import { committee, useProvince } from "@/tests/support/builders/province";
import { describeCommand } from "@/tests/support/command-outcomes";

const province = useProvince();

describeCommand(reopenPetition, {
  province,
  ready: () => filedAway(province()),
  by: [committee, "chief"],
  input: ({ petitionId, revision }) => ({ petitionId, revision, reason: "Người gửi nộp thêm tài liệu mới." }),
  subjectId: ({ petitionId }) => petitionId,
  does: {
    "is handled again, and no longer kept for a time": async ({ stage }) => {
      expect(await petitionRow(province(), stage)).toMatchObject({
        state: "classified",
        outcome: null,
        keep_until: null,
        closed_at: null,
      });
    },
    "keeps that it was, by whom, and the reason under the letter's key": async ({ stage }) => {
      const rows = await province().rows<{ sealed: Buffer }>(
        "select kind, revision, account_id, sealed from petition_changes where petition_id = $1",
        [stage.petitionId],
      );
      expect(rows).toMatchObject([
        {
          kind: "reopened",
          revision: stage.revision + 1,
          account_id: postOf(province().phuTho, committee, "chief").accountId,
        },
      ]);
      expect(rows[0]?.sealed.toString("utf8")).not.toContain("tài liệu");
    },
  },
  events: ["petitions.reopened"],
  wrongInput: { "no reason": { change: { reason: " " }, field: "reason" } },
  notAllowed: { "a specialist": { by: [committee, "specialist"], reason: "role", source: "portal" } },
  wrongState: {
    "not filed away": { stage: () => classified(province()), reason: "state", source: "portal" },
  },
  stale: { change: { revision: 99 }, message: "stalePetition" },
  atOnce: { answer: { code: "forbidden", reason: "state" } },
});

test("past the code it is not opened again without its row", async () => {
  const letter = await filedAway(province());
  const { officeId, accountId } = postOf(province().phuTho, committee, "chief");
  expect(
    await outcomeOf(
      province().pool("app"),
      { tenantId: province().phuTho.tenant.id, officeId, accountId },
      "update petitions set state = 'classified', closed_at = null, keep_until = null, revision = revision + 1 where id = $1",
      [letter.petitionId],
    ),
  ).toBe("PH002 without-reason");
});
