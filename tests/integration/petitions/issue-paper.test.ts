import { expect, test } from "vitest";
import { classifyPetition } from "@/lib/petitions/commands/classify-petition";
import { issuePaper } from "@/lib/petitions/commands/issue-paper";
import { textsOf } from "@/lib/petitions/paper/official-paper";
import { getPaper } from "@/lib/petitions/queries/get-paper";
import { getPaperForm } from "@/lib/petitions/queries/get-paper-form";
import { executeCommand } from "@/lib/platform/commands/execute-command";
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
import { describeCommand } from "@/tests/support/command-outcomes";

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
  events: ["petitions.paperIssued"],
  wrongInput: {
    "a kind nobody knows": { change: { kind: "poem" }, field: "kind" },
    "a kind of another class": { change: { kind: "conclusion" }, field: "kind" },
    "a text with a gap": { change: { body: "Thụ lý từ ngày […]." }, field: "body" },
    "a decision without an article": { change: { kind: "decision" }, field: "body" },
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
  const second = await issued(letter, { kind: "refusal", signerPostId: signerOf(committee, "deputy-chief") });
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
    kind: "decision",
    ofId: "",
  });
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
  const paper = await issued(letter, { body });
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

test("nor past the code: no gap in numbers, no other class's paper, no name, no change", async () => {
  const letter = await complaint();
  const sealed = await classified(province(), { class: "denunciation", denounces: "yes" });
  const { officeId, accountId, postId } = postOf(province().phuTho, committee, "chief");
  const put = (
    petitionId: string,
    change: { ordinal?: number; kind?: string; names?: boolean; series?: string },
  ) =>
    outcomeOf(
      province().pool("app"),
      { tenantId: province().phuTho.tenant.id, officeId, accountId },
      `insert into petition_papers (tenant_id, id, petition_id, office_id, kind, series, year, ordinal, number, issued_on, signer_post_id,
          signer, names, sealed, account_id, at)
        values (current_tenant(), gen_random_uuid(), $1, current_office(), $2, $3, extract(year from portal_today())::int, $4,
          gen_random_uuid()::text, portal_today(), $5, 'x', $6, '', current_account(), now())`,
      [
        petitionId,
        change.kind ?? "guidance",
        change.series ?? "/X-NEW",
        change.ordinal ?? 1,
        postId,
        change.names ?? false,
      ],
    );
  expect(await put(letter.petitionId, {})).toBe("done");
  expect(await put(letter.petitionId, { ordinal: 3 })).toBe("PH002 number-not-next");
  expect(await put(letter.petitionId, { kind: "conclusion" })).toBe("PH002 not-of-class");
  expect(await put(sealed.petitionId, { kind: "conclusion", names: true })).toBe("PH002 names-denouncer");
  const paper = await issued(letter);
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
