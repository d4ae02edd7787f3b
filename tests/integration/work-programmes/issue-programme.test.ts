import { expect } from "vitest";
import { issueProgramme } from "@/lib/work-programmes/commands/issue-programme";
import {
  added,
  approval,
  drafted,
  freshYear,
  issue,
  itemInput,
  programmeReaders,
  programmeRow,
  quarterCarried,
} from "@/tests/support/builders/programme-stages";
import { committee, council, party, stranger, useProvince } from "@/tests/support/builders/province";
import { describeCommand } from "@/tests/support/command-outcomes";

const province = useProvince();

describeCommand(issueProgramme, {
  province,
  ready: async () => {
    const stage = await quarterCarried(province());
    const input = await itemInput(province(), stage.year, { due: `03/${stage.year}`, ...approval });
    await added(province(), stage.programmeId, input);
    return stage;
  },
  by: [party, "chief"],
  input: ({ programmeId }) => ({ programmeId, revision: 1, paperNumber: "07-CTr/TU" }),
  subjectId: ({ programmeId }) => programmeId,
  does: {
    "is issued with its number, by the chief": async ({ stage, province }) => {
      expect(await programmeRow(province, stage.programmeId)).toMatchObject({
        state: "issued",
        paper_number: "07-CTr/TU",
        issued_at: expect.any(Date),
        revision: 2,
      });
    },
    "and read by every office of the province": async ({ stage, province }) => {
      expect(await programmeReaders(province, stage.programmeId)).toEqual({
        [party]: "lead",
        [council]: "reader",
        [committee]: "reader",
        [stranger]: "reader",
      });
    },
  },
  events: ["programmes.issued"],
  wrongInput: {
    "no programme": { change: { programmeId: "" }, field: "programmeId" },
    "no revision": { change: { revision: "" }, field: "revision" },
  },
  notAllowed: {
    "a specialist drafts, the chief issues": { by: [party, "specialist"], reason: "role", source: "portal" },
    "a head of department": { by: [party, "department-head"], reason: "role", source: "portal" },
  },
  wrongState: {
    "a second time": {
      stage: async () => {
        const stage = await quarterCarried(province());
        await issue(province(), stage.programmeId);
        return stage;
      },
      reason: "state",
      source: "portal",
    },
    "with nothing in it": {
      stage: async () => {
        const year = freshYear();
        const programmeId = await drafted(province(), String(year));
        return { programmeId, year, above: { programmeId, year, itemId: "" } };
      },
      code: "conflict",
      message: "programmeEmpty",
    },
    "with an item off the programme above that nobody approved": {
      stage: async () => {
        const stage = await quarterCarried(province());
        await added(province(), stage.programmeId, await itemInput(province(), stage.year));
        return stage;
      },
      code: "conflict",
      message: "itemsUnapproved",
    },
  },
  stale: { change: { revision: 9 }, message: "staleProgramme" },
  atOnce: { answer: { code: "forbidden", reason: "state" } },
});
