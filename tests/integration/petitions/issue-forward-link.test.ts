import { expect } from "vitest";
import { issueForwardLink } from "@/lib/petitions/commands/issue-forward-link";
import { linkHash } from "@/lib/petitions/external/secret";
import { answeredOutside, linked, outside } from "@/tests/support/builders/letters-outside";
import { everythingWritten } from "@/tests/support/builders/petition-stages";
import { forwarded, type LetterOnItsWay } from "@/tests/support/builders/petition-way";
import { committee, useProvince } from "@/tests/support/builders/province";
import { describeCommand } from "@/tests/support/command-outcomes";

const province = useProvince();

const linksOf = ({ petitionId }: { petitionId: string }) =>
  province().rows<{ id: string; secret_hash: string; revoked: boolean }>(
    "select id, secret_hash, revoked_at is not null as revoked from forward_links where petition_id = $1 order by created_at",
    [petitionId],
  );

describeCommand(issueForwardLink, {
  province,
  ready: () => outside(province()),
  by: [committee, "records-clerk"],
  input: async (letter: LetterOnItsWay) => ({
    petitionId: letter.petitionId,
    forwardId: letter.forwardId,
    links: (await linksOf(letter)).length,
    days: "90",
  }),
  subjectId: ({ petitionId }) => petitionId,
  does: {
    "keeps of the secret what opens nothing": async ({ stage, result }) => {
      expect(await linksOf(stage)).toMatchObject([{ secret_hash: linkHash(result.secret), revoked: false }]);
      const written = await everythingWritten(province());
      expect(written).not.toContain(result.secret);
      expect(written).not.toContain(result.secret.replaceAll("-", ""));
    },
    "ends the one before when another is given": async ({ stage }) => {
      await linked(province(), stage, 1);
      expect((await linksOf(stage)).map(({ revoked }) => revoked)).toEqual([true, false]);
    },
  },
  events: ["petitions.forwardLinkIssued"],
  wrongInput: { "a span of its own": { change: { days: "9999" }, field: "days" } },
  notAllowed: { "an inspector": { by: [committee, "inspector"], reason: "role", source: "portal" } },
  wrongState: {
    "sent back": {
      stage: () => answeredOutside(province(), { answer: "sent-back", ground: "unclear" }),
      code: "conflict",
      message: "slipTakesNoLink",
    },
    "to an office of the tenant": {
      stage: () => forwarded(province()),
      code: "conflict",
      message: "slipTakesNoLink",
    },
  } as never,
  stale: { change: { links: 7 }, message: "stalePetition" },
  atOnce: { answer: { code: "stale" } },
});
