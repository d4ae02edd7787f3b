import ExcelJS from "exceljs";
import { beforeAll, describe, expect, test } from "vitest";
import { writeRegisterXlsx } from "@/lib/petitions/paper/write-register-xlsx";
import { countPetitions } from "@/lib/petitions/queries/count-petitions";
import { getPetitionForm } from "@/lib/petitions/queries/get-petition-form";
import { getPetitionPage } from "@/lib/petitions/queries/get-petition-page";
import { getRegisterSheet } from "@/lib/petitions/queries/get-register-sheet";
import { listPetitions } from "@/lib/petitions/queries/list-petitions";
import type { PetitionFilter } from "@/lib/petitions/types";
import type { Role } from "@/lib/platform/policy/rule-table";
import { type Query, runQuery } from "@/lib/platform/queries/run-query";
import { as } from "@/prisma/seed/caller";
import { type TakenPetition, taken } from "@/tests/support/builders/petition-stages";
import { committee, council, party, stranger, useProvince } from "@/tests/support/builders/province";

const province = useProvince();
const everything: PetitionFilter = {
  from: "2000-01-01",
  until: "2099-12-31",
  kind: null,
  bodyId: null,
  officeId: null,
  channel: null,
  handler: null,
  class: null,
  state: null,
};
const body = (code: string) => province().phuTho.bodies.get(code) ?? "";

async function ask<Input, View>(
  query: Query<Input, View>,
  input: Input,
  office: string = committee,
  role: Role = "chief",
): Promise<View> {
  const found = await runQuery(query, as(province().phuTho, office, role), input);
  if (!found) throw new Error("nothing was answered");
  return found.view;
}

async function search(words: string, office: string = committee): Promise<string[]> {
  const view = await ask(listPetitions, { ...everything, words }, office);
  return view.lines.map((line) => line.code);
}

let letter: TakenPetition;
let denunciation: TakenPetition;

beforeAll(async () => {
  letter = await taken(province(), {
    fullName: "Khuất Duy Chương",
    phone: "0922 333 444",
    idNumber: "025170004321",
    address: "Thôn Ngọc Lập",
    subject: "Chậm cấp kinh phí sửa đập tràn Khe Mương",
    class: "complaint",
    channel: "post",
  });
  denunciation = await taken(province(), {
    fullName: "Sa Thị Tố Quyên",
    phone: "0911 222 999",
    idNumber: "025170009999",
    subject: "Việc quản lý đất rừng Khe Mương",
    class: "denunciation",
    denounces: "yes",
  });
});

describe("a search", () => {
  test.each([
    "Khuất Duy Chương",
    "khuat duy chuong",
    "CHUONG KHUAT",
    "đập tràn",
    "kinh phi sua dap tran khe muong",
    "0922333444",
    "+84 922 333 444",
    "025 170 004 321",
  ])("finds it by %s", async (words) => {
    expect((await search(words))[0]).toBe(letter.code);
  });

  test("finds it by its code, however it is written", async () => {
    expect(await search(letter.code)).toEqual([letter.code]);
    expect(await search(letter.code.toLowerCase().replaceAll("-", " "))).toEqual([letter.code]);
  });

  test.each(["khuat duy chuongg", "khaut duy chuong", "khuat dui chuong", "sua dap tranh khe muong"])(
    "finds it with a slip: %s",
    async (words) => {
      expect(await search(words)).toContain(letter.code);
    },
  );

  test("one word of four may be another", async () => {
    expect(await search("sua dap tran thuy")).toContain(letter.code);
  });

  test("ranks what has all the words before what has most", async () => {
    const found = await search("quan ly dat rung khe muong");
    expect(found[0]).toBe(denunciation.code);
  });

  test.each(["Sa Thị Tố Quyên", "sa thi to quyen", "Quyên", "0911 222 999", "025170009999"])(
    "never finds a denouncer: %s",
    async (words) => {
      expect(await search(words)).not.toContain(denunciation.code);
    },
  );

  test("finds nothing for an office that may not read it, and nothing for nothing", async () => {
    expect(await search("khuat duy chuong", council)).toEqual([]);
    expect(await search(letter.code, party)).toEqual([]);
    expect(await search("0922333444", party)).toEqual([]);
    expect(await search("zzzz qqqq")).toEqual([]);
    expect(await search("%%% ''' --")).toEqual([]);
  });
});

describe("the register", () => {
  test("goes on by its key without leaving out or repeating a line, newest first", async () => {
    const seen: string[] = [];
    let after: string | undefined;
    const first = await ask(listPetitions, everything);
    for (let page: string | null = ""; page !== null; after = page ?? undefined) {
      const view = await ask(listPetitions, { ...everything, after });
      seen.push(...view.lines.map((line) => line.code));
      page = view.next;
    }
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen.length).toBe(first.count);
    const days = first.lines.map((line) => line.receivedOn);
    expect(days).toEqual([...days].sort().reverse());
  });

  test("shows names in the clear, sealed ones as sealed, to the offices concerned alone", async () => {
    const { lines } = await ask(listPetitions, everything);
    const find = (code: string) => lines.find((line) => line.code === code)?.petitioner;
    expect(find(letter.code)).toMatchObject({ kind: "plain", fullName: "Khuất Duy Chương" });
    expect(find(denunciation.code)).toEqual({ kind: "sealed" });
    const others = await ask(listPetitions, everything, council);
    expect(others.lines.map((line) => line.code)).not.toContain(letter.code);
    expect((await ask(listPetitions, everything, stranger)).lines).toEqual([]);
  });

  test.each([
    ["a class", { class: "complaint" as const }],
    ["a channel", { channel: "post" as const }],
    ["a kind", { kind: "visit" as const }],
    ["what is open", { state: "open" as const }],
    ["what is not classified", { class: "none" as const }],
  ])("by %s holds exactly what its figure says", async (_name, filter) => {
    const list = await ask(listPetitions, { ...everything, ...filter });
    const { rows } = await ask(countPetitions, everything);
    const counted = rows
      .filter(
        (row) =>
          (!("class" in filter) || (row.class ?? "none") === filter.class) &&
          (!("channel" in filter) || row.channel === filter.channel) &&
          (!("kind" in filter) || row.kind === filter.kind) &&
          (!("state" in filter) ||
            ["received", "classified", "accepted", "suspended", "forwarded"].includes(row.state)),
      )
      .reduce((sum, row) => sum + row.count, 0);
    expect(counted).toBeGreaterThan(0);
    expect(list.count).toBe(counted);
  });

  test("by body and period", async () => {
    const inBody = await ask(listPetitions, { ...everything, bodyId: body("UBND") });
    expect(inBody.lines.length).toBeGreaterThan(5);
    expect(new Set(inBody.lines.map((line) => line.body)).size).toBe(1);
    const past = await ask(listPetitions, { ...everything, until: "2001-01-01" });
    expect([past.lines, past.count]).toEqual([[], 0]);
  });
});

test("the sheet of form 03/TCD has the oldest first and no sealed name, also as .xlsx", async () => {
  const sheet = await ask(getRegisterSheet, everything);
  const days = sheet.lines.map((line) => line.receivedOn);
  expect(days).toEqual([...days].sort());
  expect(JSON.stringify(sheet)).not.toContain("Sa Thị");
  const bytes = await writeRegisterXlsx({
    title: "Sổ",
    lead: "",
    columns: ["a", "b"],
    rows: [["=1+1", "Khuất Duy Chương"]],
  });
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(Buffer.from(bytes) as unknown as ArrayBuffer);
  expect(workbook.worksheets[0]?.getRow(5).values).toEqual([undefined, "=1+1", "Khuất Duy Chương"]);
});

test("the form finds who came before and takes over name and address, never of a sealed letter", async () => {
  const found = await ask(getPetitionForm, { words: "khuat duy chuong", likeId: letter.petitionId });
  expect(found.earlier.map((line) => line.code)).toEqual([letter.code]);
  expect(found.like).toEqual({
    kind: "plain",
    fullName: "Khuất Duy Chương",
    address: "Thôn Ngọc Lập",
    phone: "0922 333 444",
    idNumber: "025170004321",
  });
  expect((await ask(getPetitionForm, { words: "", likeId: denunciation.petitionId })).like).toBeNull();
  expect((await ask(getPetitionForm, { words: "", likeId: letter.petitionId }, council)).like).toBeNull();
});

test("a visit that was refused says why; one that was guided is over", async () => {
  const refused = await taken(province(), {
    kind: "visit",
    visitOutcome: "refused",
    refusalGround: "answered",
    refusalWords: "Đã trả lời ngày 01/10/2026.",
  });
  expect(await ask(getPetitionPage, { petitionId: refused.petitionId })).toMatchObject({
    state: "refused",
    refusalGround: "answered",
    closedAt: expect.any(Date),
  });
  const guided = await taken(province(), { kind: "visit", visitOutcome: "guided", outcomeBody: "UBND xã" });
  expect(await ask(getPetitionPage, { petitionId: guided.petitionId })).toMatchObject({
    state: "guided",
    outcome: "guided",
    outcomeBody: "UBND xã",
  });
});
