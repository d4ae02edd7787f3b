import { expect, test } from "vitest";
import { mostRepresentatives, stepMissing } from "@/lib/petitions/cases/numbers";
import { appointRepresentative } from "@/lib/petitions/commands/appoint-representative";
import { joinCase } from "@/lib/petitions/commands/join-case";
import { leaveCase } from "@/lib/petitions/commands/leave-case";
import { executeCommand } from "@/lib/platform/commands/execute-command";
import { as, postOf } from "@/prisma/seed/caller";
import { outcomeOf } from "@/tests/integration/platform/support/session";
import {
  appointed,
  caseOf,
  daysAgo,
  household,
  representativesOf,
  revisionOf,
} from "@/tests/support/builders/cases";
import { committee, useProvince } from "@/tests/support/builders/province";
import { describeCommand } from "@/tests/support/command-outcomes";

const province = useProvince();
const handler = () => as(province().phuTho, committee, "specialist");
const revision = (of: { caseId: string }) => revisionOf(province(), of);
const settings = () => {
  const { officeId, accountId } = postOf(province().phuTho, committee, "chief");
  return { tenantId: province().phuTho.tenant.id, officeId, accountId };
};

describeCommand(appointRepresentative, {
  province,
  ready: () => caseOf(province(), 5),
  by: [committee, "specialist"],
  input: async (stage) => ({
    caseId: stage.caseId,
    revision: await revision(stage),
    petitionId: stage.letters[0]?.petitionId,
    fullName: stage.letters[0]?.fullName,
    document: "Giấy cử ngày họp bản",
    appointedOn: daysAgo(1),
  }),
  subjectId: ({ caseId }) => caseId,
  does: {
    "is kept with the letter and the document": async ({ stage }) => {
      expect(await representativesOf(province(), stage)).toMatchObject([
        { full_name: stage.letters[0]?.fullName, ended: false },
      ]);
    },
  },
  events: ["petitions.representativeAppointed"],
  wrongInput: {
    "no document": { change: { document: "" }, field: "document" },
    "a day to come": { change: { appointedOn: daysAgo(-3) }, field: "appointedOn" },
    "a name that is on no letter": { change: { fullName: "Người Nào Khác" }, field: "fullName" },
  },
  notAllowed: { "an inspector": { by: [committee, "inspector"], reason: "role", source: "portal" } },
  wrongState: {
    "of four people": {
      stage: () => caseOf(province(), 4),
      code: "conflict",
      message: "tooFewPeople",
    },
    "two speak for five already": {
      stage: async () => {
        const found = await caseOf(province(), 5);
        await appointed(province(), found, 1);
        await appointed(province(), found, 2);
        return found;
      },
      code: "conflict",
      message: "representativesFull",
    },
  },
  stale: { change: { revision: 77 }, message: "staleCase" },
  atOnce: { answer: { code: "stale" } },
});

test("how many speak follows from how many they are, and who speaks for a letter that left speaks no more", async () => {
  expect([4, 5, 10, 11, 500].map(mostRepresentatives)).toEqual([0, 2, 2, 5, 5]);
  expect(stepMissing("settled", "2026-01-01", [], [])).toBeNull();
  const found = await caseOf(province(), 5);
  await appointed(province(), found, 0);
  await appointed(province(), found, 1);
  const leave = (index: number) =>
    executeCommand(leaveCase, handler(), {
      caseId: found.caseId,
      petitionId: found.letters[index]?.petitionId,
      reason: "Rút đơn khỏi vụ việc.",
    });
  // Four are left, of whom nobody may speak for the others.
  await expect(leave(4)).rejects.toMatchObject({ code: "conflict", messageKey: "representativesTooMany" });
  const put = (petitionId: string | undefined, name: string | undefined) =>
    outcomeOf(
      province().pool("app"),
      settings(),
      `insert into petition_case_representatives (tenant_id, id, case_id, petition_id, kept, full_name, document, appointed_on,
          office_id, account_id, at)
        values (current_tenant(), gen_random_uuid(), '${found.caseId}', '${petitionId}', 'plain', '${name}', 'Giấy cử', portal_today(),
          current_office(), current_account(), now());
        set constraints all immediate`,
    );
  const third = found.letters[2];
  expect(await put(third?.petitionId, "Người Nào Khác")).toBe("PH002 not-a-petitioner");
  expect(await put(third?.petitionId, third?.fullName)).toBe("PH002 representatives");
  const joined = await household(province(), found.matter, { peopleCount: "6" });
  await executeCommand(joinCase, handler(), {
    petitionIds: [joined.petitionId],
    code: found.code,
    reason: "Thêm sáu người cùng ký.",
  });
  // Eleven: one of many who signed, whose name nobody typed, may speak.
  expect(await put(joined.petitionId, "Một Người Cùng Ký")).toBe("done");
  await leave(0);
  expect(await representativesOf(province(), found)).toMatchObject([{ ended: true }, { ended: false }]);
});
