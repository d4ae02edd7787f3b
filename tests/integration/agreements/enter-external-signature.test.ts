import { beforeAll, expect, test } from "vitest";
import { enterExternalSignature } from "@/lib/agreements/commands/enter-external-signature";
import { partyPage, partyTakeTurn } from "@/lib/agreements/external/functions";
import { as, postOf } from "@/prisma/seed/caller";
import { outcomeOf } from "@/tests/integration/platform/support/session";
import { expectLastFileSound, parties, signedBy, stateOf } from "@/tests/support/builders/agreement-stages";
import {
  inRoundWithOutside,
  linkOf,
  type OutsideStage,
  outsideRegistered,
  slug,
  turnForOutside,
} from "@/tests/support/builders/outside-parties";
import { halfHourLater, listed, newestFile, rawUpload } from "@/tests/support/builders/own-certificates";
import { committee, council, useProvince } from "@/tests/support/builders/province";
import { answerOf, attempt, describeCommand } from "@/tests/support/command-outcomes";
import {
  type OutsideAuthority,
  type OutsideCertificate,
  outsideAuthority,
  outsideCertificate,
  signedByTool,
} from "@/tests/support/files/outside-certificates";

const province = useProvince();

type Stage = OutsideStage & { certificate: OutsideCertificate };

let authority: OutsideAuthority;

beforeAll(async () => {
  authority = await outsideAuthority();
  await listed(province(), authority);
});

async function registered(): Promise<Stage> {
  const stage = await inRoundWithOutside(province());
  return { ...stage, certificate: await outsideRegistered(province(), stage, authority) };
}

async function ready(): Promise<Stage> {
  const stage = await registered();
  await turnForOutside(province(), stage);
  return stage;
}

const signedFile = async (stage: Stage) =>
  rawUpload(await signedByTool(await newestFile(province(), stage), stage.certificate));

describeCommand(enterExternalSignature, {
  province,
  ready,
  by: [council, "records-clerk"],
  input: async (stage) => ({
    versionId: stage.versionId,
    partyId: stage.partyId,
    file: await signedFile(stage),
  }),
  subjectId: ({ versionId }) => versionId,
  does: {
    "keeps the very bytes, under the organisation's certificate, as entered by the office": async ({
      stage,
      province,
    }) => {
      const [signature] = await province.rows(
        `select s.via, s.account_id as account, s.party_id as party, c.sha256, d.seq, t.outcome from external_signatures s
          join certificates c on c.id = s.certificate_id join issued_documents d on d.id = s.document_id
          join signing_turns t on t.round_id = s.round_id where s.version_id = $1`,
        [stage.versionId],
      );
      const { accountId } = postOf(province.phuTho, council, "records-clerk");
      const { sha256 } = stage.certificate;
      expect(signature).toEqual({
        via: "office",
        account: accountId,
        party: stage.partyId,
        sha256,
        seq: 1,
        outcome: "signed",
      });
      await expectLastFileSound(province, stage);
    },
    "the chiefs sign on, and with the last of them it is in force": async ({ stage, province }) => {
      for (const office of parties) await signedBy(province, stage, office);
      expect(await stateOf(province, stage)).toBe("signed");
      await expectLastFileSound(province, stage);
    },
  },
  events: ["agreements.externalSigned"],
  jobs: 1,
  wrongInput: {
    "no file": { change: { file: undefined }, field: "file" },
    "the file as it was fetched": {
      change: async (stage) => ({ file: rawUpload(await newestFile(province(), stage)) }),
      field: "file",
    },
    "signed with a certificate that is not the organisation's": {
      change: async (stage) => ({
        file: rawUpload(
          await signedByTool(
            await newestFile(province(), stage),
            await outsideCertificate(authority, "Người khác"),
          ),
        ),
      }),
      field: "file",
    },
  },
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
    "in the turn that the organisation took by its link": {
      stage: async () => {
        const stage = await registered();
        await partyTakeTurn(slug, await linkOf(province(), stage));
        return stage;
      },
      code: "conflict",
      message: "noTurn",
    },
  },
  stale: null,
  atOnce: { answer: { code: "conflict" } },
});

test("as the last of all it puts the agreement in force, and the open link opens nothing any more", async () => {
  const stage = await registered();
  for (const office of parties) await signedBy(province(), stage, office);
  const link = await linkOf(province(), stage);
  await turnForOutside(province(), stage);
  const input = { versionId: stage.versionId, partyId: stage.partyId, file: await signedFile(stage) };
  const clerk = as(province().phuTho, council, "records-clerk");
  expect(answerOf(await attempt(enterExternalSignature, clerk, input))).toBe("done");
  expect(await stateOf(province(), stage)).toBe("signed");
  expect((await partyPage(slug, link))?.link).toBeNull();
  await expectLastFileSound(province(), stage);
});

test("no statement of the application enters one without the turn, or for a party another office represents", async () => {
  const stage = await ready();
  const asChief = (office: string, via: string) => {
    const { officeId, accountId } = postOf(province().phuTho, office, "records-clerk");
    return outcomeOf(
      province().pool("app"),
      { tenantId: province().phuTho.tenant.id, officeId, accountId },
      `insert into external_signatures (tenant_id, id, version_id, round_id, party_id, document_id, certificate_id, field_name, via,
          account_id, signed_at)
        select r.tenant_id, gen_random_uuid(), r.version_id, r.id, $2, d.id, c.id, 'Signature1', $3, current_account(), now()
        from signing_rounds r join issued_documents d on d.round_id = r.id
        join external_parties p on p.id = $2 join certificates c on c.body_id = p.body_id where r.version_id = $1`,
      [stage.versionId, stage.partyId, via],
    );
  };
  expect(await asChief(committee, "office")).toBe("PH001 part");
  // The file as issued is none that somebody signed in the turn.
  expect(await asChief(council, "office")).toMatch(/^PH00[12] /);
});
