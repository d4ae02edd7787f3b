import { expect } from "vitest";
import { revokeDelegation } from "@/lib/agreements/commands/revoke-delegation";
import { executeCommand } from "@/lib/platform/commands/execute-command";
import { as } from "@/prisma/seed/caller";
import { delegated } from "@/tests/support/builders/agreement-stages";
import { council, useProvince } from "@/tests/support/builders/province";
import { describeCommand } from "@/tests/support/command-outcomes";

const province = useProvince();
const reason = "Chánh Văn phòng tự ký.";

describeCommand(revokeDelegation, {
  province,
  ready: () => delegated(province(), council),
  by: [council, "chief"],
  input: (delegationId) => ({ delegationId, reason }),
  subjectId: () => null,
  does: {
    "keeps when, by whom and why": async ({ stage, province }) => {
      const [row] = await province.rows(
        `select revoked_at is not null as revoked, revoke_reason as reason from signing_delegations where id = $1`,
        [stage],
      );
      expect(row).toEqual({ revoked: true, reason });
    },
  },
  events: ["agreements.delegationRevoked"],
  // Rounds that wait for the delegate lapse soon after.
  jobs: 1,
  wrongInput: { "no reason": { change: { reason: " " }, field: "reason" } },
  notAllowed: {
    "the deputy": { by: [council, "deputy-chief"], reason: "role", source: "portal" },
  },
  wrongState: {
    "a second time": {
      stage: async () => {
        const delegationId = await delegated(province(), council);
        await executeCommand(revokeDelegation, as(province().phuTho, council, "chief"), {
          delegationId,
          reason,
        });
        return delegationId;
      },
      code: "conflict",
      message: "delegationRevoked",
    },
  },
  stale: null,
  atOnce: { answer: { code: "conflict" } },
});
