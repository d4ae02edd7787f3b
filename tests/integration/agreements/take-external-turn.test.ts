import { beforeAll, expect } from "vitest";
import { takeExternalTurn } from "@/lib/agreements/commands/take-external-turn";
import { postOf } from "@/prisma/seed/caller";
import { signedBy } from "@/tests/support/builders/agreement-stages";
import {
  inRoundWithOutside,
  linkOf,
  negotiatingWithOutside,
  type OutsideStage,
  outsideRegistered,
  signsByLink,
  turnForOutside,
} from "@/tests/support/builders/outside-parties";
import { listed } from "@/tests/support/builders/own-certificates";
import { committee, council, useProvince } from "@/tests/support/builders/province";
import { describeCommand } from "@/tests/support/command-outcomes";
import { type OutsideAuthority, outsideAuthority } from "@/tests/support/files/outside-certificates";

const province = useProvince();

let authority: OutsideAuthority;

beforeAll(async () => {
  authority = await outsideAuthority();
  await listed(province(), authority);
});

async function ready(): Promise<OutsideStage> {
  const stage = await inRoundWithOutside(province());
  await outsideRegistered(province(), stage, authority);
  return stage;
}

describeCommand(takeExternalTurn, {
  province,
  ready,
  by: [council, "records-clerk"],
  input: ({ versionId, partyId }) => ({ versionId, partyId, password: province().password }),
  subjectId: ({ versionId }) => versionId,
  does: {
    "keeps who has it for which party, over which file, for half an hour": async ({ stage, province }) => {
      const [turn] = await province.rows(
        `select t.account_id as account, t.external_party_id as party, t.person_id as person,
            t.until - t.taken_at = interval '30 minutes' as half, d.seq
          from signing_turns t join issued_documents d on d.id = t.document_id where t.version_id = $1`,
        [stage.versionId],
      );
      const { accountId } = postOf(province.phuTho, council, "records-clerk");
      expect(turn).toEqual({ account: accountId, party: stage.partyId, person: null, half: true, seq: 0 });
    },
    "and nobody signs meanwhile": async ({ stage, province }) => {
      await expect(signedBy(province, stage, committee)).rejects.toMatchObject({ messageKey: "turnTaken" });
    },
  },
  events: ["agreements.externalTurnTaken"],
  wrongInput: {
    "no password": { change: { password: "" }, field: "password" },
    "a wrong password": {
      change: { password: "không phải mật khẩu này" },
      field: "password",
      trace: ["sign_in_throttle"],
    },
  },
  notAllowed: {
    "a party that does not represent it": { by: [committee, "chief"], reason: "part", source: "portal" },
  },
  wrongState: {
    "before a certificate of it is registered": {
      stage: () => inRoundWithOutside(province()),
      code: "conflict",
      message: "noOutsideCertificate",
    },
    "before the round opens": {
      stage: () => negotiatingWithOutside(province()),
      code: "conflict",
      message: "wrongState",
    },
    "while it has the turn": {
      stage: async () => {
        const stage = await ready();
        await turnForOutside(province(), stage);
        return stage;
      },
      code: "conflict",
      message: "turnTaken",
    },
    "after it signed by its link": {
      stage: async () => {
        const stage = await inRoundWithOutside(province());
        const certificate = await outsideRegistered(province(), stage, authority);
        await signsByLink(await linkOf(province(), stage), certificate);
        return stage;
      },
      code: "conflict",
      message: "alreadySigned",
    },
  },
  stale: null,
  atOnce: { answer: { code: "conflict" } },
});
