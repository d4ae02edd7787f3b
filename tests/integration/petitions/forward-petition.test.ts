import { expect, test } from "vitest";
import { assessPetition } from "@/lib/petitions/commands/assess-petition";
import { concludePetition } from "@/lib/petitions/commands/conclude-petition";
import { forwardPetition } from "@/lib/petitions/commands/forward-petition";
import { takeBackPetition } from "@/lib/petitions/commands/take-back-petition";
import { getPetitionPage } from "@/lib/petitions/queries/get-petition-page";
import { executeCommand } from "@/lib/platform/commands/execute-command";
import { runQuery } from "@/lib/platform/queries/run-query";
import { as, postOf } from "@/prisma/seed/caller";
import { outcomeOf } from "@/tests/integration/platform/support/session";
import {
  everythingWritten,
  gramsOf,
  petitionRow,
  readersOfPetition,
  taken,
} from "@/tests/support/builders/petition-stages";
import {
  acknowledged,
  classified,
  forwarded,
  forwardingInput,
  forwardsOf,
  lookedUp,
  officeIdOf,
  sentBack,
} from "@/tests/support/builders/petition-way";
import { committee, council, party, useProvince } from "@/tests/support/builders/province";
import { describeCommand } from "@/tests/support/command-outcomes";

const province = useProvince();

describeCommand(forwardPetition, {
  province,
  ready: () => classified(province()),
  by: [committee, "specialist"],
  input: (letter) => forwardingInput(province(), letter),
  subjectId: ({ petitionId }) => petitionId,
  does: {
    "keeps the slip by the signed table": async ({ stage }) => {
      expect(await forwardsOf(province(), stage)).toMatchObject([
        { state: "sent", basis: expect.stringMatching(/Điều 12 khoản 4/), document_number: "12/PC-VP" },
      ]);
      expect(await petitionRow(province(), stage)).toMatchObject({
        state: "forwarded",
        competent: false,
        outcome: "forwarded",
        outcome_document: "12/PC-VP",
        closed_at: null,
      });
    },
    "lets the other office read it and keeps the lead": async ({ stage }) => {
      expect(await readersOfPetition(province(), stage)).toEqual({ [party]: "assist", [committee]: "lead" });
    },
  },
  events: ["petitions.forwarded"],
  wrongInput: {
    "no office, and no subject that names one": {
      change: { officeId: "", subjectKey: "" },
      field: "officeId",
    },
    "the own office": { change: () => ({ officeId: officeIdOf(province(), committee) }), field: "officeId" },
    "no number": { change: { documentNumber: " " }, field: "documentNumber" },
    "another office than the table names, without a reason": {
      change: () => ({ officeId: officeIdOf(province(), council) }),
      field: "reason",
    },
    "a subject of no table": { change: { subjectKey: "weather" }, field: "subjectKey" },
  },
  notAllowed: { "a records clerk": { by: [committee, "records-clerk"], reason: "role", source: "portal" } },
  wrongState: {
    "not classified yet": {
      stage: async () => lookedUp(province(), await taken(province())),
      reason: "state",
      source: "portal",
    },
  },
  stale: { change: { revision: 7 }, message: "stalePetition" },
  atOnce: { answer: { code: "forbidden", reason: "state" } },
});

test("a second time of one content is refused with the rule; what was sent back was not given over", async () => {
  const there = await acknowledged(province());
  await expect(
    executeCommand(forwardPetition, as(province().phuTho, party, "specialist"), {
      ...forwardingInput(province(), there),
      officeId: officeIdOf(province(), council),
      reason: "Thuộc nhiệm vụ của đại biểu.",
    }),
  ).rejects.toMatchObject({
    code: "forbidden",
    details: {
      refusal: { reason: "state", quote: { source: "Thông tư 05/2021/TT-TTCP, Điều 14 khoản 1" } },
    },
  });
  const back = await sentBack(province());
  const caller = as(province().phuTho, committee, "specialist");
  await executeCommand(takeBackPetition, caller, { petitionId: back.petitionId, revision: back.revision });
  await executeCommand(forwardPetition, caller, {
    ...forwardingInput(province(), await lookedUp(province(), back)),
    officeId: officeIdOf(province(), council),
    reason: "Thuộc nhiệm vụ của đại biểu.",
  });
  expect((await forwardsOf(province(), back)).map(({ state }) => state)).toEqual(["sent", "taken-back"]);
});

const denounced = {
  class: "denunciation",
  denounces: "yes",
  fullName: "Vi Thị Khuyên Nhạn",
  phone: "0912 333 444",
} as const;

test.each([
  ["no summary", { summary: "" }, "summary"],
  ["a summary nobody looked through", { summaryChecked: undefined }, "summaryChecked"],
  ["a summary that names who wrote", { summary: "Bà vi thi khuyen nhan phản ánh thu, chi." }, "summary"],
  ["a summary with the telephone", { summary: "Liên hệ số +84 912.333.444 để xác minh." }, "summary"],
  ["a reason that names who wrote", { reason: "Theo đề nghị của Vi Thị Khuyên Nhạn" }, "reason"],
])("a denunciation does not go out with %s", async (_what, change, field) => {
  const letter = await classified(province(), denounced);
  await expect(
    executeCommand(forwardPetition, as(province().phuTho, committee, "specialist"), {
      ...forwardingInput(province(), letter),
      ...change,
    }),
  ).rejects.toMatchObject({ code: "invalid", details: { fields: { [field]: [expect.any(String)] } } });
  expect(await forwardsOf(province(), letter)).toEqual([]);
});

test("nor past the code without a summary", async () => {
  const letter = await classified(province(), denounced);
  const { officeId, accountId } = postOf(province().phuTho, committee, "chief");
  const put = (summary: string) =>
    outcomeOf(
      province().pool("app"),
      { tenantId: province().phuTho.tenant.id, officeId, accountId },
      `insert into petition_forwards (tenant_id, id, petition_id, from_office_id, to_office_id, reason, document_number, summary, sent_on,
          state, account_id, created_at)
        values (current_tenant(), gen_random_uuid(), $1, current_office(), $2, 'x', '1', $3, portal_today(), 'sent', current_account(), now())`,
      [letter.petitionId, officeIdOf(province(), council), summary],
    );
  expect(await put("")).toBe("PH002 summary-missing");
  expect(await put("Phản ánh việc thu, chi quỹ")).toBe("done");
});

test("what is written on its way afterwards does not name who wrote either", async () => {
  const letter = await classified(province(), denounced);
  const caller = as(province().phuTho, committee, "chief");
  const named = "Đã mời bà Vi Thị Khuyên Nhạn làm việc";
  const about = { petitionId: letter.petitionId, revision: letter.revision };
  const says = (fields: readonly string[]) => ({
    code: "invalid",
    details: { fields: Object.fromEntries(fields.map((field) => [field, ["namesDenouncer"]])) },
  });
  await expect(
    executeCommand(concludePetition, caller, { ...about, conclusion: "filed-away", words: named }),
  ).rejects.toMatchObject(says(["words"]));
  await expect(
    executeCommand(assessPetition, caller, { ...about, met: [], note: named }),
  ).rejects.toMatchObject(says(["note"]));
});

test("a denouncer's name stays sealed on the way", async () => {
  const letter = await forwarded(province(), {
    class: "denunciation",
    denounces: "yes",
    fullName: "Vi Thị Khuyên Nhạn",
    phone: "",
    idNumber: "",
  });
  expect(await petitionRow(province(), letter)).toMatchObject({ identity: "sealed", content: null });
});

test("of a denunciation the other office reads the confirmed summary as its title, nowhere the line before", async () => {
  const before = "Tố cáo cán bộ địa chính xã nhận tiền";
  const letter = await forwarded(province(), { class: "denunciation", denounces: "yes", subject: before });
  const summary = "Phản ánh việc thu, chi quỹ của một thôn.";
  expect(await petitionRow(province(), letter)).toMatchObject({ subject: summary });
  const page = await runQuery(getPetitionPage, as(province().phuTho, party, "chief"), {
    petitionId: letter.petitionId,
  });
  expect(page?.view.subject).toBe(summary);
  expect(JSON.stringify(page?.view)).not.toContain("địa chính");
  expect(await gramsOf(province(), letter)).not.toContain("dia chinh");
  // Kept under the letter's key, as after any correction.
  expect(page?.view.changes).toMatchObject([{ kind: "amended", fields: ["subject"], before: null }]);
  expect(await everythingWritten(province())).not.toContain(before);
});
