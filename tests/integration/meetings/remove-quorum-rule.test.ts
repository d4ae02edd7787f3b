import { expect } from "vitest";
import { removeQuorumRule } from "@/lib/meetings/commands/remove-quorum-rule";
import { setQuorumRule } from "@/lib/meetings/commands/set-quorum-rule";
import { executeCommand } from "@/lib/platform/commands/execute-command";
import { as } from "@/prisma/seed/caller";
import { party, useProvince } from "@/tests/support/builders/province";
import { describeCommand } from "@/tests/support/command-outcomes";

const province = useProvince();
const administrator = [party, "tenant-administrator"] as const;
const tenantId = () => province().phuTho.tenant.id;

let nth = 0;
const meetingKinds = [
  "quarterly-briefing",
  "working-session",
  "citizen-reception",
  "voter-contact",
  "delegation-visit",
  "trip",
  "ceremony",
  "other",
];

/** Each a rule of its own, since the key of one that was removed is free again. */
const added = async () => {
  const bodyKind = nth < meetingKinds.length ? "peoples-council" : "peoples-committee";
  const rule = { bodyKind, meetingKind: meetingKinds[nth % meetingKinds.length] ?? "other" };
  nth += 1;
  await executeCommand(setQuorumRule, as(province().phuTho, ...administrator), {
    ...rule,
    numerator: "1",
    denominator: "2",
    reaches: "no",
    basis: "Quy chế làm việc",
  });
  return rule;
};

describeCommand(removeQuorumRule, {
  province,
  ready: added,
  by: administrator,
  input: ({ bodyKind, meetingKind }) => ({ bodyKind, meetingKind }),
  subjectId: tenantId,
  does: {
    "takes it away and leaves the others": async ({ stage, province }) => {
      const rows = await province.rows<{ body: string; meeting: string }>(
        "select body_kind as body, meeting_kind as meeting from quorum_rules where tenant_id = $1",
        [tenantId()],
      );
      expect(rows).not.toContainEqual({ body: stage.bodyKind, meeting: stage.meetingKind });
      expect(rows).toContainEqual({ body: "*", meeting: "*" });
    },
  },
  events: ["meetings.quorumRemoved"],
  wrongInput: { "no kind": { change: { bodyKind: "" }, field: "bodyKind" } },
  notAllowed: { "a chief": { by: [party, "chief"], reason: "role", source: "portal" } },
  otherOffice: { reason: "role", source: "portal" },
  wrongState: {
    "the one for everybody stays": {
      stage: async () => ({ bodyKind: "*", meetingKind: "*" }),
      reason: "state",
      source: "portal",
    },
  },
  stale: null,
  atOnce: { answer: { code: "not-found" } },
});
