import { expect, test } from "vitest";
import { endCompetence } from "@/lib/petitions/commands/end-competence";
import { keepCompetence } from "@/lib/petitions/commands/keep-competence";
import { executeCommand } from "@/lib/platform/commands/execute-command";
import { formatDay, plusDays } from "@/lib/platform/dates/days";
import { as } from "@/prisma/seed/caller";
import {
  dayIn,
  daysOfSubject,
  keepingInput,
  keptRow,
  typedIn,
} from "@/tests/support/builders/competence-rows";
import { committee, useProvince } from "@/tests/support/builders/province";
import { describeCommand } from "@/tests/support/command-outcomes";

const province = useProvince();
const chief = () => as(province().phuTho, committee, "chief");

describeCommand(endCompetence, {
  province,
  ready: () => keptRow(province()),
  by: [committee, "chief"],
  input: async ({ id, key }) => {
    // Each a day earlier than the last: who may keep rows too did so.
    const [row] = await daysOfSubject(province(), key);
    return { rowId: id, lastDay: formatDay(plusDays(row?.until ?? dayIn(30), -1)) };
  },
  subjectId: () => null,
  does: {
    "keeps the last day": async ({ stage }) => {
      expect(await daysOfSubject(province(), stage.key)).toEqual([
        { from: dayIn(0), until: dayIn(29), withdrawn: false },
      ]);
    },
  },
  events: ["petitions.competenceEnded"],
  wrongInput: {
    "no day": { change: { lastDay: "" }, field: "lastDay" },
    "a day that passed": { change: { lastDay: typedIn(-1) }, field: "lastDay" },
    "no row": { change: { rowId: "x" }, field: "rowId" },
  },
  notAllowed: { "a specialist": { by: [committee, "specialist"], reason: "role", source: "portal" } },
  otherTenant: { code: "not-found" },
  otherOffice: "may",
  wrongState: {
    "taken back already": {
      stage: async () => {
        const row = await keptRow(province(), { validFrom: typedIn(5) });
        await executeCommand(endCompetence, chief(), { rowId: row.id });
        return row;
      },
      code: "stale",
      message: "staleCompetence",
    },
  },
  stale: null,
  atOnce: { answer: { code: "stale" } },
});

test("a row that has not begun is taken back, and its days are free again", async () => {
  const { id, key } = await keptRow(province(), { validFrom: typedIn(5) });
  await executeCommand(endCompetence, chief(), { rowId: id });
  await executeCommand(
    keepCompetence,
    chief(),
    await keepingInput(province(), { subjectKey: key, label: "" }),
  );
  expect(await daysOfSubject(province(), key)).toEqual([
    { from: dayIn(0), until: null, withdrawn: false },
    { from: dayIn(5), until: null, withdrawn: true },
  ]);
});
