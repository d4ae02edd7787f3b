import { expect } from "vitest";
import { revokeExternalLink } from "@/lib/agreements/commands/revoke-external-link";
import {
  consentsByLink,
  linkOf,
  negotiatingWithOutside,
  newestLink,
} from "@/tests/support/builders/outside-parties";
import { committee, council, useProvince } from "@/tests/support/builders/province";
import { describeCommand } from "@/tests/support/command-outcomes";

const province = useProvince();

async function linked() {
  const stage = await negotiatingWithOutside(province());
  await linkOf(province(), stage);
  return stage;
}

describeCommand(revokeExternalLink, {
  province,
  ready: linked,
  by: [council, "records-clerk"],
  input: async (stage) => ({
    versionId: stage.versionId,
    linkId: await newestLink(province(), stage),
  }),
  subjectId: (stage) => stage.versionId,
  does: {
    "ends it": async ({ stage, province }) => {
      const rows = await province.rows(
        "select revoked_at is not null as revoked from external_links where version_id = $1",
        [stage.versionId],
      );
      expect(rows).toEqual([{ revoked: true }]);
    },
  },
  events: ["agreements.externalLinkRevoked"],
  wrongInput: { "no link": { change: { linkId: "" }, field: "linkId" } },
  notAllowed: {
    "a party that does not represent it": { by: [committee, "chief"], reason: "part", source: "portal" },
  },
  wrongState: {
    "once it is used": {
      stage: async () => {
        const stage = await negotiatingWithOutside(province());
        await consentsByLink(province(), stage);
        return stage;
      },
      code: "stale",
      message: "staleLink",
    },
  },
  stale: null,
  atOnce: { answer: { code: "stale" } },
});
