import { expect, test } from "vitest";
import { joinCase } from "@/lib/petitions/commands/join-case";
import { recordCaseStep } from "@/lib/petitions/commands/record-case-step";
import { executeCommand } from "@/lib/platform/commands/execute-command";
import { as, postOf } from "@/prisma/seed/caller";
import { outcomeOf } from "@/tests/integration/platform/support/session";
import { caseOf, daysAgo, household, revisionOf, stepped } from "@/tests/support/builders/cases";
import { committee, useProvince } from "@/tests/support/builders/province";
import { describeCommand } from "@/tests/support/command-outcomes";

const province = useProvince();
const handler = () => as(province().phuTho, committee, "specialist");
const chief = () => as(province().phuTho, committee, "chief");
const revision = (of: { caseId: string }) => revisionOf(province(), of);
const settings = () => {
  const { officeId, accountId } = postOf(province().phuTho, committee, "chief");
  return { tenantId: province().phuTho.tenant.id, officeId, accountId };
};

describeCommand(recordCaseStep, {
  province,
  ready: () => caseOf(province(), 1),
  by: [committee, "specialist"],
  input: async (stage) => ({
    caseId: stage.caseId,
    revision: await revision(stage),
    kind: "settled",
    onDay: daysAgo(9),
    document: "12/QĐ-UBND",
    note: "",
  }),
  subjectId: ({ caseId }) => caseId,
  does: {
    "is kept with its day and document": async ({ stage }) => {
      expect(
        await province().rows("select kind, document from petition_case_steps where case_id = $1", [
          stage.caseId,
        ]),
      ).toEqual([{ kind: "settled", document: "12/QĐ-UBND" }]);
    },
  },
  events: ["petitions.caseStepRecorded"],
  wrongInput: {
    "no document": { change: { document: "" }, field: "document" },
    "without the step before": { change: { kind: "notified" }, field: "kind" },
  },
  notAllowed: {
    "an inspector": { by: [committee, "inspector"], reason: "role", source: "portal" },
    "that it is dragged on, said by a specialist": {
      change: { kind: "persistent", note: "Vẫn còn đơn." },
      reason: "role",
      source: "portal",
    },
  },
  wrongState: {},
  stale: { change: { revision: 77 }, message: "staleCase" },
  atOnce: { answer: { code: "stale" } },
});

test("that a matter is dragged on is recorded only after every step, and a letter that came after", async () => {
  const found = await caseOf(province(), 1, { receivedOn: daysAgo(60) });
  const persist = async () =>
    executeCommand(recordCaseStep, chief(), {
      caseId: found.caseId,
      revision: await revision(found),
      kind: "persistent",
      onDay: daysAgo(0),
      document: "90/KL-UBND",
      note: "Vẫn gửi đơn sau khi đã giải thích.",
    });
  const past = (kind: string) =>
    outcomeOf(
      province().pool("app"),
      settings(),
      `insert into petition_case_steps (tenant_id, id, case_id, kind, on_day, document, note, office_id, account_id, at)
        values (current_tenant(), gen_random_uuid(), $1, $2, portal_today(), '90/KL', 'Vẫn gửi đơn', current_office(), current_account(), now())`,
      [found.caseId, kind],
    );
  const steps = ["settled", "reviewed", "notified", "explained"] as const;
  for (const [index, kind] of steps.entries()) {
    await expect(persist()).rejects.toMatchObject({
      code: "invalid",
      details: { fields: { kind: ["stepBefore"] } },
    });
    expect(await past("persistent")).toBe("PH002 steps-missing");
    await stepped(province(), found, kind, 40 - index * 5);
  }
  await expect(persist()).rejects.toMatchObject({
    code: "invalid",
    details: { fields: { kind: ["noLetterAfter"] } },
  });
  expect(await past("persistent")).toBe("PH002 steps-missing");
  const later = await household(province(), found.matter);
  await executeCommand(joinCase, handler(), {
    petitionIds: [later.petitionId],
    code: found.code,
    reason: "Gửi tiếp sau khi đã giải thích.",
  });
  await persist();
  await expect(persist()).rejects.toMatchObject({ code: "conflict", messageKey: "persistentAlready" });
  expect(await past("persistent")).toBe("23505");
});
