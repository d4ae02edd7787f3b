import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { createFeed } from "@/lib/meetings/commands/create-feed";
import { as, postOf } from "@/prisma/seed/caller";
import { resourceOf, secretary } from "@/tests/support/builders/meeting-stages";
import { council, party, useProvince } from "@/tests/support/builders/province";
import { answerOf, attempt, describeCommand } from "@/tests/support/command-outcomes";

const province = useProvince();

const feedRow = async (feedId: string) => {
  const [row] = await province().rows<Record<string, unknown>>("select * from calendar_feeds where id = $1", [
    feedId,
  ]);
  return row;
};

describeCommand(createFeed, {
  province,
  ready: async () => ({ resourceId: await resourceOf(province(), secretary) }),
  by: [council, "inspector"],
  input: ({ resourceId }) => ({ resourceId }),
  subjectId: () => null,
  does: {
    "keeps whose it is, of whom, and the token's hash": async ({ stage, result, province }) => {
      const { accountId, officeId } = postOf(province.phuTho, council, "inspector");
      expect(await feedRow(result.feedId)).toMatchObject({
        office_id: officeId,
        account_id: accountId,
        scope: "leader",
        resource_id: stage.resourceId,
        token_hash: createHash("sha256").update(result.token).digest("hex"),
        revoked_at: null,
      });
    },
    "answers 32 random bytes, and no row of the database holds them": async ({ result, province }) => {
      expect(Buffer.from(result.token, "base64url")).toHaveLength(32);
      const held = await province.rows(
        `select 1 from calendar_feeds f where f::text like '%' || $1 || '%'
          union all select 1 from audit_events e where e::text like '%' || $1 || '%'`,
        [result.token],
      );
      expect(held).toEqual([]);
    },
  },
  events: ["meetings.feedCreated"],
  wrongInput: {
    "no id": { change: { resourceId: "phòng" }, field: "resourceId" },
    "a resource that is not": {
      change: { resourceId: "00000000-0000-4000-8000-000000000000" },
      field: "resourceId",
    },
  },
  notAllowed: null,
  // A leader of ours is none of theirs.
  otherTenant: { code: "invalid" },
  otherOffice: "may",
  wrongState: {},
  stale: null,
  atOnce: { answer: "both" },
});

test("without a leader or a room it is of everything the office may read", async () => {
  const made = await attempt(createFeed, as(province().phuTho, party, "chief"), { resourceId: "" });
  expect(answerOf(made)).toBe("done");
  if ("result" in made) {
    expect(await feedRow(made.result.feedId)).toMatchObject({ scope: "office", resource_id: null });
  }
});
