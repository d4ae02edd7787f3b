import { expect, test } from "vitest";
import { neighboursOf, wantedBy, wordsNeeded } from "@/lib/petitions/search";

test("what is typed becomes words without marks and pairs of neighbours", () => {
  expect(wantedBy("  Hà Thị Lụa, HÀ ")).toEqual({
    words: ["ha", "thi", "lua"],
    pairs: ["ha thi", "thi lua", "lua ha"],
    code: "",
    phone: "",
    idNumber: "",
  });
});

test("a number is a telephone and an identity number, not words", () => {
  expect(wantedBy("+84 912 000 222")).toMatchObject({ words: [], phone: "0912000222" });
  expect(wantedBy("025 180.000.111")).toMatchObject({ words: [], idNumber: "025180000111" });
});

test("what has a figure may be a code", () => {
  expect(wantedBy("pt-4h7w 6kq2").code).toBe("#pt4h7w6kq2");
  expect(wantedBy("D-001").code).toBe("#d001");
  expect(wantedBy("khu 5").words).toEqual(["khu", "5"]);
});

test("a code of letters alone is one as well, by its check letter", () => {
  expect(wantedBy("PT-AZJH-UKLQ").code).toBe("#ptazjhuklq");
  expect(wantedBy("azjh uklq").code).toBe("#azjhuklq");
  expect(wantedBy("PT-AZJH-UKLR").code).toBe("");
});

test("of four words one may be missing, of eight two", () => {
  expect([1, 2, 3, 4, 7, 8].map(wordsNeeded)).toEqual([1, 2, 3, 3, 6, 6]);
});

test.each([
  ["luua", "lua"],
  ["la", "lua"],
  ["lau", "lua"],
  ["lja", "lua"],
  ["nguyne", "nguyen"],
  ["ngyen", "nguyen"],
])("%s is one slip away from %s", (typed, meant) => {
  expect(neighboursOf(typed)).toContain(meant);
});

test("only syllables that can be are looked for, and never many", () => {
  for (const word of ["nguyen", "huong", "thuong", "a", "khoang"]) {
    const near = neighboursOf(word);
    expect(near).not.toContain(word);
    expect(near.length).toBeLessThan(130);
    for (const candidate of near) expect(candidate).toMatch(/[aeiouy]/);
  }
  expect(neighboursOf("")).not.toContain("");
});
