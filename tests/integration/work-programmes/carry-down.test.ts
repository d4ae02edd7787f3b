import { expect } from "vitest";
import { carryDown } from "@/lib/work-programmes/commands/carry-down";
import {
  added,
  drafted,
  freshYear,
  issue,
  itemInput,
  itemRows,
  quarterCarried,
  quarterDraft,
} from "@/tests/support/builders/programme-stages";
import { council, party, useProvince } from "@/tests/support/builders/province";
import { describeCommand } from "@/tests/support/command-outcomes";

const province = useProvince();

/** A year with an item in February, one of the whole first quarter and one in June; its first quarter empty. */
async function ready() {
  const year = freshYear();
  const above = await drafted(province(), String(year));
  const item = (more: Record<string, unknown>) => itemInput(province(), year, more);
  const february = await added(province(), above, await item({}));
  const quarter = await added(
    province(),
    above,
    await item({ title: "Kiểm tra công tác đầu năm", due: `quý I/${year}` }),
  );
  await added(province(), above, await item({ title: "Sơ kết sáu tháng", due: `06/${year}` }));
  await issue(province(), above);
  return { programmeId: await drafted(province(), `quý I/${year}`), above, year, due: [quarter, february] };
}

describeCommand(carryDown, {
  province,
  ready,
  by: [party, "specialist"],
  input: ({ programmeId }) => ({ programmeId }),
  subjectId: ({ programmeId }) => programmeId,
  does: {
    "takes what falls due in the quarter, with its lead and duty, and remembers from where": async ({
      stage,
      province,
    }) => {
      const rows = await itemRows(province, stage.programmeId);
      const above = await itemRows(province, stage.above);
      expect(rows.map((row) => row["parent_item_id"])).toEqual(stage.due);
      for (const row of rows) {
        const from = above.find((item) => item["id"] === row["parent_item_id"]);
        for (const column of [
          "title",
          "duty_id",
          "lead_office_id",
          "starts_on",
          "ends_on",
          "leader_post_id",
        ]) {
          expect(row[column], column).toEqual(from?.[column]);
        }
        expect(row).toMatchObject({ state: "active", revision: 1, approval_number: null });
      }
    },
  },
  events: ["programmes.carriedDown"],
  wrongInput: { "no programme": { change: { programmeId: "" }, field: "programmeId" } },
  notAllowed: {
    "an inspector of the office": { by: [party, "inspector"], reason: "role", source: "portal" },
  },
  otherOffice: { answer: { code: "not-found", message: "notFound" } },
  wrongState: {
    "when everything is carried": {
      stage: async () => ({ ...(await quarterCarried(province())), due: [], above: "" }),
      code: "conflict",
      message: "nothingToCarry",
    },
    "when it is issued": {
      stage: async () => {
        const stage = await quarterCarried(province());
        await issue(province(), stage.programmeId);
        return { ...stage, due: [], above: "" };
      },
      reason: "state",
      source: "portal",
    },
    "where another office finds no draft": {
      by: [council, "chief"],
      stage: async () => {
        const stage = await quarterDraft(province());
        await added(
          province(),
          stage.programmeId,
          await itemInput(province(), stage.year, { due: `03/${stage.year}` }),
        );
        return { ...stage, programmeId: stage.above.programmeId, due: [], above: "" };
      },
      reason: "part",
      source: "portal",
    },
  },
  stale: null,
  atOnce: { answer: { code: "conflict" } },
});
