import { expect, test } from "vitest";
import { withdrawVersion } from "@/lib/agreements/commands/withdraw-version";
import { executeCommand } from "@/lib/platform/commands/execute-command";
import { as } from "@/prisma/seed/caller";
import {
  declined,
  drafted,
  inForce,
  inRound,
  negotiating,
  signedBy,
  stateOf,
  withdrawn,
} from "@/tests/support/builders/agreement-stages";
import { committee, council, party, useProvince } from "@/tests/support/builders/province";
import { describeCommand } from "@/tests/support/command-outcomes";

const province = useProvince();
const reason = "Ba văn phòng thống nhất soạn lại Điều 4.";

describeCommand(withdrawVersion, {
  province,
  ready: async () => {
    const version = await inRound(province());
    await signedBy(province(), version, council);
    return version;
  },
  by: [party, "deputy-chief"],
  input: (version) => ({ versionId: version.versionId, reason }),
  subjectId: (version) => version.versionId,
  does: {
    "ends version and round as withdrawn, with the reason": async ({ stage, province }) => {
      expect(await stateOf(province, stage)).toBe("withdrawn");
      const [round] = await province.rows(
        "select state, end_reason as reason from signing_rounds where version_id = $1",
        [stage.versionId],
      );
      expect(round).toEqual({ state: "withdrawn", reason });
    },
    "voids the number": async ({ stage, province }) => {
      const [entry] = await province.rows(
        `select e.state, e.reason from register_entries e
          join signing_rounds r on r.tenant_id = e.tenant_id and r.id = e.round_id where r.version_id = $1`,
        [stage.versionId],
      );
      expect(entry).toEqual({ state: "void", reason });
    },
    "keeps files and signatures": async ({ stage, province }) => {
      const files = await province.rows("select id from issued_documents where version_id = $1", [
        stage.versionId,
      ]);
      expect(files).toHaveLength(2);
    },
  },
  events: ["agreements.withdrawn"],
  wrongInput: { "no reason": { change: { reason: " " }, field: "reason" } },
  notAllowed: {
    "another party": { by: [council, "chief"], reason: "part", source: ["signing", 7], offices: [party] },
    "a department head of the contact office": {
      by: [party, "department-head"],
      reason: "role",
      source: ["heads", 4],
    },
  },
  wrongState: {
    "after signing": { stage: () => inForce(province()), reason: "state", source: ["signing", 7] },
    "after a signer declined": { stage: () => declined(province()), reason: "state", source: ["signing", 7] },
    "a second time": { stage: () => withdrawn(province()), reason: "state", source: ["signing", 7] },
  },
  stale: null,
  atOnce: { answer: { code: "forbidden", reason: "state" } },
});

test.each([
  ["a draft", () => drafted(province())],
  ["a text under negotiation", () => negotiating(province())],
])("withdraws %s too, which has no number yet", async (_name, build) => {
  const version = await build();
  await executeCommand(withdrawVersion, as(province().phuTho, party, "chief"), {
    versionId: version.versionId,
    reason,
  });
  expect(await stateOf(province(), version)).toBe("withdrawn");
  expect(
    await province().rows("select id from signing_rounds where version_id = $1", [version.versionId]),
  ).toEqual([]);
});

test("another party never withdraws a draft it may read", async () => {
  const version = await negotiating(province());
  const attempt = executeCommand(withdrawVersion, as(province().phuTho, committee, "chief"), {
    versionId: version.versionId,
    reason,
  });
  await expect(attempt).rejects.toMatchObject({
    code: "forbidden",
    details: { refusal: { reason: "part" } },
  });
});
