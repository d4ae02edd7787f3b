import { beforeAll, expect } from "vitest";
import { giveBackExternalTurn } from "@/lib/agreements/commands/give-back-external-turn";
import { partyTakeTurn } from "@/lib/agreements/external/functions";
import { as } from "@/prisma/seed/caller";
import { signedBy } from "@/tests/support/builders/agreement-stages";
import {
  inRoundWithOutside,
  linkOf,
  type OutsideStage,
  outsideRegistered,
  slug,
  turnForOutside,
} from "@/tests/support/builders/outside-parties";
import { halfHourLater, listed } from "@/tests/support/builders/own-certificates";
import { committee, council, useProvince } from "@/tests/support/builders/province";
import { attempt, describeCommand } from "@/tests/support/command-outcomes";
import { type OutsideAuthority, outsideAuthority } from "@/tests/support/files/outside-certificates";

const province = useProvince();

let authority: OutsideAuthority;

beforeAll(async () => {
  authority = await outsideAuthority();
  await listed(province(), authority);
});

async function registered(): Promise<OutsideStage> {
  const stage = await inRoundWithOutside(province());
  await outsideRegistered(province(), stage, authority);
  return stage;
}

async function ready(): Promise<OutsideStage> {
  const stage = await registered();
  await turnForOutside(province(), stage);
  return stage;
}

describeCommand(giveBackExternalTurn, {
  province,
  ready,
  // Whoever of the office took it: who took it may have gone home.
  by: [council, "chief"],
  input: ({ versionId, partyId }) => ({ versionId, partyId }),
  subjectId: ({ versionId }) => versionId,
  does: {
    "another signs at once": async ({ stage, province }) => {
      await signedBy(province, stage, committee);
      const [turn] = await province.rows("select outcome from signing_turns where version_id = $1", [
        stage.versionId,
      ]);
      expect(turn).toEqual({ outcome: "given-back" });
    },
    "and the organisation takes it by its link": async ({ stage, province }) => {
      expect(await partyTakeTurn(slug, await linkOf(province, stage))).toBe("done");
    },
  },
  events: ["agreements.externalTurnGivenBack"],
  wrongInput: { "no party": { change: { partyId: "" }, field: "partyId" } },
  notAllowed: {
    "a party that does not represent it": { by: [committee, "chief"], reason: "part", source: "portal" },
  },
  wrongState: {
    "without a turn": { stage: registered, code: "conflict", message: "noTurn" },
    "after half an hour": {
      stage: async () => {
        const stage = await ready();
        await halfHourLater(province(), stage);
        return stage;
      },
      code: "conflict",
      message: "noTurn",
    },
    "of a turn the organisation took by its link": {
      stage: async () => {
        const stage = await registered();
        await partyTakeTurn(slug, await linkOf(province(), stage));
        return stage;
      },
      code: "conflict",
      message: "noTurn",
    },
    "of a turn that it gave back already": {
      stage: async () => {
        const stage = await ready();
        await attempt(giveBackExternalTurn, as(province().phuTho, council, "records-clerk"), stage);
        return stage;
      },
      code: "conflict",
      message: "noTurn",
    },
  },
  stale: null,
  atOnce: { answer: { code: "conflict" } },
});
