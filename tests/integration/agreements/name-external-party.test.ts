import { expect } from "vitest";
import { nameExternalParty } from "@/lib/agreements/commands/name-external-party";
import { drafted, inRound, negotiating } from "@/tests/support/builders/agreement-stages";
import { namingInput, organisation } from "@/tests/support/builders/outside-parties";
import { council, party, stranger, useProvince } from "@/tests/support/builders/province";
import { describeCommand } from "@/tests/support/command-outcomes";

const province = useProvince();

describeCommand(nameExternalParty, {
  province,
  ready: () => drafted(province()),
  by: [party, "specialist"],
  input: (version) => namingInput(province(), version),
  subjectId: (version) => version.versionId,
  does: {
    "keeps the organisation, who represents it and who signs for it": async ({ stage, result, province }) => {
      const rows = await province.rows(
        `select id, office_id as "officeId", signing_title as title, signer_name as name, ordinal from external_parties
          where agreement_id = $1`,
        [stage.agreementId],
      );
      expect(rows).toEqual([
        {
          id: result.partyId,
          officeId: province.phuTho.offices.get(council),
          title: "Chủ tịch Ủy ban MTTQ Việt Nam tỉnh",
          name: "Phùng Khánh Ngân",
          ordinal: 1,
        },
      ]);
    },
  },
  events: ["agreements.externalPartyNamed"],
  wrongInput: {
    "no organisation": { change: { bodyId: "" }, field: "bodyId" },
    "one that is not on the list": {
      change: { bodyId: "0190f3a0-0000-7000-8000-000000000000" },
      field: "bodyId",
    },
    "no post to sign from": { change: { signingTitle: " " }, field: "signingTitle" },
    "nobody who signs": { change: { signerName: "" }, field: "signerName" },
    "an office that is no party": {
      change: async () => ({
        officeId: (
          await province().rows<{ id: string }>("select id from offices where code = $1", [stranger])
        )[0]?.id,
      }),
      field: "officeId",
    },
  },
  notAllowed: {
    "a records clerk": { by: [party, "records-clerk"], reason: "role", source: ["heads", 4] },
    "another party": { by: [council, "specialist"], reason: "part", source: "portal" },
  },
  wrongState: {
    "once it is negotiated": { stage: () => negotiating(province()), reason: "state", source: "portal" },
    "once it is being signed": { stage: () => inRound(province()), reason: "state", source: "portal" },
  },
  stale: { change: { revision: 9 }, message: "staleText" },
  atOnce: {
    second: {
      by: [party, "chief"],
      input: async (version) => namingInput(province(), version, await organisation(province())),
    },
    answer: { code: "stale" },
  },
});
