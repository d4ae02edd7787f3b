import { beforeAll, expect, test } from "vitest";
import { giveBackExternalTurn } from "@/lib/agreements/commands/give-back-external-turn";
import { takeExternalTurn } from "@/lib/agreements/commands/take-external-turn";
import { partyTakeTurn } from "@/lib/agreements/external/functions";
import { getOutsidePage } from "@/lib/agreements/external/queries/get-outside-page";
import { executeCommand } from "@/lib/platform/commands/execute-command";
import { runQuery } from "@/lib/platform/queries/run-query";
import { as, postOf } from "@/prisma/seed/caller";
import { outcomeOf } from "@/tests/integration/platform/support/session";
import { signedBy } from "@/tests/support/builders/agreement-stages";
import {
  inRoundWithOutside,
  linkOf,
  negotiatingWithOutside,
  type OutsideStage,
  outsideRegistered,
  signsByLink,
  slug,
  turnForOutside,
} from "@/tests/support/builders/outside-parties";
import { halfHourLater, listed } from "@/tests/support/builders/own-certificates";
import { committee, council, type Province, useProvince } from "@/tests/support/builders/province";
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

/** The turn that was given back had been held for ten minutes. */
async function heldLonger({ rows }: Province, { versionId }: OutsideStage): Promise<void> {
  await rows(`do $$ begin
    perform set_config('session_replication_role', 'replica', true);
    update signing_turns set taken_at = taken_at - interval '10 minutes', until = until - interval '10 minutes'
      where version_id = '${versionId}';
  end $$`);
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
    "as soon as a turn of it went by in vain: others sign first": {
      stage: async () => {
        const stage = await ready();
        await turnForOutside(province(), stage);
        await halfHourLater(province(), stage);
        return stage;
      },
      code: "conflict",
      message: "turnRests",
    },
    "as soon as it gave one back": {
      stage: async () => {
        const stage = await ready();
        await turnForOutside(province(), stage);
        await executeCommand(giveBackExternalTurn, as(province().phuTho, council, "records-clerk"), stage);
        await heldLonger(province(), stage);
        return stage;
      },
      code: "conflict",
      message: "turnRests",
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

test("an office that held it in vain leaves the round to others as long as it held it, past the code too, and is told until when", async () => {
  const stage = await ready();
  await turnForOutside(province(), stage);
  await halfHourLater(province(), stage);
  const clerk = as(province().phuTho, council, "records-clerk");
  const rests = async () => (await runQuery(getOutsidePage, clerk, stage))?.view.outside[0]?.turnRests;
  // It ended a minute ago, after half an hour.
  const minutes = (((await rests()) ?? new Date(0)).getTime() - Date.now()) / 60_000;
  expect(minutes).toBeGreaterThan(28);
  expect(minutes).toBeLessThan(29.5);
  const { officeId, accountId } = postOf(province().phuTho, council, "records-clerk");
  const settings = { tenantId: province().phuTho.tenant.id, officeId, accountId };
  const again = () =>
    outcomeOf(
      province().pool("app"),
      settings,
      `insert into signing_turns (tenant_id, id, version_id, round_id, external_party_id, account_id, document_id, taken_at, until)
        select d.tenant_id, gen_random_uuid(), d.version_id, d.round_id, $2, $3, d.id, now(), now() + interval '30 minutes'
        from issued_documents d where d.version_id = $1 order by d.seq desc limit 1`,
      [stage.versionId, stage.partyId, accountId],
    );
  expect(await again()).toBe("PH002 turn-rests");
  // The organisation itself waits for nothing.
  expect(await partyTakeTurn(slug, await linkOf(province(), stage))).toBe("done");
  await halfHourLater(province(), stage);
  expect(await rests()).toBeNull();
  expect(await again()).not.toMatch(/PH|42/);
});
