import { expect, test } from "vitest";
import { createFeed } from "@/lib/meetings/commands/create-feed";
import { revokeFeed } from "@/lib/meetings/commands/revoke-feed";
import { executeCommand } from "@/lib/platform/commands/execute-command";
import { as } from "@/prisma/seed/caller";
import { council, party, useProvince } from "@/tests/support/builders/province";
import { answerOf, attempt, describeCommand } from "@/tests/support/command-outcomes";

const province = useProvince();

const made = () => executeCommand(createFeed, as(province().phuTho, party, "specialist"), {});

async function revoked() {
  const feed = await made();
  await executeCommand(revokeFeed, as(province().phuTho, party, "specialist"), { feedId: feed.feedId });
  return feed;
}

describeCommand(revokeFeed, {
  province,
  ready: made,
  by: [party, "specialist"],
  input: ({ feedId }) => ({ feedId }),
  subjectId: ({ feedId }) => feedId,
  does: {
    "says since when, and keeps the rest": async ({ stage, province }) => {
      const rows = await province.rows("select scope, revoked_at from calendar_feeds where id = $1", [
        stage.feedId,
      ]);
      expect(rows).toEqual([{ scope: "office", revoked_at: expect.any(Date) }]);
    },
  },
  events: ["meetings.feedRevoked"],
  wrongInput: { "no feed": { change: { feedId: "mai" }, field: "feedId" } },
  notAllowed: {
    "somebody else of the office who is not its chief": {
      by: [party, "records-clerk"],
      reason: "role",
      source: "portal",
      offices: [party],
    },
  },
  wrongState: {
    "revoked already": { stage: revoked, code: "conflict", message: "feedRevoked" },
  },
  stale: null,
  atOnce: { answer: { code: "conflict" } },
});

test("the chief revokes what others of the office made; the chief of another office finds nothing", async () => {
  const { feedId } = await made();
  const stranger = await attempt(revokeFeed, as(province().phuTho, council, "chief"), { feedId });
  expect(answerOf(stranger)).toEqual({ code: "not-found", message: "notFound" });
  const chief = await attempt(revokeFeed, as(province().phuTho, party, "chief"), { feedId });
  expect(answerOf(chief)).toBe("done");
});

test("what is revoked stays so, whoever writes as the web does", async () => {
  const { feedId } = await revoked();
  const client = await province().pool("app").connect();
  const chief = as(province().phuTho, party, "chief");
  try {
    await client.query("begin");
    await client.query(
      "select set_config('app.tenant_id', $1, true), set_config('app.account_id', $2, true), set_config('app.office_id', $3, true)",
      [chief.tenant.id, chief.session.accountId, province().phuTho.offices.get(party)],
    );
    await expect(
      client.query("update calendar_feeds set revoked_at = null where id = $1", [feedId]),
    ).rejects.toMatchObject({ code: "PH002" });
  } finally {
    await client.query("rollback");
    client.release();
  }
});
