import { beforeAll, expect } from "vitest";
import { registerExternalCertificate } from "@/lib/agreements/commands/register-external-certificate";
import { draftedWithOutside, negotiatingWithOutside } from "@/tests/support/builders/outside-parties";
import { listed, registrationOf } from "@/tests/support/builders/own-certificates";
import { committee, council, useProvince } from "@/tests/support/builders/province";
import { describeCommand } from "@/tests/support/command-outcomes";
import {
  type OutsideAuthority,
  outsideAuthority,
  outsideCertificate,
} from "@/tests/support/files/outside-certificates";

const province = useProvince();

let authority: OutsideAuthority;

beforeAll(async () => {
  authority = await outsideAuthority();
  await listed(province(), authority);
});

const fresh = async () => registrationOf(province(), await outsideCertificate(authority, "Phùng Khánh Ngân"));

describeCommand(registerExternalCertificate, {
  province,
  ready: () => negotiatingWithOutside(province()),
  by: [council, "records-clerk"],
  input: async (stage) => ({ versionId: stage.versionId, partyId: stage.partyId, ...(await fresh()) }),
  subjectId: (stage) => stage.versionId,
  does: {
    "keeps it as the organisation's, and nobody else's": async ({ stage, province }) => {
      const rows = await province.rows(
        `select person_id as person, office_id as office, authority_id as authority, subject from certificates where body_id = $1`,
        [stage.bodyId],
      );
      expect(rows).toEqual([
        {
          person: null,
          office: null,
          authority: null,
          subject: "Phùng Khánh Ngân, Chánh Văn phòng, Văn phòng",
        },
      ]);
    },
  },
  events: ["agreements.externalCertificateRegistered"],
  wrongInput: {
    "no file": { change: { certificate: undefined }, field: "certificate" },
    "no password": { change: { password: "" }, field: "password" },
    "a certificate of an unlisted authority": {
      change: async () =>
        registrationOf(province(), await outsideCertificate(await outsideAuthority(), "Lạ")),
      field: "certificate",
    },
  },
  notAllowed: {
    "a party that does not represent it": { by: [committee, "chief"], reason: "part", source: "portal" },
  },
  wrongState: {
    "while it is a draft": { stage: () => draftedWithOutside(province()), reason: "state", source: "portal" },
  },
  stale: null,
  atOnce: { answer: "both" },
});
