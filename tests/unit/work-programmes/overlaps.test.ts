import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type ComparedItem, findOverlaps, sameTitle, wordsOf } from "@/lib/work-programmes/overlaps";

const item = (more: Partial<ComparedItem>): ComparedItem => ({
  itemId: "a",
  programmeId: "p",
  officeId: "one",
  title: "Hội nghị Ban Chấp hành Đảng bộ",
  startsOn: "2027-02-10",
  endsOn: "2027-02-11",
  precision: "days",
  leaderPersonId: "leader",
  ...more,
});
const other = (more: Partial<ComparedItem> = {}) =>
  item({ itemId: "b", officeId: "two", title: "Xúc tiến đầu tư", programmeId: "q", ...more });
const kindsOf = (...items: ComparedItem[]) => findOverlaps(items, []).map(({ kind }) => kind);

describe("the same leader on the same days", () => {
  test("of two offices", () => {
    expect(kindsOf(item({}), other())).toEqual(["leader"]);
  });

  test.each([
    ["not of one office", { officeId: "one" }],
    ["not under two leaders", { leaderPersonId: "deputy" }],
    ["not where nobody is named", { leaderPersonId: null }],
    ["not on the day after", { startsOn: "2027-02-12", endsOn: "2027-02-12" }],
    [
      "not where only the month is known",
      { precision: "month", startsOn: "2027-02-01", endsOn: "2027-02-28" },
    ],
  ] as const)("%s", (_, more) => {
    expect(kindsOf(item({}), other(more))).toEqual([]);
  });

  test("two items without a leader do not have one in common", () => {
    expect(kindsOf(item({ leaderPersonId: null }), other({ leaderPersonId: null }))).toEqual([]);
  });

  test("one day in common is enough", () => {
    expect(kindsOf(item({}), other({ startsOn: "2027-02-11", endsOn: "2027-02-20" }))).toEqual(["leader"]);
  });
});

describe("titles that say the same", () => {
  const same = (one: string, two: string) => sameTitle(wordsOf(one), wordsOf(two));

  test.each([
    [
      "Sơ kết một năm thực hiện Nghị quyết về chuyển đổi số",
      "SO KET MOT NAM THUC HIEN NGHI QUYET VE CHUYEN DOI SO",
    ],
    ["Báo cáo kết quả phát triển kinh tế - xã hội quý I", "Kết quả phát triển kinh tế xã hội quý I năm 2027"],
    ["Đề án sắp xếp trường học", "Dự thảo đề án về sắp xếp các trường học"],
  ])("%s / %s", (one, two) => {
    expect(same(one, two)).toBe(true);
  });

  test.each([
    ["Kỳ họp thứ 5 Hội đồng nhân dân tỉnh", "Kỳ họp thứ 6 Hội đồng nhân dân tỉnh"],
    ["Hội nghị xúc tiến đầu tư", "Hội nghị tổng kết công tác đảng"],
    ["Báo cáo năm", "Kế hoạch quý"],
  ])("not %s / %s", (one, two) => {
    expect(same(one, two)).toBe(false);
  });

  test("count in one month only", () => {
    const [june, july] = ["2027-06-01", "2027-07-01"];
    const title = "Tổng kết phong trào thi đua yêu nước";
    const of = (more: Partial<ComparedItem>) => ({ title, leaderPersonId: null, ...more });
    const month = (startsOn: string) => ({
      startsOn,
      endsOn: `${startsOn.slice(0, 8)}28`,
      precision: "month" as const,
    });
    expect(kindsOf(item(of(month(june))), other(of(month(june))))).toEqual(["title"]);
    expect(kindsOf(item(of(month(june))), other(of(month(july))))).toEqual([]);
  });
});

test("a meeting in the way is one with the item alone, busy or named", () => {
  const meeting = {
    itemId: "a",
    busyOf: "leader",
    startsAt: new Date("2027-02-10T01:00:00Z"),
    endsAt: new Date("2027-02-10T03:00:00Z"),
    meetingId: null,
  } as const;
  expect(findOverlaps([item({})], [meeting, { ...meeting, itemId: "carried further down" }])).toEqual([
    {
      kind: "meeting",
      itemId: "a",
      otherItemId: null,
      meeting,
      basis: "meeting leader 2027-02-10T01:00:00.000Z/2027-02-10T03:00:00.000Z",
    },
  ]);
});

const days = fc.integer({ min: 1, max: 28 }).map((day) => `2027-02-${String(day).padStart(2, "0")}`);
const drawn = fc
  .record({
    officeId: fc.constantFrom("one", "two", "three"),
    title: fc.constantFrom("Xúc tiến đầu tư", "xuc tien dau tu", "Kiểm tra công tác đảng"),
    leaderPersonId: fc.constantFrom("leader", "deputy", null),
    precision: fc.constantFrom("days" as const, "month" as const),
    span: fc.tuple(days, days),
  })
  .map(({ span, ...rest }) => {
    const [startsOn = "", endsOn = ""] = span.toSorted();
    return { ...rest, startsOn, endsOn };
  });

test("whoever is asked first, the same overlaps are found, each once and between two offices", () => {
  fc.assert(
    fc.property(fc.array(drawn, { maxLength: 8 }), (rows) => {
      const items = rows.map((row, index) => item({ ...row, itemId: `i${index}` }));
      const found = findOverlaps(items, []);
      expect(findOverlaps(items.toReversed(), [])).toEqual(found);
      const keys = found.map(({ itemId, basis }) => `${itemId} ${basis}`);
      expect(new Set(keys).size).toBe(keys.length);
      const officeOf = new Map(items.map((each) => [each.itemId, each.officeId]));
      for (const { itemId, otherItemId } of found) {
        expect(itemId < (otherItemId ?? "")).toBe(true);
        expect(officeOf.get(itemId)).not.toBe(officeOf.get(otherItemId ?? ""));
      }
    }),
  );
});
