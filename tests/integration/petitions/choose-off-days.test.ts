import { expect } from "vitest";
import { chooseOffDays } from "@/lib/petitions/commands/choose-off-days";
import { party, useProvince } from "@/tests/support/builders/province";
import { describeCommand } from "@/tests/support/command-outcomes";

const province = useProvince();

const settings = async () => {
  const [row] = await province().rows<{ revision: number; moves_off_day: boolean }>(
    "select revision, moves_off_day from clock_settings where tenant_id = $1",
    [province().phuTho.tenant.id],
  );
  if (!row) throw new Error("a tenant has its settings");
  return row;
};

describeCommand(chooseOffDays, {
  province,
  ready: settings,
  by: [party, "chief"],
  input: async () => ({ movesOffDay: "no", revision: (await settings()).revision }),
  subjectId: () => null,
  does: {
    "keeps the choice, and raises the revision": async ({ stage }) => {
      expect(await settings()).toEqual({ revision: stage.revision + 1, moves_off_day: false });
    },
  },
  events: ["petitions.offDaysChosen"],
  jobs: 1,
  wrongInput: { "neither yes nor no": { change: { movesOffDay: "maybe" }, field: "movesOffDay" } },
  notAllowed: { "a department head": { by: [party, "department-head"], reason: "role", source: "portal" } },
  // Its revision is another one.
  otherTenant: { code: "stale" },
  otherOffice: "may",
  wrongState: {},
  stale: { change: { revision: 9999 }, message: "staleCalendar" },
  atOnce: { answer: { code: "stale" } },
});
