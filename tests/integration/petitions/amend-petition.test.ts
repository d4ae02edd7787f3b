import { expect, test } from "vitest";
import { amendPetition } from "@/lib/petitions/commands/amend-petition";
import { classifyPetition } from "@/lib/petitions/commands/classify-petition";
import { lookAtPetition } from "@/lib/petitions/commands/look-at-petition";
import { getPetitionPage } from "@/lib/petitions/queries/get-petition-page";
import { executeCommand } from "@/lib/platform/commands/execute-command";
import { dayAt, formatDay } from "@/lib/platform/dates/days";
import { runQuery } from "@/lib/platform/queries/run-query";
import { as, postOf } from "@/prisma/seed/caller";
import { outcomeOf } from "@/tests/integration/platform/support/session";
import {
  denouncer,
  everythingWritten,
  gramsOf,
  peopleOf,
  petitionRow,
  taken,
} from "@/tests/support/builders/petition-stages";
import { forwarded, lookedUp } from "@/tests/support/builders/petition-way";
import { committee, useProvince } from "@/tests/support/builders/province";
import { describeCommand } from "@/tests/support/command-outcomes";

const province = useProvince();

const typed = {
  receivedOn: formatDay(dayAt(new Date())),
  channel: "desk",
  ...denouncer,
  subject: "Kiến nghị sửa đường vào xóm",
  content: "Đường vào xóm sạt lở từ tháng 9, đề nghị sửa.",
  peopleCount: "1",
  reason: "Ghi nhầm họ tên khi tiếp nhận.",
};
const received = async (change: Record<string, unknown> = {}) =>
  lookedUp(province(), await taken(province(), change));

describeCommand(amendPetition, {
  province,
  ready: () => received(),
  by: [committee, "reception-officer"],
  input: ({ petitionId, revision }) => ({
    petitionId,
    revision,
    ...typed,
    fullName: "Khổng Thị Mơ Lan",
    subject: "Kiến nghị sửa cầu vào xóm",
  }),
  subjectId: ({ petitionId }) => petitionId,
  does: {
    "writes it as it should have been, to be found by it": async ({ stage }) => {
      expect(await petitionRow(province(), stage)).toMatchObject({ subject: "Kiến nghị sửa cầu vào xóm" });
      expect(await peopleOf(province(), stage)).toMatchObject([
        { full_name: "Khổng Thị Mơ Lan", address: denouncer.address, phone_hashed: true },
      ]);
      expect(await gramsOf(province(), stage)).toEqual(expect.arrayContaining(["mo lan", "sua cau"]));
    },
    "shows the words that stood before, who changed them and why": async ({ stage }) => {
      const view = await runQuery(getPetitionPage, as(province().phuTho, committee, "chief"), {
        petitionId: stage.petitionId,
      });
      expect(view?.view.changes).toMatchObject([
        {
          kind: "amended",
          reason: typed.reason,
          by: expect.any(String),
          before: [
            { field: "fullName", text: denouncer.fullName },
            { field: "subject", text: "Kiến nghị sửa đường vào xóm" },
          ],
        },
      ]);
    },
  },
  events: ["petitions.amended"],
  wrongInput: {
    "no reason": { change: { reason: "" }, field: "reason" },
    "no summary": { change: { subject: "" }, field: "subject" },
    "a day to come": { change: { receivedOn: "31/12/2099" }, field: "receivedOn" },
    "forwarded by nobody": { change: { channel: "forwarded" }, field: "forwarderKind" },
  },
  notAllowed: { "an inspector": { by: [committee, "inspector"], reason: "role", source: "portal" } },
  conflicts: {
    "nothing changed": {
      change: { fullName: denouncer.fullName, subject: typed.subject },
      answer: { code: "conflict", message: "nothingAmended" },
    },
  },
  wrongState: {
    "given over": { stage: () => forwarded(province()), reason: "state", source: "portal" },
  },
  stale: { change: { revision: 99 }, message: "stalePetition" },
  atOnce: { answer: { code: "stale" } },
});

test("of a denunciation old and new words lie under the seal, and a blank field stays", async () => {
  const person = { ...denouncer, fullName: "Quàng Văn Thiện Sơ" };
  const letter = await received({ ...person, class: "denunciation", denounces: "yes" });
  const caller = as(province().phuTho, committee, "chief");
  const amend = (change: object) =>
    executeCommand(amendPetition, caller, {
      petitionId: letter.petitionId,
      revision: letter.revision,
      ...typed,
      fullName: "Quàng Văn Thiện Sở",
      address: "",
      phone: "",
      idNumber: "",
      content: "",
      reason: "Ông Quàng Văn Thiện Sơ nói tên ghi sai.",
      ...change,
    });
  for (const subject of ["Đơn của Quàng Văn Thiện Sở", "Đơn của quang van thien so"])
    await expect(amend({ subject })).rejects.toMatchObject({
      details: { fields: { subject: ["namesDenouncer"] } },
    });
  await amend({ subject: "Việc thu, chi quỹ" });
  const written = await everythingWritten(province());
  for (const trace of ["Thiện Sơ", "Thiện Sở", "thien so"]) expect(written).not.toContain(trace);
  const seen = await executeCommand(lookAtPetition, caller, {
    petitionId: letter.petitionId,
    reason: "Xác minh nội dung",
  });
  expect(seen.people).toMatchObject([{ ...person, fullName: "Quàng Văn Thiện Sở" }]);
  expect(seen.content).toContain("Ông Quàng Văn Thiện Sơ nói tên ghi sai.");
});

test("what was corrected before a letter became a denunciation lies under the seal too", async () => {
  const letter = await received({ ...denouncer, fullName: "Lường Thị Pin Ngà" });
  const caller = as(province().phuTho, committee, "chief");
  const about = { petitionId: letter.petitionId };
  await executeCommand(amendPetition, caller, {
    ...about,
    revision: letter.revision,
    ...typed,
    fullName: "Lường Thị Pin Nga",
    reason: "Bà Lường Thị Pin Ngà đọc lại tên.",
  });
  await executeCommand(classifyPetition, caller, {
    ...about,
    revision: letter.revision + 1,
    class: "denunciation",
    denounces: "yes",
  });
  const written = await everythingWritten(province());
  for (const trace of ["Pin Nga", "Pin Ngà", "pin nga"]) expect(written).not.toContain(trace);
});

test("past the code nothing typed at intake changes without its row", async () => {
  const letter = await received();
  const { officeId, accountId } = postOf(province().phuTho, committee, "chief");
  expect(
    await outcomeOf(
      province().pool("app"),
      { tenantId: province().phuTho.tenant.id, officeId, accountId },
      "update petitions set subject = 'Khác hẳn', revision = revision + 1 where id = $1",
      [letter.petitionId],
    ),
  ).toBe("PH002 without-reason");
});
