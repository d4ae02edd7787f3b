import { expect, test } from "vitest";
import { findChanges } from "@/lib/agreements/changes";
import type { WorkingRules } from "@/lib/agreements/types";
import { changedRules, rewordRules, unsaidRules } from "@/lib/agreements/working-rules";

const rules: WorkingRules = { noticeDays: 5, paperDays: 3, opinionDays: 3, silence: "remind" };
const clause = "Mời họp trước 05 ngày làm việc, gửi tài liệu trước 02 ngày làm việc, báo cáo trong 05 ngày.";

test("a number that stands once and is one rule's follows the rule", () => {
  const before = { ...rules, paperDays: 2 };
  expect(rewordRules(clause, before, { ...before, noticeDays: 12, paperDays: 4 })).toBe(
    "Mời họp trước 12 ngày làm việc, gửi tài liệu trước 04 ngày làm việc, báo cáo trong 05 ngày.",
  );
});

test("two numbers that change places are both right", () => {
  const before = { ...rules, paperDays: 2 };
  const after = rewordRules(clause, before, { ...before, noticeDays: 2, paperDays: 5 });
  expect(after).toContain("Mời họp trước 02 ngày làm việc, gửi tài liệu trước 05 ngày làm việc");
});

test.each([
  ["two rules have the same number", "Gửi trước 03 ngày làm việc.", rules, { ...rules, paperDays: 2 }],
  [
    "the number stands twice",
    "Mời trước 05 ngày làm việc, họp lại sau 05 ngày làm việc.",
    rules,
    { ...rules, noticeDays: 7 },
  ],
  ["the rule is taken away", "Mời trước 05 ngày làm việc.", rules, { ...rules, noticeDays: null }],
])("the clause is left to people where %s", (_name, text, before, after) => {
  expect(rewordRules(text, before, after)).toBe(text);
});

test("what a clause need not write, since article 3 says it for all, is not missed", () => {
  expect(unsaidRules("Chủ trì.", { ...rules, noticeDays: null, paperDays: null })).toEqual([]);
  expect(unsaidRules("Chủ trì.", { ...rules, noticeDays: null, paperDays: null, opinionDays: 4 })).toEqual([
    { rule: "opinionDays", days: 4 },
  ]);
});

test.each([
  ["Quá thời hạn mà không có ý kiến thì coi là đồng ý.", "agree"],
  ["Quá hạn thì coi như đã thống nhất.", "agree"],
  ["Chưa có ý kiến thì chưa trình.".toLocaleLowerCase("vi"), "block"],
  ["Quá hạn thì nhắc.", "remind"],
] as const)("%s means %s and nothing else", (text, means) => {
  const none = { noticeDays: null, paperDays: null, opinionDays: 3 };
  for (const silence of ["agree", "remind", "block"] as const) {
    expect(unsaidRules(text, { ...none, silence })).toEqual(
      silence === means ? [] : [{ rule: "silence", as: silence }],
    );
  }
});

test("of a text kept before the rules were kept with it no change is told", () => {
  expect(changedRules({}, rules)).toEqual([]);
  expect(changedRules(rules, { ...rules, noticeDays: null, silence: "agree" })).toEqual([
    { rule: "noticeDays", from: 5, to: null },
    { rule: "silence", from: "remind", to: "agree" },
  ]);
});

test("a duty of which only a rule changed is among the changes", () => {
  const duty = {
    dutyKey: "weekly",
    article: 4,
    clause: 1,
    shortText: "Lịch tuần",
    leadRule: { kind: "host-of" as const },
    offices: [],
    ...rules,
  };
  const changes = findChanges(
    { articles: [], duties: [duty] },
    { articles: [], duties: [{ ...duty, opinionDays: 4 }] },
    [],
  );
  expect(changes.duties).toEqual([
    {
      dutyKey: "weekly",
      article: 4,
      clause: 1,
      shortText: "Lịch tuần",
      cells: [],
      rule: null,
      working: [{ rule: "opinionDays", from: 3, to: 4 }],
    },
  ]);
});
