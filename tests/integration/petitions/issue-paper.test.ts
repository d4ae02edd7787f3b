import { expect, test } from "vitest";
import { assessPetition } from "@/lib/petitions/commands/assess-petition";
import { classifyPetition } from "@/lib/petitions/commands/classify-petition";
import { issuePaper } from "@/lib/petitions/commands/issue-paper";
import { recordMilestone } from "@/lib/petitions/commands/record-milestone";
import { textsOf } from "@/lib/petitions/paper/official-paper";
import type { PaperAdvice } from "@/lib/petitions/paper/types";
import { getPaper } from "@/lib/petitions/queries/get-paper";
import { getPaperForm } from "@/lib/petitions/queries/get-paper-form";
import { executeCommand } from "@/lib/platform/commands/execute-command";
import { dayAt, formatDay } from "@/lib/platform/dates/days";
import type { Role } from "@/lib/platform/policy/rule-table";
import { runQuery } from "@/lib/platform/queries/run-query";
import { as, postOf } from "@/prisma/seed/caller";
import { outcomeOf } from "@/tests/integration/platform/support/session";
import {
  papersOf as allPapersOf,
  paperInput as inputOf,
  issuedPaper,
} from "@/tests/support/builders/petition-papers";
import { everythingWritten, petitionRow, taken } from "@/tests/support/builders/petition-stages";
import { classified, type LetterOnItsWay, lookedUp } from "@/tests/support/builders/petition-way";
import { committee, council, party, useProvince } from "@/tests/support/builders/province";
import { answerOf, attempt, describeCommand } from "@/tests/support/command-outcomes";

const province = useProvince();
const clerk = () => as(province().phuTho, committee, "records-clerk");
const complaint = () => classified(province(), { class: "complaint" });
const signerOf = (office: string, role: Role = "chief") => postOf(province().phuTho, office, role).postId;

const paperInput = (letter: LetterOnItsWay, change: Record<string, unknown> = {}) =>
  inputOf(province(), letter, change);
const issued = (letter: LetterOnItsWay, change: Record<string, unknown> = {}) =>
  issuedPaper(province(), letter, change);
const papersOf = (letter: { petitionId: string }) => allPapersOf(province(), letter);

async function opened(
  petitionId: string,
  paperId: string,
  office: string = committee,
  role: Role = "specialist",
) {
  const found = await runQuery(getPaper, as(province().phuTho, office, role), { petitionId, paperId });
  return found ? textsOf(found.view.paper) : null;
}

describeCommand(issuePaper, {
  province,
  ready: complaint,
  by: [committee, "records-clerk"],
  input: (letter) => paperInput(letter),
  subjectId: ({ petitionId }) => petitionId,
  does: {
    "gives it the next number of its series, in the form and capacity of who signs": async ({ stage }) => {
      const [paper] = await papersOf(stage);
      expect(paper).toMatchObject({
        kind: "acceptance",
        number: expect.stringMatching(/^\d{2,}\/TB-VPUBND$/),
      });
      const texts = (await opened(stage.petitionId, paper?.id ?? "")) ?? [];
      expect(texts).toEqual(
        expect.arrayContaining([
          "ỦY BAN NHÂN DÂN TỈNH PHÚ THỌ",
          "VĂN PHÒNG",
          `Số: ${paper?.number}`,
          "THÔNG BÁO",
          "Khiếu nại đủ điều kiện thụ lý.",
          "CHÁNH VĂN PHÒNG",
          "Vũ Đình Lâm",
        ]),
      );
    },
    "counts it on the letter": async ({ stage }) => {
      expect(await petitionRow(province(), stage)).toMatchObject({
        documents_issued: 1,
        revision: stage.revision + 1,
      });
    },
  },
  events: ["petitions.paperIssued", "petitions.milestoneRecorded"],
  wrongInput: {
    "a kind nobody knows": { change: { kind: "poem" }, field: "kind" },
    "a kind of another class": { change: { kind: "conclusion" }, field: "kind" },
    "a text with a gap": { change: { body: "Thụ lý từ ngày […]." }, field: "body" },
    "a verification without an article": { change: { kind: "verification" }, field: "body" },
    "a paper that says something against what is on record": {
      change: { kind: "decision", body: "QUYẾT ĐỊNH:\nĐiều 1. Giữ nguyên." },
      field: "kind",
    },
    "no day it was signed on": { change: { signedOn: "" }, field: "signedOn" },
    "a day it is not signed on yet": { change: { signedOn: "01/01/2999" }, field: "signedOn" },
    "nobody who signs": { change: { signerPostId: "" }, field: "signerPostId" },
    "somebody of another office who signs": {
      change: () => ({ signerPostId: signerOf(party) }),
      field: "signerPostId",
    },
    "a number to be typed and none typed": { change: { numbering: "typed" }, field: "typedNumber" },
  },
  notAllowed: { "a specialist": { by: [committee, "specialist"], reason: "role", source: "portal" } },
  conflicts: {
    "a correction of nothing": {
      change: { kind: "correction" },
      answer: { code: "conflict", message: "paperOfMissing" },
    },
  },
  wrongState: {
    "not classified yet": {
      stage: async () => lookedUp(province(), await taken(province())),
      reason: "state",
      source: "portal",
    },
  },
  stale: { change: { revision: 77 }, message: "stalePetition" },
  atOnce: { answer: { code: "stale" } },
});

test("numbers go on without a gap in each series, and a typed one is used once a year", async () => {
  const letter = await complaint();
  const first = await issued(letter);
  const second = await issued(letter, { signerPostId: signerOf(committee, "deputy-chief") });
  expect(second.ordinal).toBe(Number(first.ordinal) + 1);
  const order = { kind: "verification", body: "QUYẾT ĐỊNH:\nĐiều 1. Xác minh." };
  expect((await issued(letter, order)).number).toMatch(/^0\d\/QĐ-VPUBND$/);
  const typed = { numbering: "typed", typedNumber: "417/TB-UBND" };
  expect(await issued(letter, typed)).toMatchObject({ number: "417/TB-UBND", ordinal: null });
  await expect(issued(letter, typed)).rejects.toMatchObject({
    details: { fields: { typedNumber: ["paperNumberTaken"] } },
  });
});

test("papers of many letters at once have numbers of their own", async () => {
  const letters = [];
  for (let n = 0; n < 6; n++) letters.push(await complaint());
  const papers = await Promise.all(letters.map((letter) => issued(letter)));
  expect(new Set(papers.map(({ number }) => number)).size).toBe(6);
});

test("a leader of the body signs in the body's name, a Party office in the Party's form", async () => {
  const letter = await complaint();
  const form = await runQuery(getPaperForm, clerk(), {
    petitionId: letter.petitionId,
    kind: "acceptance",
    ofId: "",
  });
  await issued(letter);
  const deputy = form?.view.signers.find(({ label }) => label.startsWith("Kiều Văn Đạt"));
  const body = "QUYẾT ĐỊNH:\nĐiều 1. Giữ nguyên quyết định bị khiếu nại.";
  const paper = await issued(letter, { kind: "decision", body, signerPostId: deputy?.postId });
  expect(paper.number).toMatch(/\/QĐ-UBND$/);
  expect(await opened(letter.petitionId, paper.id)).toEqual(
    expect.arrayContaining(["ỦY BAN NHÂN DÂN TỈNH PHÚ THỌ", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Kiều Văn Đạt"]),
  );
  const theirs = await lookedUp(
    province(),
    await taken(province(), { class: "feedback", bodyId: province().phuTho.bodies.get("TU") }),
  );
  await executeCommand(
    issuePaper,
    as(province().phuTho, party, "chief"),
    paperInput(theirs, { kind: "guidance", signerPostId: signerOf(party) }),
  );
  const [slip] = await papersOf(theirs);
  expect(slip?.number).toMatch(/^\d{2}-PHD\/VPTU$/);
  expect(await opened(theirs.petitionId, slip?.id ?? "", party)).toContain("ĐẢNG CỘNG SẢN VIỆT NAM");
});

test("a wrong content is replaced once by a paper of its kind, a wrong form is corrected", async () => {
  const letter = await complaint();
  const first = await issued(letter);
  await expect(issued(letter, { ofId: first.id })).rejects.toMatchObject({ code: "invalid" });
  const correction = await issued(letter, { kind: "correction", ofId: first.id, abstract: "V/v đính chính" });
  expect(correction.number).toMatch(/^\d{2}\/VPUBND$/);
  const second = await issued(letter, { ofId: first.id, reason: "Sai ngày thụ lý." });
  expect(second.replaces_id).toBe(first.id);
  expect((await opened(letter.petitionId, second.id))?.join("\n")).toContain(
    `thay thế văn bản số ${first.number}`,
  );
  await expect(issued(letter, { ofId: first.id, reason: "Sai lần nữa." })).rejects.toMatchObject({
    messageKey: "paperReplaced",
  });
  await expect(
    issued(letter, { kind: "refusal", ofId: second.id, reason: "Loại khác." }),
  ).rejects.toMatchObject({
    messageKey: "paperOfMissing",
  });
  const page = await runQuery(getPaperForm, clerk(), { petitionId: letter.petitionId, kind: "", ofId: "" });
  expect(page?.view.papers.find(({ id }) => id === first.id)).toMatchObject({
    replacedBy: second.number,
    correctedBy: [correction.number],
    mayReplace: false,
  });
});

test("a denunciation's paper says nothing of who wrote, and begins so", async () => {
  const letter = await classified(province(), {
    class: "denunciation",
    denounces: "yes",
    fullName: "Mùa Thị Dế",
    phone: "0917 222 333",
  });
  const form = await runQuery(getPaperForm, clerk(), {
    petitionId: letter.petitionId,
    kind: "acceptance",
    ofId: "",
  });
  expect(JSON.stringify(form?.view.form)).not.toMatch(/Mùa|Dế|0917/);
  expect(form?.view.form?.recipients).toContain("gửi riêng, không ghi tên");
  await expect(issued(letter, { body: "Thụ lý tố cáo của bà mua thi de." })).rejects.toMatchObject({
    details: { fields: { body: ["namesDenouncer"] } },
  });
  expect(await issued(letter, { body: "Tố cáo được thụ lý theo quy định." })).toMatchObject({ names: false });
});

test("what names who wrote is written nowhere in the clear, and opens no more once the letter is sealed", async () => {
  const name = "Vàng Thị Xúa Pàng";
  const letter = await classified(province(), {
    class: "complaint",
    fullName: name,
    subject: "Khiếu nại việc đền bù",
  });
  const body = `Nhận được đơn của ông (bà) ${name}; nội dung kín của văn bản.`;
  const paper = await issued(letter, { kind: "forwarding", body });
  expect(paper.names).toBe(true);
  expect(await everythingWritten(province())).not.toContain("nội dung kín của văn bản");
  expect((await opened(letter.petitionId, paper.id))?.join("\n")).toContain(name);
  await executeCommand(classifyPetition, as(province().phuTho, committee, "specialist"), {
    petitionId: letter.petitionId,
    revision: (await lookedUp(province(), letter)).revision,
    class: "denunciation",
    denounces: "yes",
  });
  expect(await opened(letter.petitionId, paper.id)).toBeNull();
  const page = await runQuery(getPaperForm, clerk(), { petitionId: letter.petitionId, kind: "", ofId: "" });
  expect(page?.view.papers).toMatchObject([{ id: paper.id, mayOpen: false, mayReplace: false }]);
});

test("a paper opens to who handles the letter and to nobody else", async () => {
  const letter = await complaint();
  const paper = await issued(letter);
  expect(await opened(letter.petitionId, paper.id, council)).toBeNull();
  expect(await opened(letter.petitionId, paper.id, committee, "inspector")).toBeNull();
  const other = await complaint();
  expect(await opened(other.petitionId, paper.id)).toBeNull();
});

test.each(["preview", "confirm", "edit"])("asked for the step %s nothing is written yet", async (step) => {
  const letter = await complaint();
  const asked = attempt(issuePaper, clerk(), paperInput(letter, { step, signedOn: "" }));
  const answer = answerOf(await asked) as { advice?: PaperAdvice };
  expect(answer).toMatchObject({ code: "conflict", message: "paperPreview", quiet: true });
  if (step === "edit") expect(answer.advice).toBeUndefined();
  else {
    expect(answer.advice).toMatchObject({
      stage: step,
      signer: "Vũ Đình Lâm",
      paper: { number: "…/TB-VPUBND", title: "THÔNG BÁO", signer: "Vũ Đình Lâm" },
    });
  }
  expect(await papersOf(letter)).toEqual([]);
  expect(await petitionRow(province(), letter)).toMatchObject({ state: "classified", documents_issued: 0 });
});

const clocksOf = async ({ petitionId }: { petitionId: string }) =>
  Object.fromEntries(
    (
      await province().rows<{ step: string; status: string }>(
        "select step, status from petition_clocks where petition_id = $1 and status <> 'replaced'",
        [petitionId],
      )
    ).map(({ step, status }) => [step, status]),
  );

const article = "QUYẾT ĐỊNH:\nĐiều 1. Giữ nguyên quyết định bị khiếu nại.";

test("a notice of acceptance accepts the complaint, its decision settles it, and each ends its clock", async () => {
  const letter = await complaint();
  await issued(letter);
  expect(await petitionRow(province(), letter)).toMatchObject({ state: "accepted" });
  expect(await clocksOf(letter)).toMatchObject({ "complaint-accept": "met", "complaint-settle": "running" });
  const decision = await issued(letter, { kind: "decision", body: article });
  expect(await petitionRow(province(), letter)).toMatchObject({
    state: "settled",
    outcome: "settled",
    outcome_document: decision.number,
    follow_up: expect.stringContaining(decision.number),
    closed_at: expect.any(Date),
  });
  expect(await clocksOf(letter)).toMatchObject({
    "complaint-settle": "met",
    "complaint-send-decision": "running",
    "reception-outcome": "met",
  });
  // Replaced, it stays decided; it is not decided twice.
  await issued(letter, { kind: "decision", body: article, ofId: decision.id, reason: "Sai số quyết định." });
  expect(
    await province().rows(
      "select kind, document from petition_milestones where petition_id = $1 order by id",
      [letter.petitionId],
    ),
  ).toMatchObject([{ kind: "accepted" }, { kind: "decided", document: decision.number }]);
});

test("a denunciation is accepted and its denouncer told by one notice, lengthened and concluded by the next", async () => {
  const letter = await classified(province(), { class: "denunciation", denounces: "yes" });
  const body = "Tố cáo được thụ lý theo quy định.";
  await issued(letter, { body });
  expect(await clocksOf(letter)).toMatchObject({
    "denunciation-register": "met",
    "denunciation-notify-acceptance": "met",
    "denunciation-settle": "running",
  });
  const extension = { kind: "extension", body: "QUYẾT ĐỊNH:\nĐiều 1. Gia hạn 30 ngày.", days: "30" };
  await expect(issued(letter, extension)).rejects.toMatchObject({
    details: { fields: { kind: ["noGroundToExtend"] } },
  });
  await executeCommand(recordMilestone, as(province().phuTho, committee, "specialist"), {
    petitionId: letter.petitionId,
    revision: (await lookedUp(province(), letter)).revision,
    kind: "facts",
    on: formatDay(dayAt(new Date())),
    criteria: ["several-places"],
  });
  await issued(letter, extension);
  await issued(letter, { kind: "conclusion", body: "Nội dung tố cáo đúng một phần." });
  expect(await petitionRow(province(), letter)).toMatchObject({ state: "settled" });
  expect(await clocksOf(letter)).toMatchObject({ "denunciation-settle": "met" });
});

test("an interim reply says it needs more time: the first answer is told, the letter and its other terms stay as they are", async () => {
  const letter = await complaint();
  const body = "Đến nay đã thực hiện: đối chiếu hồ sơ. Sẽ trả lời chậm nhất ngày 20/12/2026.";
  await issued(letter, { kind: "interim", body });
  expect(await petitionRow(province(), letter)).toMatchObject({ state: "classified", closed_at: null });
  expect(await clocksOf(letter)).toMatchObject({ "reception-outcome": "met", "complaint-accept": "running" });
  await issued(letter, { body: "Khiếu nại được thụ lý." });
  await issued(letter, { kind: "interim", body });
  expect(await clocksOf(letter)).toMatchObject({ "complaint-settle": "running" });
  await issued(letter, { kind: "decision", body: article });
  await expect(issued(letter, { kind: "interim", body })).rejects.toMatchObject({
    details: { fields: { kind: ["paperNotNow"] } },
  });
});

test("a typed number of the office's own system is offered the next of its kind, and told where it was used", async () => {
  const [first, second] = [await complaint(), await complaint()];
  const typed = { kind: "interim", body: "Sẽ trả lời sau.", numbering: "typed", typedNumber: "207/TB-TCD" };
  await issued(first, typed);
  const form = await runQuery(getPaperForm, clerk(), {
    petitionId: second.petitionId,
    kind: "interim",
    ofId: "",
  });
  expect(form?.view.form?.nextNumber).toBe("208/TB-TCD");
  await expect(issued(second, typed)).rejects.toMatchObject({
    details: { fields: { typedNumber: ["paperNumberTaken"] }, advice: { nextNumber: "208/TB-TCD" } },
  });
});

test("guidance guides, and a refusal declines what does not meet a condition", async () => {
  const guided = await classified(province(), { class: "feedback" });
  const slip = await issued(guided, { kind: "guidance", to: "Ủy ban nhân dân xã Mỹ Lung" });
  expect(await petitionRow(province(), guided)).toMatchObject({
    state: "guided",
    outcome_body: "Ủy ban nhân dân xã Mỹ Lung",
    outcome_document: slip.number,
  });
  const letter = await complaint();
  await expect(issued(letter, { kind: "refusal" })).rejects.toMatchObject({
    details: { fields: { kind: ["paperNotNow"] } },
  });
  await executeCommand(assessPetition, as(province().phuTho, committee, "specialist"), {
    petitionId: letter.petitionId,
    revision: letter.revision,
    met: [],
  });
  await expect(issued(letter)).rejects.toMatchObject({ details: { fields: { kind: ["paperNotNow"] } } });
  await issued(letter, { kind: "refusal", body: "Không thụ lý vì hết thời hiệu." });
  expect(await petitionRow(province(), letter)).toMatchObject({ state: "not-accepted" });
  expect(await clocksOf(letter)).toMatchObject({ "complaint-accept": "met" });
});

test("nor past the code: no gap in numbers, no other class's paper, no name, no change", async () => {
  const letter = await complaint();
  const sealed = await classified(province(), { class: "denunciation", denounces: "yes" });
  const { officeId, accountId, postId } = postOf(province().phuTho, committee, "chief");
  const put = (
    petitionId: string,
    change: { ordinal?: number; kind?: string; names?: boolean; series?: string; signed?: string },
  ) =>
    outcomeOf(
      province().pool("app"),
      { tenantId: province().phuTho.tenant.id, officeId, accountId },
      `insert into petition_papers (tenant_id, id, petition_id, office_id, kind, series, year, ordinal, number, issued_on, signed_on,
          signer_post_id, signer, names, sealed, account_id, at)
        values (current_tenant(), gen_random_uuid(), $1, current_office(), $2, $3, extract(year from portal_today())::int, $4,
          gen_random_uuid()::text, portal_today(), $7::date, $5, 'x', $6, '', current_account(), now())`,
      [
        petitionId,
        change.kind ?? "forwarding",
        change.series ?? "/X-NEW",
        change.ordinal ?? 1,
        postId,
        change.names ?? false,
        change.signed === undefined ? dayAt(new Date()) : change.signed || null,
      ],
    );
  expect(await put(letter.petitionId, {})).toBe("done");
  expect(await put(letter.petitionId, { ordinal: 3 })).toBe("PH002 number-not-next");
  expect(await put(letter.petitionId, { kind: "conclusion" })).toBe("PH002 not-of-class");
  expect(await put(sealed.petitionId, { kind: "conclusion", names: true })).toBe("PH002 names-denouncer");
  // What was not signed, and what the letter's record speaks against.
  expect(await put(letter.petitionId, { signed: "" })).toBe("PH002 not-signed");
  expect(await put(letter.petitionId, { signed: "2999-01-01" })).toBe("23514");
  for (const kind of ["acceptance", "refusal", "guidance", "decision", "verification"]) {
    expect(await put(letter.petitionId, { kind }), kind).toBe("PH002 against-record");
  }
  const paper = await issued(letter);
  expect(await put(letter.petitionId, { kind: "refusal" })).toBe("PH002 against-record");
  const settings = { tenantId: province().phuTho.tenant.id, officeId, accountId };
  expect(
    await outcomeOf(
      province().pool("app"),
      settings,
      "update petition_papers set number = '1' where id = $1",
      [paper.id],
    ),
  ).toBe("42501");
  expect(
    await outcomeOf(province().pool("owner"), settings, "delete from petition_papers where id = $1", [
      paper.id,
    ]),
  ).toBe("PH009");
});
