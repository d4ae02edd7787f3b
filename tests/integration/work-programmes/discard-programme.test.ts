import { expect, test } from "vitest";
import { runQuery } from "@/lib/platform/queries/run-query";
import { discardProgramme } from "@/lib/work-programmes/commands/discard-programme";
import { settleOverlap } from "@/lib/work-programmes/commands/settle-overlap";
import { getOverlaps } from "@/lib/work-programmes/queries/get-overlaps";
import { getProgramme } from "@/lib/work-programmes/queries/get-programme";
import { as, postOf } from "@/prisma/seed/caller";
import { outcomeOf } from "@/tests/integration/platform/support/session";
import {
  added,
  committeeYear,
  drafted,
  freshYear,
  itemInput,
  itemRows,
  quarterCarried,
  yearDraft,
  yearIssued,
} from "@/tests/support/builders/programme-stages";
import { committee, council, party, useProvince } from "@/tests/support/builders/province";
import { answerOf, attempt, describeCommand } from "@/tests/support/command-outcomes";

const province = useProvince();

const rowsOf = (programmeId: string) =>
  province().rows("select id from work_programmes where id = $1", [programmeId]);

describeCommand(discardProgramme, {
  province,
  ready: () => yearDraft(province()),
  by: [party, "specialist"],
  input: async ({ programmeId }) => ({ programmeId, revision: 1 }),
  subjectId: ({ programmeId }) => programmeId,
  does: {
    "neither the draft nor its items are there": async ({ stage, province }) => {
      expect(await rowsOf(stage.programmeId)).toEqual([]);
      expect(await itemRows(province, stage.programmeId)).toEqual([]);
    },
    "nobody has a way to it, and its body and time are free": async ({ stage, province }) => {
      expect(await province.rows("select 1 from access where subject_id = $1", [stage.programmeId])).toEqual(
        [],
      );
      const again = await drafted(province, String(stage.year));
      expect(again).not.toBe(stage.programmeId);
    },
    "the history keeps what was in it": async ({ stage, province }) => {
      const [event] = await province.rows<{ payload: { items: { title: string }[] } }>(
        "select payload from audit_events where subject_id = $1 and name = 'programmes.discarded'",
        [stage.programmeId],
      );
      expect(event?.payload.items.map(({ title }) => title)).toEqual([
        "Hội nghị Ban Chấp hành Đảng bộ tỉnh về kinh tế, xã hội",
      ]);
    },
  },
  events: ["programmes.discarded"],
  wrongInput: {
    "no programme": { change: { programmeId: "" }, field: "programmeId" },
    "no revision": { change: { revision: "0" }, field: "revision" },
  },
  notAllowed: {
    "an inspector": { by: [party, "inspector"], reason: "role", source: "portal" },
  },
  wrongState: {
    "what was issued stays": { stage: () => yearIssued(province()), reason: "state", source: "portal" },
  },
  stale: { change: { revision: 9 }, message: "staleProgramme" },
  atOnce: { answer: { code: "not-found" } },
});

test("what was carried down goes with the draft and may be carried down again", async () => {
  const { programmeId, above } = await quarterCarried(province());
  await attempt(discardProgramme, as(province().phuTho, party, "specialist"), { programmeId, revision: 1 });
  expect(await rowsOf(programmeId)).toEqual([]);
  const again = await drafted(province(), `quý I/${above.year}`);
  const page = await runQuery(getProgramme, as(province().phuTho, party, "specialist"), {
    programmeId: again,
  });
  expect(page?.view.toCarry).toBe(1);
});

test("a draft about whose overlap somebody gave a reason stays, and says so", async () => {
  const year = freshYear();
  const { programmeId } = await yearDraft(province(), year);
  await committeeYear(province(), year);
  const chief = as(province().phuTho, party, "chief");
  const [overlap] = (await runQuery(getOverlaps, chief, { year }))?.view.overlaps ?? [];
  await attempt(settleOverlap, chief, {
    itemId: overlap?.one.itemId,
    otherItemId: overlap?.other?.itemId,
    basis: overlap?.basis,
    reason: "Họp chung một buổi.",
  });
  const outcome = await attempt(discardProgramme, chief, { programmeId, revision: 1 });
  expect(answerOf(outcome)).toMatchObject({ code: "conflict", message: "programmeSettled" });
  expect(await rowsOf(programmeId)).toHaveLength(1);
});

test("the database lets no other office throw a draft away, and nobody what was issued or still has items", async () => {
  const remove = (office: string, programmeId: string) => {
    const post = postOf(province().phuTho, office, "chief");
    return outcomeOf(
      province().pool("app"),
      { tenantId: province().phuTho.tenant.id, officeId: post.officeId, accountId: post.accountId },
      "delete from work_programmes where id = $1",
      [programmeId],
    );
  };
  const year = freshYear();
  const empty = await drafted(province(), String(year));
  const full = await drafted(province(), `quý I/${year}`);
  await added(province(), full, await itemInput(province(), year));
  const { programmeId: issued } = await yearIssued(province());
  // Who may not read it finds no row; who may read it is told.
  expect(await remove(council, empty)).toBe("no row");
  expect(await remove(committee, issued)).toBe("PH001 part");
  expect(await remove(party, issued)).toBe("PH002 state");
  expect(await remove(party, full)).toBe("23001");
  expect(await remove(party, empty)).not.toMatch(/^PH|^no row|^23503|^42501/);
});
