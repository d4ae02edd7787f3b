import { beforeAll, expect } from "vitest";
import { takeTurn } from "@/lib/agreements/commands/take-turn";
import { postOf } from "@/prisma/seed/caller";
import {
  consented,
  declined,
  inForce,
  inGroups,
  inRound,
  type VersionStage,
} from "@/tests/support/builders/agreement-stages";
import { listed, registered, tookTurn } from "@/tests/support/builders/own-certificates";
import { committee, council, useProvince } from "@/tests/support/builders/province";
import { describeCommand } from "@/tests/support/command-outcomes";
import { outsideAuthority } from "@/tests/support/files/outside-certificates";

const province = useProvince();

beforeAll(async () => {
  const authority = await outsideAuthority();
  await listed(province(), authority);
  for (const office of [council, committee]) await registered(province(), authority, office);
});

async function withTurn(): Promise<VersionStage> {
  const version = await inRound(province());
  await tookTurn(province(), version, council);
  return version;
}

describeCommand(takeTurn, {
  province,
  ready: () => inRound(province()),
  by: [council, "chief"],
  input: ({ versionId }) => ({ versionId, password: province().password }),
  subjectId: ({ versionId }) => versionId,
  does: {
    "keeps who has the turn, over which file, for half an hour": async ({ stage, province }) => {
      const [turn] = await province.rows(
        `select t.account_id as "accountId", t.until - t.taken_at = interval '30 minutes' as half, t.outcome, d.seq
          from signing_turns t join issued_documents d on d.tenant_id = t.tenant_id and d.id = t.document_id
          where t.version_id = $1`,
        [stage.versionId],
      );
      const { accountId } = postOf(province.phuTho, council, "chief");
      expect(turn).toEqual({ accountId, half: true, outcome: null, seq: 0 });
    },
  },
  events: ["agreements.turnTaken"],
  wrongInput: {
    "no password": { change: { password: "" }, field: "password" },
    "a wrong password": {
      change: { password: "không phải mật khẩu này" },
      field: "password",
      trace: ["sign_in_throttle"],
    },
  },
  notAllowed: {
    "a deputy whom the paper does not name": {
      by: [council, "deputy-chief"],
      reason: "signing-post",
      source: ["signing", 5],
    },
    "a specialist": { by: [council, "specialist"], reason: "role", source: ["heads", 4] },
  },
  wrongState: {
    "before the round opens": { stage: () => consented(province()), reason: "state", source: ["signing", 5] },
    "after signing": { stage: () => inForce(province()), reason: "state", source: ["signing", 5] },
    "after another declined": { stage: () => declined(province()), reason: "state", source: ["signing", 5] },
    "before the own turn in the order": {
      stage: () => inGroups(province()),
      reason: "turn",
      source: ["signing", 5],
      offices: [committee],
    },
    "while another has it": {
      stage: async () => {
        const version = await inRound(province());
        await tookTurn(province(), version, committee);
        return version;
      },
      code: "conflict",
      message: "turnTaken",
    },
    "while one has it already": { stage: withTurn, code: "conflict", message: "turnYours" },
  },
  stale: null,
  atOnce: { answer: { code: "conflict" } },
});
