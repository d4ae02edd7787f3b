import { describe, expect, test } from "vitest";
import { randomFrom } from "@/bench/lib/random";
import { compare, type Sketch } from "@/lib/petitions/same-letter/compare";
import { foldText } from "@/lib/petitions/same-letter/folding";
import { numbersOf } from "@/lib/petitions/same-letter/numbers";
import { findingMarks, sketchOf } from "@/lib/petitions/same-letter/sketch";
import { houseNumbers, traitsOf } from "@/lib/petitions/same-letter/traits";
import { drawPairs, type Pair } from "@/tests/support/same-letter/noise";
import { drawUnseenPairs } from "@/tests/support/same-letter/unseen";

const key = Buffer.alloc(32, 7);

/** How telling a piece is among letters that were there before. */
function weighed(letters: readonly Sketch[]): (piece: number) => number {
  const known = new Map<number, number>();
  for (const piece of letters.flatMap(({ matter }) => matter)) known.set(piece, (known.get(piece) ?? 0) + 1);
  return (piece) => Math.log((letters.length + 1) / ((known.get(piece) ?? 0) + 0.5));
}

type Judged = { recall: number; precision: number; wrong: Map<string, number> };

function judge(pairs: readonly Pair[], before: readonly Pair[]): Judged {
  const weight = weighed(before.map(({ first }) => sketchOf(first, key)));
  const wrong = new Map<string, number>();
  let [found, missed, mistaken] = [0, 0, 0];
  for (const { kind, same, first, second } of pairs) {
    const said = compare(sketchOf(first, key), sketchOf(second, key), weight).same;
    if (said && same) found += 1;
    if (!said && same) missed += 1;
    if (said && !same) mistaken += 1;
    if (said !== same) wrong.set(kind, (wrong.get(kind) ?? 0) + 1);
  }
  return { recall: found / (found + missed), precision: found / (found + mistaken), wrong };
}

describe("what is compared", () => {
  test.each([
    ["Ủy ban nhân dân", "UBND"],
    ["Giấy chứng nhận quyền sử dụng đất", "GCN QSDĐ"],
    ["không được", "ko đc"],
    ["đất đai", "ddaast ddai"],
  ])("%s is %s", (one, two) => {
    expect(foldText(one)).toBe(foldText(two));
  });

  test.each([
    ["1,2 tỷ đồng", "1.200.000.000 đ"],
    ["2 triệu 370 nghìn", "2.370.000"],
    ["42 triệu rưỡi", "42,5 triệu"],
    ["ngày 05 tháng 3 năm 2024", "5/3/2024"],
    ["hai trăm ba mươi lăm mét vuông", "235 m2"],
    ["0,25 ha", "2.500 m²"],
    ["số 12O4", "số 1204"],
  ])("the number of %s is that of %s", (one, two) => {
    expect(numbersOf(one)).toEqual(numbersOf(two));
    expect(numbersOf(one)).toHaveLength(1);
  });

  test("a telephone and a house in any way of writing", () => {
    const blank = { fullName: "", address: "", phone: "", idNumber: "", subject: "", content: "" };
    const phoneOf = (phone: string) => traitsOf({ ...blank, phone }).phone;
    expect(["+84 912 345 678", "0912.345.678", "84912345678"].map(phoneOf)).toEqual(
      Array(3).fill("0912345678"),
    );
    expect(houseNumbers("Số 12, ngõ 5, xã Tân Sơn")).toEqual(["12"]);
    expect(houseNumbers("khu 4, xã Tân Sơn")).toEqual([]);
  });
});

describe("the same letter", () => {
  test("of the generator it was fitted to", () => {
    const { recall, precision } = judge(drawPairs(randomFrom(3), 21 * 10), drawPairs(randomFrom(4), 60));
    expect(recall).toBeGreaterThan(0.97);
    expect(precision).toBeGreaterThan(0.98);
  });

  test("of a generator written by somebody who has not seen the comparison", () => {
    const { recall, precision } = judge(
      drawUnseenPairs(randomFrom(11), 40 * 8),
      drawUnseenPairs(randomFrom(12), 120),
    );
    expect(recall).toBeGreaterThan(0.93);
    expect(precision).toBeGreaterThan(0.96);
  });

  test("is found by equality of its marks", () => {
    const same = drawUnseenPairs(randomFrom(21), 40 * 3).filter((pair) => pair.same);
    const unfound = same.filter(({ first, second }) => {
      const marks = new Set(findingMarks(first, key));
      return !findingMarks(second, key).some((mark) => marks.has(mark));
    });
    expect(unfound.length / same.length).toBeLessThan(0.02);
  });

  test("keyed numbers of two tenants say nothing about each other", () => {
    const letter = drawUnseenPairs(randomFrom(1), 1)[0]?.first;
    if (!letter) throw new Error("no letter");
    const [one, two] = [sketchOf(letter, key), sketchOf(letter, Buffer.alloc(32, 8))];
    expect(one.matter.filter((piece) => two.matter.includes(piece))).toEqual([]);
    expect(compare(one, two, () => 1).same).toBe(false);
  });
});
