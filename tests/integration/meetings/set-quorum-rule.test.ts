import { expect, test } from "vitest";
import { setQuorumRule } from "@/lib/meetings/commands/set-quorum-rule";
import { party, useProvince } from "@/tests/support/builders/province";
import { describeCommand } from "@/tests/support/command-outcomes";

const province = useProvince();
const administrator = [party, "tenant-administrator"] as const;
const tenantId = () => province().phuTho.tenant.id;

describeCommand(setQuorumRule, {
  province,
  ready: async () => ({}),
  by: administrator,
  input: () => ({
    bodyKind: "peoples-council",
    meetingKind: "council-standing",
    numerator: "3",
    denominator: "4",
    reaches: "yes",
    basis: "Quy chế làm việc của Thường trực Hội đồng nhân dân",
    verified: "yes",
  }),
  subjectId: tenantId,
  does: {
    "keeps the share with what it rests on, in this province alone": async ({ province }) => {
      const rows = await province.rows(
        "select numerator, denominator, reaches, verified, tenant_id from quorum_rules where meeting_kind = 'council-standing'",
      );
      expect(rows).toEqual([
        { numerator: 3, denominator: 4, reaches: true, verified: true, tenant_id: tenantId() },
      ]);
    },
  },
  events: ["meetings.quorumSet"],
  wrongInput: {
    "more than all": { change: { numerator: "4", reaches: "no" }, field: "numerator" },
    "five of four": { change: { numerator: "5" }, field: "numerator" },
    "none of four": { change: { numerator: "0" }, field: "numerator" },
    "no number": { change: { denominator: "bốn" }, field: "denominator" },
    "nothing it rests on": { change: { basis: "" }, field: "basis" },
    "a body nobody has": { change: { bodyKind: "congress" }, field: "bodyKind" },
    "a meeting nobody holds": { change: { meetingKind: "picnic" }, field: "meetingKind" },
  },
  notAllowed: {
    "a chief": { by: [party, "chief"], reason: "role", source: "portal" },
    "a clerk": { by: [party, "records-clerk"], reason: "role", source: "portal" },
  },
  otherTenant: { code: "forbidden" },
  otherOffice: { reason: "role", source: "portal" },
  wrongState: {},
  stale: null,
  atOnce: { answer: "both" },
});

test("who administers nothing cannot keep rules without the code either", async () => {
  const chief = province().phuTho.posts.find(({ role }) => role === "chief");
  const client = await province().pool("app").connect();
  try {
    await client.query("begin");
    await client.query(
      "select set_config('app.tenant_id', $1, true), set_config('app.account_id', $2, true), set_config('app.office_id', $3, true)",
      [tenantId(), chief?.accountId, chief?.officeId],
    );
    await expect(
      client.query("update quorum_rules set numerator = 1, denominator = 3"),
    ).rejects.toMatchObject({
      code: "PH001",
    });
  } finally {
    await client.query("rollback");
    client.release();
  }
});
