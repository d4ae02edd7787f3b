import { expect } from "vitest";
import { dropExternalParty } from "@/lib/agreements/commands/drop-external-party";
import { revisionOf } from "@/tests/support/builders/agreement-stages";
import {
  draftedWithOutside,
  inRoundWithOutside,
  negotiatingWithOutside,
} from "@/tests/support/builders/outside-parties";
import { council, party, useProvince } from "@/tests/support/builders/province";
import { describeCommand } from "@/tests/support/command-outcomes";

const province = useProvince();

describeCommand(dropExternalParty, {
  province,
  ready: () => draftedWithOutside(province()),
  by: [party, "specialist"],
  input: async (stage) => ({
    versionId: stage.versionId,
    revision: await revisionOf(province(), stage),
    partyId: stage.partyId,
  }),
  subjectId: (stage) => stage.versionId,
  does: {
    "leaves the agreement to the offices": async ({ stage, province }) => {
      const rows = await province.rows("select id from external_parties where agreement_id = $1", [
        stage.agreementId,
      ]);
      expect(rows).toEqual([]);
    },
  },
  events: ["agreements.externalPartyDropped"],
  wrongInput: { "no party": { change: { partyId: "" }, field: "partyId" } },
  notAllowed: {
    "a records clerk": { by: [party, "records-clerk"], reason: "role", source: ["heads", 4] },
    "the office that represents it": { by: [council, "chief"], reason: "part", source: "portal" },
  },
  wrongState: {
    "once it is negotiated": {
      stage: () => negotiatingWithOutside(province()),
      reason: "state",
      source: "portal",
    },
    "once it is being signed": {
      stage: () => inRoundWithOutside(province()),
      reason: "state",
      source: "portal",
    },
  },
  stale: { change: { revision: 9 }, message: "staleText" },
  atOnce: { answer: { code: "stale" } },
});
