import { expect } from "vitest";
import { declineToSign } from "@/lib/agreements/commands/decline-to-sign";
import {
  consented,
  declined,
  inForce,
  inRound,
  signedBy,
  stateOf,
  withdrawn,
} from "@/tests/support/builders/agreement-stages";
import { committee, council, useProvince } from "@/tests/support/builders/province";
import { describeCommand } from "@/tests/support/command-outcomes";

const province = useProvince();
const reason = "Điều 8 chưa phân định rõ nơi tiếp nhận đơn.";

async function signedByCouncil() {
  const version = await inRound(province());
  await signedBy(province(), version, council);
  return version;
}

describeCommand(declineToSign, {
  province,
  ready: signedByCouncil,
  by: [committee, "chief"],
  input: (version) => ({ versionId: version.versionId, reason }),
  subjectId: (version) => version.versionId,
  does: {
    "ends the round as declined, with the reason": async ({ stage, province }) => {
      expect(await stateOf(province, stage)).toBe("declined");
      const [round] = await province.rows(
        `select state, end_reason as reason from signing_rounds where version_id = $1`,
        [stage.versionId],
      );
      expect(round).toEqual({ state: "declined", reason });
    },
    "voids the number": async ({ stage, province }) => {
      const [entry] = await province.rows(
        `select e.state, e.reason from register_entries e
          join signing_rounds r on r.tenant_id = e.tenant_id and r.id = e.round_id where r.version_id = $1`,
        [stage.versionId],
      );
      expect(entry).toEqual({ state: "void", reason });
    },
    "keeps the signatures made so far": async ({ stage, province }) => {
      const signatures = await province.rows("select id from signatures where version_id = $1", [
        stage.versionId,
      ]);
      expect(signatures).toHaveLength(1);
    },
  },
  events: ["agreements.signingDeclined"],
  wrongInput: {
    "no reason": { change: { reason: "" }, field: "reason" },
    "a reason of blanks": { change: { reason: "          " }, field: "reason" },
    "a reason longer than a page": { change: { reason: "a".repeat(2001) }, field: "reason" },
  },
  notAllowed: {
    "a deputy whom the paper does not name": {
      by: [committee, "deputy-chief"],
      reason: "signing-post",
      source: ["signing", 6],
    },
    "an inspector": { by: [committee, "inspector"], reason: "role", source: ["heads", 4] },
  },
  wrongState: {
    "before the round opens": { stage: () => consented(province()), reason: "state", source: ["signing", 6] },
    "after signing": { stage: () => inForce(province()), reason: "state", source: ["signing", 6] },
    "after another declined": { stage: () => declined(province()), reason: "state", source: ["signing", 6] },
    "after withdrawing": { stage: () => withdrawn(province()), reason: "state", source: ["signing", 6] },
    "after the own signature": {
      stage: async () => {
        const version = await signedByCouncil();
        await signedBy(province(), version, committee);
        return version;
      },
      code: "conflict",
      message: "alreadySigned",
    },
  },
  stale: null,
  atOnce: { answer: { code: "forbidden", reason: "state" } },
});
