import { expect, test } from "vitest";
import { answerForward } from "@/lib/petitions/commands/answer-forward";
import { forwardPetition } from "@/lib/petitions/commands/forward-petition";
import { joinPetition } from "@/lib/petitions/commands/join-petition";
import { takeBackPetition } from "@/lib/petitions/commands/take-back-petition";
import { getPetitionForwarding } from "@/lib/petitions/queries/get-petition-forwarding";
import { executeCommand } from "@/lib/platform/commands/execute-command";
import { runQuery } from "@/lib/platform/queries/run-query";
import { as, postOf } from "@/prisma/seed/caller";
import { outcomeOf } from "@/tests/integration/platform/support/session";
import { petitionRow, taken } from "@/tests/support/builders/petition-stages";
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
import { samePair } from "@/tests/support/builders/same-letters";
import { judgeRoutes, layRoutes } from "@/tests/support/circles/world";

const province = useProvince();
const clerk = () => as(province().phuTho, committee, "specialist");

async function asked(letter: { petitionId: string }) {
  const page = await runQuery(getPetitionForwarding, clerk(), { petitionId: letter.petitionId });
  if (!page) throw new Error("no page");
  return page.view;
}

/** Sent back by the party's office and taken back. */
async function cameBack() {
  const letter = await sentBack(province());
  await executeCommand(takeBackPetition, clerk(), {
    petitionId: letter.petitionId,
    revision: letter.revision,
  });
  return lookedUp(province(), letter);
}

test("before sending it is said how often the matter went there and came back, when and why", async () => {
  const letter = await cameBack();
  const { circles } = await asked(letter);
  expect(circles).toMatchObject([
    {
      office: { code: party },
      sent: 1,
      back: 1,
      stations: [
        { what: "back", reason: "Nội dung thuộc Ủy ban nhân dân tỉnh.", code: letter.code },
        { what: "sent", reason: "", code: letter.code },
      ],
    },
  ]);
  expect((await asked(await classified(province()))).circles).toEqual([]);
});

test("it is sent there all the same only with a reason, which is kept with the slip", async () => {
  const letter = await cameBack();
  const send = (againReason: string) =>
    executeCommand(forwardPetition, clerk(), { ...forwardingInput(province(), letter), againReason });
  await expect(send("")).rejects.toMatchObject({
    code: "invalid",
    details: { fields: { againReason: ["againReasonMissing"] } },
  });
  await send("Có tài liệu mới thuộc việc của cấp ủy.");
  expect(await forwardsOf(province(), letter)).toMatchObject([
    { state: "sent", again_reason: "Có tài liệu mới thuộc việc của cấp ủy." },
    { state: "taken-back", again_reason: "" },
  ]);
  await executeCommand(answerForward, as(province().phuTho, party, "specialist"), {
    petitionId: letter.petitionId,
    forwardId: (await lookedUp(province(), letter)).forwardId,
    answer: "sent-back",
    reason: "Không có tài liệu nào mới.",
  });
  await executeCommand(takeBackPetition, clerk(), {
    petitionId: letter.petitionId,
    revision: (await lookedUp(province(), letter)).revision,
  });
  expect((await asked(letter)).circles).toMatchObject([{ sent: 2, back: 2 }]);
});

test("a reason for another office than the matter was at is not kept", async () => {
  const letter = await cameBack();
  await executeCommand(forwardPetition, clerk(), {
    ...forwardingInput(province(), letter),
    officeId: officeIdOf(province(), council),
    reason: "Thuộc nhiệm vụ của đại biểu.",
    againReason: "Không cần nêu.",
  });
  expect((await forwardsOf(province(), letter))[0]).toMatchObject({ again_reason: "" });
});

test("nor past the code", async () => {
  const letter = await cameBack();
  const { officeId, accountId } = postOf(province().phuTho, committee, "chief");
  const put = (to: string, again: string, escalated = "null") =>
    outcomeOf(
      province().pool("app"),
      { tenantId: province().phuTho.tenant.id, officeId, accountId },
      `insert into petition_forwards (tenant_id, id, petition_id, from_office_id, to_office_id, reason, document_number, again_reason,
          sent_on, state, account_id, created_at, escalated_at)
        values (current_tenant(), gen_random_uuid(), $1, current_office(), $2, 'x', '1', $3, portal_today(), 'sent', current_account(),
          now(), ${escalated})`,
      [letter.petitionId, officeIdOf(province(), to), again],
    );
  expect(await put(party, " ")).toBe("PH002 was-there");
  expect(await put(party, "Có lý do")).toBe("done");
  expect(await put(council, "")).toBe("done");
  expect(await put(council, "", "now()")).toBe("PH002 frozen");
});

test("a letter joined to it is the same matter, whose office is told as one it was at", async () => {
  const pair = await samePair(province());
  const first = async () => ({
    ...pair.first,
    revision: Number((await petitionRow(province(), pair.first))["revision"]),
  });
  expect((await asked(pair.first)).circles).toEqual([]);
  await executeCommand(joinPetition, as(province().phuTho, party, "specialist"), {
    petitionId: pair.petitionId,
    revision: pair.revision,
    code: pair.first.code,
  });
  expect((await asked(pair.first)).circles).toMatchObject([
    { office: { code: party }, sent: 0, back: 0, stations: [{ what: "received", code: pair.code }] },
  ]);
  await expect(
    executeCommand(forwardPetition, clerk(), {
      ...forwardingInput(province(), await first()),
      againReason: "",
    }),
  ).rejects.toMatchObject({ details: { fields: { againReason: ["againReasonMissing"] } } });
});

test("only who handles the letter is told where it was", async () => {
  const letter = await forwarded(province());
  const { officeId, accountId } = postOf(province().phuTho, party, "specialist");
  const ask = (sql: string) =>
    outcomeOf(province().pool("app"), { tenantId: province().phuTho.tenant.id, officeId, accountId }, sql, [
      letter.petitionId,
    ]);
  expect(await ask("select * from matter_stations($1)")).toBe("no row");
  expect(await ask("select * from competent_last_time($1)")).toBe("no row");
  expect(await ask("select * from stations_of($1)")).toBe("42501");
});

test("who was competent last time is remembered: for what looks the same, and for the subject and the commune", async () => {
  const change = {
    address: "Xóm 4, xã Thu Cúc",
    fullName: "Đinh Thị Hoài",
    phone: "0388 111 222",
    idNumber: "",
  };
  await acknowledged(province());
  // The same person's same words again.
  expect((await asked(await classified(province()))).competentBefore).toContainEqual(
    expect.objectContaining({
      subject: null,
      office: expect.objectContaining({ code: party }),
      did: "acknowledged",
    }),
  );
  // Another person of the same commune, about something else that no letter says.
  const other = await lookedUp(
    province(),
    await taken(province(), {
      ...change,
      address: "Khu 2, xã Mỹ Lung",
      class: "feedback",
      subject: "Phản ánh tiếng ồn của xưởng cưa",
      content: "Xưởng cưa chạy cả đêm ở khu 2, đề nghị nhắc nhở chủ xưởng.",
    }),
  );
  expect((await asked(other)).competentBefore).toMatchObject([
    { subject: expect.stringMatching(/Đảng/), office: { code: party }, did: "acknowledged" },
  ]);
  const elsewhere = await classified(province(), {
    ...change,
    subject: "Phản ánh cầu treo hỏng",
    content: "Cầu treo qua suối hỏng ba nhịp, học sinh không đi học được.",
  });
  expect((await asked(elsewhere)).competentBefore).toEqual([]);
});

test("2,000 random routes against a graph oracle: none missed, none warned of falsely", async () => {
  const laid = await layRoutes(province(), 20261127, 2_000);
  const judged = await judgeRoutes(province(), laid);
  expect(judged).toMatchObject({ missed: [], falseWarnings: [], miscounted: [] });
  expect(judged.warnings).toBeGreaterThan(5_000);
  expect(judged.questions - judged.warnings).toBeGreaterThan(2_000);
}, 120_000);
