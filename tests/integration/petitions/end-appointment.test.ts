import { expect } from "vitest";
import { endAppointment } from "@/lib/petitions/commands/end-appointment";
import { appointed, caseOf, representativesOf, revisionOf } from "@/tests/support/builders/cases";
import { committee, useProvince } from "@/tests/support/builders/province";
import { describeCommand } from "@/tests/support/command-outcomes";

const province = useProvince();
const revision = (of: { caseId: string }) => revisionOf(province(), of);

describeCommand(endAppointment, {
  province,
  ready: async () => {
    const found = await caseOf(province(), 5);
    await appointed(province(), found);
    const [one] = await representativesOf(province(), found);
    return { ...found, representativeId: String(one?.["id"]) };
  },
  by: [committee, "specialist"],
  input: async (stage) => ({
    caseId: stage.caseId,
    revision: await revision(stage),
    representativeId: stage.representativeId,
    reason: "Người dân cử người khác.",
  }),
  subjectId: ({ caseId }) => caseId,
  does: {
    "ends it with the reason": async ({ stage }) => {
      expect(await representativesOf(province(), stage)).toMatchObject([
        { ended: true, end_reason: "Người dân cử người khác." },
      ]);
    },
  },
  events: ["petitions.appointmentEnded"],
  wrongInput: { "no reason": { change: { reason: "" }, field: "reason" } },
  notAllowed: { "an inspector": { by: [committee, "inspector"], reason: "role", source: "portal" } },
  wrongState: {},
  stale: { change: { revision: 77 }, message: "staleCase" },
  atOnce: { answer: { code: "stale" } },
});
