import { describe, expect, test } from "vitest";
import {
  assignDutySchema,
  draftAgreementSchema,
  editArticleSchema,
  setTermSchema,
} from "@/lib/agreements/schema";

const version = { versionId: "019aa000-0000-7000-8000-000000000001", revision: "3" };
const office = "019aa000-0000-7000-8000-000000000002";
const second = "019aa000-0000-7000-8000-000000000003";

describe("an article's text", () => {
  const clauses = (text: string) =>
    editArticleSchema.parse({ ...version, articleKey: "scope", heading: "Phạm vi", text }).text;

  test.each([
    ["an empty line parts two clauses", "Một.\n\nHai.", ["Một.", "Hai."]],
    ["a line break does not", "Một\nvẫn một.", ["Một vẫn một."]],
    ["typed numbers are left out", "1. Một.\n\n12. Mười hai.", ["Một.", "Mười hai."]],
    ["lines of blanks part, too", "Một.\n   \n\n\nHai.", ["Một.", "Hai."]],
    ["a number inside stays", "Trong 03 ngày làm việc.", ["Trong 03 ngày làm việc."]],
  ])("%s", (_name, text, expected) => {
    expect(clauses(text)).toEqual(expected);
  });
});

describe("the term", () => {
  const term = (plannedFrom: string, plannedUntil: string) => {
    const { plannedFrom: from, plannedUntil: until } = setTermSchema.parse({
      ...version,
      plannedFrom,
      plannedUntil,
    });
    return [from, until];
  };

  test("the last day typed is kept as the first day after it", () => {
    expect(term("1/1/2027", "31/12/2030")).toEqual(["2027-01-01", "2031-01-01"]);
  });

  test("both may be left out", () => {
    expect(term("", " ")).toEqual([null, null]);
  });

  test("one day is a term", () => {
    expect(term("1/1/2027", "1/1/2027")).toEqual(["2027-01-01", "2027-01-02"]);
  });

  test.each([["1/1/2027", "31/12/2026"]])("not from %s to %s", (from, until) => {
    expect(() => term(from, until)).toThrow("untilBeforeFrom");
  });
});

describe("a row of the matrix", () => {
  const row = (leadRule: string, cells: unknown) =>
    assignDutySchema.safeParse({ ...version, dutyId: office, leadRule, cells });

  test.each([
    ["a fixed lead and an assisting office", "fixed", { [office]: "CT", [second]: "PH" }, true],
    ["no lead under a fixed rule", "fixed", { [second]: "PH" }, false],
    ["two leads", "fixed", { [office]: "CT", [second]: "CT" }, false],
    ["no named lead where the body decides", "office-serving", { [office]: "PH", [second]: "B" }, true],
    ["a named lead where the body decides", "office-serving", { [office]: "CT" }, false],
    ["cells that are no cells", "fixed", "CT", false],
    ["an office that is no id", "fixed", { VPTU: "CT" }, false],
    ["a lead rule of the law", "by-table", {}, false],
  ])("%s", (_name, leadRule, cells, valid) => {
    expect(row(leadRule, cells).success).toBe(valid);
  });
});

test("one ticked office comes as a text, several as a list", () => {
  const draft = (officeIds: unknown) =>
    draftAgreementSchema.parse({ title: "Quy chế phối hợp", officeIds }).officeIds;
  expect(draft(office)).toEqual([office]);
  expect(draft([office, second])).toEqual([office, second]);
});
