import { expect } from "vitest";
import { revokeForwardLink } from "@/lib/petitions/commands/revoke-forward-link";
import { linked, outside } from "@/tests/support/builders/letters-outside";
import type { LetterOnItsWay } from "@/tests/support/builders/petition-way";
import { committee, useProvince } from "@/tests/support/builders/province";
import { describeCommand } from "@/tests/support/command-outcomes";

const province = useProvince();

const linksOf = ({ petitionId }: { petitionId: string }) =>
  province().rows<{ id: string; revoked: boolean }>(
    "select id, revoked_at is not null as revoked from forward_links where petition_id = $1 order by created_at",
    [petitionId],
  );

describeCommand(revokeForwardLink, {
  province,
  ready: async () => {
    const letter = await outside(province());
    await linked(province(), letter);
    return letter;
  },
  by: [committee, "specialist"],
  input: async (letter: LetterOnItsWay) => ({
    petitionId: letter.petitionId,
    linkId: (await linksOf(letter))[0]?.id,
  }),
  subjectId: ({ petitionId }) => petitionId,
  does: {
    "ends it": async ({ stage }) => {
      expect((await linksOf(stage)).map(({ revoked }) => revoked)).toEqual([true]);
    },
  },
  events: ["petitions.forwardLinkRevoked"],
  wrongInput: { "no link": { change: { linkId: "x" }, field: "linkId" } },
  notAllowed: { "an inspector": { by: [committee, "inspector"], reason: "role", source: "portal" } },
  wrongState: {},
  stale: null,
  atOnce: { answer: { code: "stale" } },
});
