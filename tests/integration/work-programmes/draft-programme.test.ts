import { expect } from "vitest";
import { draftProgramme } from "@/lib/work-programmes/commands/draft-programme";
import {
  bodyId,
  freshYear,
  programmeReaders,
  programmeRow,
  yearIssued,
} from "@/tests/support/builders/programme-stages";
import { council, party, useProvince } from "@/tests/support/builders/province";
import { describeCommand } from "@/tests/support/command-outcomes";

const province = useProvince();

describeCommand(draftProgramme, {
  province,
  ready: () => yearIssued(province()),
  by: [party, "specialist"],
  input: ({ year }) => ({ bodyId: bodyId(province(), "TU"), period: `quý II/${year}` }),
  subjectId: () => null,
  does: {
    "drafts the quarter under the issued year": async ({ stage, result, province }) => {
      expect(await programmeRow(province, result.programmeId)).toMatchObject({
        kind: "quarter",
        state: "draft",
        starts_on: `${stage.year}-04-01`,
        ends_on: `${stage.year}-06-30`,
        parent_id: stage.programmeId,
        revision: 1,
      });
    },
    "read by the keeping office alone": async ({ result, province }) => {
      expect(await programmeReaders(province, result.programmeId)).toEqual({ [party]: "lead" });
    },
  },
  events: ["programmes.drafted"],
  wrongInput: {
    "no body": { change: { bodyId: "" }, field: "bodyId" },
    "no time": { change: { period: "" }, field: "period" },
    "a time that is none": { change: { period: "quý V/2030" }, field: "period" },
    "a term of one year": { change: { period: "2030–2030" }, field: "period" },
  },
  notAllowed: {
    "another office: the body is served by the party's": {
      by: [council, "chief"],
      reason: "part",
      source: "portal",
      offices: [party],
    },
    "a reception officer": { by: [party, "reception-officer"], reason: "role", source: "portal" },
  },
  otherOffice: { reason: "part", source: "portal", offices: [party] },
  conflicts: {
    "the year is there already": {
      change: ({ year }) => ({ period: String(year) }),
      answer: { code: "conflict", message: "programmeExists" },
    },
  },
  wrongState: {},
  stale: null,
  atOnce: { answer: { code: "conflict" } },
});

describeCommand(draftProgramme, {
  province,
  ready: async () => ({ year: freshYear() }),
  by: [party, "records-clerk"],
  input: ({ year }) => ({ bodyId: bodyId(province(), "TU"), period: `${year}` }),
  subjectId: () => null,
  does: {
    "a year with nothing issued above it stands alone": async ({ result, province }) => {
      expect(await programmeRow(province, result.programmeId)).toMatchObject({
        kind: "year",
        parent_id: null,
      });
    },
  },
  events: ["programmes.drafted"],
  wrongInput: { "a body that is none": { change: { bodyId: "x" }, field: "bodyId" } },
  notAllowed: null,
  otherOffice: { reason: "part", source: "portal" },
  wrongState: {},
  stale: null,
  atOnce: { answer: { code: "conflict" } },
});
