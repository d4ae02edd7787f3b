import { expect } from "vitest";
import { issueExternalLink } from "@/lib/agreements/commands/issue-external-link";
import { partyHash } from "@/lib/agreements/external/secret";
import {
  draftedWithOutside,
  inRoundWithOutside,
  linkInput,
  negotiatingWithOutside,
} from "@/tests/support/builders/outside-parties";
import { committee, council, party, useProvince } from "@/tests/support/builders/province";
import { describeCommand } from "@/tests/support/command-outcomes";

const province = useProvince();

describeCommand(issueExternalLink, {
  province,
  ready: () => negotiatingWithOutside(province()),
  by: [council, "records-clerk"],
  input: (stage) => linkInput(province(), stage),
  subjectId: (stage) => stage.versionId,
  does: {
    "keeps a hash of the secret, what it is for and until when": async ({ stage, result, province }) => {
      const [row] = await province.rows(
        `select id, purpose, secret_hash as hash, expires_at - created_at = interval '30 days' as month, revoked_at as revoked
          from external_links where version_id = $1`,
        [stage.versionId],
      );
      expect(row).toEqual({
        id: result.linkId,
        purpose: "consent",
        hash: partyHash(result.secret),
        month: true,
        revoked: null,
      });
      const said = JSON.stringify(await province.rows("select payload from audit_events"));
      for (const part of [result.secret, result.secret.replaceAll("-", "")]) expect(said).not.toContain(part);
    },
  },
  events: ["agreements.externalLinkIssued"],
  wrongInput: {
    "no party": { change: { partyId: "" }, field: "partyId" },
    "a day of one's own": { change: { days: 45 }, field: "days" },
  },
  notAllowed: {
    "a party that does not represent it": {
      by: [committee, "chief"],
      reason: "part",
      source: "portal",
      offices: [council],
    },
    "the contact office, which does not represent it": {
      by: [party, "chief"],
      reason: "part",
      source: "portal",
    },
  },
  wrongState: {
    "while it is a draft": { stage: () => draftedWithOutside(province()), reason: "state", source: "portal" },
  },
  stale: { change: { before: "0190f3a0-0000-7000-8000-000000000000" }, message: "staleLink" },
  atOnce: { answer: { code: "stale" } },
});

describeCommand(issueExternalLink, {
  province,
  ready: () => inRoundWithOutside(province()),
  by: [council, "chief"],
  input: (stage) => linkInput(province(), stage),
  subjectId: (stage) => stage.versionId,
  does: {
    "while the text is signed, is one to sign": async ({ result, province }) => {
      const [row] = await province.rows("select purpose from external_links where id = $1", [result.linkId]);
      expect(row).toEqual({ purpose: "sign" });
    },
  },
  events: ["agreements.externalLinkIssued"],
  wrongInput: { "no party": { change: { partyId: "" }, field: "partyId" } },
  notAllowed: {
    "a party that does not represent it": { by: [committee, "chief"], reason: "part", source: "portal" },
  },
  wrongState: {},
  stale: { change: { before: "" }, message: "staleLink" },
  atOnce: { answer: { code: "stale" } },
});
