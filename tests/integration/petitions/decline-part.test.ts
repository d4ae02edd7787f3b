import { expect } from "vitest";
import { declinePart } from "@/lib/petitions/commands/decline-part";
import {
  askedPart,
  declinedPart,
  forwardedWhenAsked,
  givenPart,
  partRowOf,
} from "@/tests/support/builders/petition-parts";
import { committee, council, useProvince } from "@/tests/support/builders/province";
import { describeCommand } from "@/tests/support/command-outcomes";

const province = useProvince();
const answering = ["responsibilities", 7] as const;
const roles = ["responsibilities", 11] as const;

describeCommand(declinePart, {
  province,
  ready: () => askedPart(province()),
  by: [council, "chief"],
  input: ({ petitionId }) => ({ petitionId, reason: "Nội dung thuộc Sở Xây dựng." }),
  subjectId: ({ petitionId }) => petitionId,
  does: {
    "keeps the reason under the letter's key": async ({ stage, province }) => {
      const row = await partRowOf(province, stage);
      expect(row).toMatchObject({ state: "declined", answered_at: expect.any(Date) });
      expect((row["decline_reason"] as Buffer).toString("utf8")).not.toContain("Xây dựng");
    },
  },
  events: ["petitions.partDeclined"],
  wrongInput: { "no reason": { change: { reason: "" }, field: "reason" } },
  notAllowed: {
    "the lead declines for nobody": { by: [committee, "chief"], reason: "part", source: answering },
    "a specialist": { by: [council, "specialist"], reason: "role", source: roles },
  },
  wrongState: {
    "after declining": { stage: () => declinedPart(province()), reason: "assist-state", source: answering },
    "once it contributed": { stage: () => givenPart(province()), reason: "assist-state", source: answering },
    "of a letter that was given over": {
      stage: () => forwardedWhenAsked(province()),
      reason: "state",
      source: answering,
    },
  },
  stale: null,
  atOnce: { answer: { code: "forbidden", reason: "assist-state" } },
});
