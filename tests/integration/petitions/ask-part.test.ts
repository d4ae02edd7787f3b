import { expect, test } from "vitest";
import { askPart } from "@/lib/petitions/commands/ask-part";
import { joinPetition } from "@/lib/petitions/commands/join-petition";
import { getPetitionPage } from "@/lib/petitions/queries/get-petition-page";
import { askedLetterSchema, askSameLetter } from "@/lib/petitions/same-letter/ask";
import { executeCommand } from "@/lib/platform/commands/execute-command";
import { runQuery } from "@/lib/platform/queries/run-query";
import { as } from "@/prisma/seed/caller";
import { cell, importRegister, registerHead } from "@/tests/support/builders/import-register";
import {
  acceptedPart,
  askedPart,
  askingInput,
  declinedPart,
  givenPart,
  partRowOf,
  takenOverPart,
} from "@/tests/support/builders/petition-parts";
import { denouncer, readersOfPetition, taken } from "@/tests/support/builders/petition-stages";
import {
  classified,
  filedAway,
  forwarded,
  lookedUp,
  officeIdOf,
} from "@/tests/support/builders/petition-way";
import { committee, council, party, stranger, useProvince } from "@/tests/support/builders/province";
import { inDays } from "@/tests/support/builders/task-stages";
import { answerOf, attempt, describeCommand } from "@/tests/support/command-outcomes";

const province = useProvince();
const asking = ["responsibilities", 4] as const;
const denunciation = { class: "denunciation", denounces: "yes", subject: "Việc thu quỹ ở xóm" };

describeCommand(askPart, {
  province,
  ready: () => classified(province()),
  by: [committee, "specialist"],
  input: (letter) => askingInput(province(), letter),
  subjectId: ({ petitionId }) => petitionId,
  does: {
    "asks that office, by a day, under the clause in force": async ({ stage, province }) => {
      expect(await partRowOf(province, stage)).toMatchObject({
        state: "asked",
        due_on: inDays(5),
        lead_office_id: officeIdOf(province, committee),
        names: false,
      });
    },
    "lets it read the letter": async ({ stage, province }) => {
      expect(await readersOfPetition(province, stage)).toEqual({ [council]: "assist", [committee]: "lead" });
    },
    "keeps the request in the clear nowhere": async ({ stage, province }) => {
      const { request } = await partRowOf(province, stage);
      expect((request as Buffer).toString("utf8")).not.toContain("Quốc hội");
    },
  },
  events: ["petitions.partAsked"],
  wrongInput: {
    "no request": { change: { request: "" }, field: "request" },
    "no day": { change: { dueOn: "" }, field: "dueOn" },
    "a day that passed": { change: { dueOn: inDays(-1) }, field: "dueOn" },
    "no office": { change: { officeId: "council" }, field: "officeId" },
  },
  notAllowed: {
    "a reception officer of the lead": {
      by: [committee, "reception-officer"],
      reason: "role",
      source: ["responsibilities", 11],
    },
    "an office that the agreement does not name": {
      change: () => ({ officeId: officeIdOf(province(), stranger) }),
      reason: "assist-state",
      source: asking,
    },
    itself: {
      change: () => ({ officeId: officeIdOf(province(), committee) }),
      reason: "assist-state",
      source: asking,
    },
  },
  wrongState: {
    "a letter that is not classified yet": {
      stage: async () => lookedUp(province(), await taken(province())),
      reason: "state",
      source: asking,
      offices: [committee],
    },
    "one that was given over": { stage: () => forwarded(province()), reason: "state", source: asking },
    "one that is over": { stage: () => filedAway(province()), reason: "state", source: asking },
    "an office that accepted: its day stands": {
      stage: () => acceptedPart(province()),
      reason: "assist-state",
      source: asking,
    },
    "an office whose part was taken over": {
      stage: () => takenOverPart(province()),
      reason: "assist-state",
      source: asking,
    },
  },
  stale: null,
  // The second changes the day of a request not yet answered (article 3 clause 4).
  atOnce: { answer: "both" },
});

test.each([
  ["not answered yet", () => askedPart(province())],
  ["that declined", () => declinedPart(province())],
  ["whose part does not suffice", () => givenPart(province())],
])("asks again an office %s", async (_name, build) => {
  const letter = await build();
  const lead = as(province().phuTho, committee, "specialist");
  await executeCommand(askPart, lead, { ...askingInput(province(), letter), dueOn: inDays(9) });
  expect(await partRowOf(province(), letter)).toMatchObject({ state: "asked", due_on: inDays(9) });
});

test("an assisting office asks no other: that is the lead's", async () => {
  const letter = await askedPart(province());
  const input = askingInput(province(), letter, party);
  const attempted = await attempt(askPart, as(province().phuTho, council, "chief"), input);
  expect(answerOf(attempted)).toMatchObject({
    code: "forbidden",
    refusal: { reason: "part", offices: [committee], articleKey: "responsibilities", clause: 4 },
  });
});

test("of a denunciation it is confirmed that the request does not tell who wrote, and one that does is refused", async () => {
  const letter = await classified(province(), denunciation);
  const lead = as(province().phuTho, committee, "specialist");
  const input = askingInput(province(), letter);
  const unread = await attempt(askPart, lead, { ...input, checked: "" });
  expect(answerOf(unread)).toMatchObject({ code: "invalid", fields: { checked: ["requestUnchecked"] } });
  const naming = await attempt(askPart, lead, { ...input, request: `Việc bà ${denouncer.fullName} nêu.` });
  expect(answerOf(naming)).toMatchObject({ code: "invalid", fields: { request: ["namesDenouncer"] } });
  expect(await partRowOf(province(), letter)).toEqual({});
  await executeCommand(askPart, lead, input);
  expect(await partRowOf(province(), letter)).toMatchObject({ state: "asked", names: false });
});

test("a letter that was joined is done with the first one", async () => {
  const first = await classified(province(), { subject: "Kiến nghị sửa cầu treo bản Mới" });
  const later = await classified(province(), { subject: "Kiến nghị sửa cầu treo bản Mới" });
  const lead = as(province().phuTho, committee, "specialist");
  await executeCommand(joinPetition, lead, {
    petitionId: later.petitionId,
    revision: later.revision,
    code: first.code,
  });
  const attempted = await attempt(askPart, lead, askingInput(province(), later));
  expect(answerOf(attempted)).toMatchObject({ code: "forbidden", refusal: { reason: "state" } });
});

/** So long that what they say is enough to find them by, whoever sent them. */
const road = {
  subject: "Việc thu quỹ làm đường ở bản Pù",
  content: `Trưởng bản Pù thu mỗi hộ 1.250.000 đồng quỹ làm đường từ ngày 3/4/2026 mà không họp dân, không có biên lai. Có 38 hộ đã nộp, tổng số
    47.500.000 đồng, đến nay con đường chưa đổ được mét bê tông nào. Khi bà con hỏi thì ông nói tiền đã gửi ở xã, xã lại trả lời chưa nhận
    khoản nào. Sổ thu do con dâu ông giữ, có nhiều dòng tẩy xóa.`,
};
const forest = {
  subject: "Kiểm lâm địa bàn để xe chở gỗ qua trạm ban đêm",
  content: `Từ tháng 2/2026 gần như đêm nào cũng có xe chở gỗ nghiến từ khe Hon ra quốc lộ, qua trạm gác số 7 mà barie vẫn mở. Tôi đếm được 14
    chuyến, mỗi chuyến khoảng 6 khối. Người trực trạm nhận 2 triệu đồng một chuyến của chủ xe, có người chụp được ảnh lúc đưa tiền. Rừng đầu
    nguồn phía trên đập nước đã bị hạ gần hết, mùa mưa này cả xóm lo sạt lở.`,
};
type Story = typeof road;
/** The council's office received the same words with a name beside them, not as a denunciation. */
const twinOf = ({ subject, content }: Story, code: string) =>
  importRegister(
    province(),
    [
      registerHead,
      `${code},2026-11-03,council-standing,post,Lường Văn Păn,"bản Nặm, xã Tân Sơn",0912000777,,${cell(subject)},${cell(content)},feedback,,,`,
    ].join("\n"),
    { office: council },
  );
const sameOf = async (office: string, petitionId: string) =>
  (
    await runQuery(getPetitionPage, as(province().phuTho, office, "specialist"), { petitionId })
  )?.view.same.map(({ found }) => found.office);

test("an office that reads the same words elsewhere is not asked about a sealed letter, and no reason is told it", async () => {
  await twinOf(road, "TW-1");
  const letter = await classified(province(), { ...denunciation, ...road });
  const lead = as(province().phuTho, committee, "specialist");
  expect(await sameOf(committee, letter.petitionId)).toEqual([council]);
  const attempted = await attempt(askPart, lead, askingInput(province(), letter));
  expect(answerOf(attempted)).toMatchObject({ code: "invalid", fields: { officeId: ["officeNotAskable"] } });
  expect(await readersOfPetition(province(), letter)).toEqual({ [committee]: "lead" });
  // Nor past the code, whoever writes the row.
  const plain = await askedPart(province());
  const client = await province().pool("owner").connect();
  try {
    await client.query("begin");
    await client.query("select set_config('app.tenant_id', $1, true)", [province().phuTho.tenant.id]);
    const written = client.query(
      `insert into petition_contributions (tenant_id, petition_id, lead_office_id, office_id, version_id, duty_id, state, due_on, request, names, asked_at)
        select tenant_id, $2, lead_office_id, office_id, version_id, duty_id, 'asked', due_on, request, false, now()
        from petition_contributions where petition_id = $1`,
      [plain.petitionId, letter.petitionId],
    );
    await expect(written).rejects.toMatchObject({ code: "PH002" });
  } finally {
    await client.query("rollback");
    client.release();
  }
  // The other office is asked as ever.
  await executeCommand(askPart, lead, askingInput(province(), letter, party));
  expect(await sameOf(party, letter.petitionId)).toEqual([]);
});

test("who assists with a sealed letter already is told of no likeness to one of its own, on either page or while typing", async () => {
  const letter = await askedPart(province(), { ...denunciation, ...forest });
  const { written } = await twinOf(forest, "TW-2");
  const [own] = written;
  expect(await sameOf(committee, letter.petitionId)).toEqual([council]);
  expect(await sameOf(council, letter.petitionId)).toEqual([]);
  expect(await sameOf(council, own?.id ?? "")).toEqual([]);
  const typed = askedLetterSchema.parse({ ...forest, denounces: "no" });
  const told = async (office: string) => {
    const answer = await askSameLetter(as(province().phuTho, office, "specialist"), typed);
    return "found" in answer ? answer.found.filter((each) => each.kind === "contact") : [];
  };
  expect(await told(party)).toHaveLength(1);
  expect(await told(council)).toEqual([]);
});
