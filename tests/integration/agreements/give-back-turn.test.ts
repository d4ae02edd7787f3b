import { beforeAll, expect } from "vitest";
import { giveBackTurn } from "@/lib/agreements/commands/give-back-turn";
import { inRound, signedBy, stateOf, type VersionStage } from "@/tests/support/builders/agreement-stages";
import { halfHourLater, listed, registered, tookTurn } from "@/tests/support/builders/own-certificates";
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

describeCommand(giveBackTurn, {
  province,
  ready: withTurn,
  by: [council, "chief"],
  input: ({ versionId }) => ({ versionId }),
  subjectId: ({ versionId }) => versionId,
  does: {
    "lets another sign at once": async ({ stage, province }) => {
      await signedBy(province, stage, committee);
      expect(await stateOf(province, stage)).toBe("awaiting-signatures");
    },
  },
  events: ["agreements.turnGivenBack"],
  wrongInput: { "no version": { change: { versionId: "" }, field: "versionId" } },
  notAllowed: {
    "a specialist": { by: [council, "specialist"], reason: "role", source: ["heads", 4] },
  },
  wrongState: {
    "without a turn": { stage: () => inRound(province()), code: "conflict", message: "noTurn" },
    "after half an hour": {
      stage: async () => {
        const version = await withTurn();
        await halfHourLater(province(), version);
        return version;
      },
      code: "conflict",
      message: "noTurn",
    },
  },
  stale: null,
  atOnce: { answer: { code: "conflict" } },
});
