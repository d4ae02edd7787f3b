import { expect } from "vitest";
import { keepHandoverReceipt } from "@/lib/petitions/commands/keep-handover-receipt";
import { dayAt, formatDay } from "@/lib/platform/dates/days";
import { handoversOf, prepared, ready, takenIn } from "@/tests/support/builders/national-handovers";
import { committee, useProvince } from "@/tests/support/builders/province";
import { describeCommand } from "@/tests/support/command-outcomes";

const province = useProvince();
const today = formatDay(dayAt(new Date()));

/** A hand-over of the committee's office that awaits its receipt. */
async function awaiting(): Promise<{ handoverId: string }> {
  await ready(province());
  return { handoverId: await prepared(province()) };
}

/** The one that awaits now: of two stages of an office the first has its receipt. */
async function open(): Promise<{ handoverId: string }> {
  const line = (await handoversOf(province())).awaiting;
  return line ? { handoverId: line.id } : awaiting();
}

describeCommand(keepHandoverReceipt, {
  province,
  ready: awaiting,
  by: [committee, "records-clerk"],
  input: async () => ({
    ...(await open()),
    outcome: "accepted",
    receiptNumber: "BN-17/2026",
    receiptOn: today,
  }),
  subjectId: () => null,
  does: {
    "keeps its number and day, and nothing waits any more": async () => {
      const { lines, awaiting: none, waiting } = await handoversOf(province());
      expect([none, waiting.until]).toEqual([null, null]);
      expect(lines[0]).toMatchObject({
        state: "accepted",
        receiptNumber: "BN-17/2026",
        receiptOn: dayAt(new Date()),
        refusalReason: null,
      });
    },
  },
  events: ["petitions.handoverAnswered"],
  wrongInput: {
    "no number": { change: { receiptNumber: " " }, field: "receiptNumber" },
    "no day": { change: { receiptOn: "" }, field: "receiptOn" },
    "a day to come": { change: { receiptOn: "31/12/2099" }, field: "receiptOn" },
    "a day before it was prepared": { change: { receiptOn: "1/1/2026" }, field: "receiptOn" },
    "refused without a reason": { change: { outcome: "refused", reason: "" }, field: "reason" },
    neither: { change: { outcome: "lost" }, field: "outcome" },
  },
  notAllowed: {
    "an inspector": { by: [committee, "inspector"], reason: "role", source: "portal" },
    "a refusal by a specialist": {
      by: [committee, "specialist"],
      change: { outcome: "refused", reason: "Thiếu mã cơ quan." },
      reason: "role",
      source: "portal",
    },
  },
  wrongState: {},
  conflicts: {
    "it has its receipt": {
      change: async () => {
        const handover = await open();
        await takenIn(province(), handover.handoverId);
        return handover;
      },
      answer: { code: "stale", message: "staleHandover" },
    },
  },
  stale: null,
  atOnce: { answer: { code: "stale" } },
});
