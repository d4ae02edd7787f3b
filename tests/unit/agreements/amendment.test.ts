import { describe, expect, test } from "vitest";
import { amendmentArticles, amendmentHead } from "@/lib/agreements/amendment";
import type { ComparedContent } from "@/lib/agreements/changes";
import type { LeadRule } from "@/lib/agreements/types";

const offices = [
  { id: "1", name: "Văn phòng Tỉnh ủy" },
  { id: "2", name: "Văn phòng UBND tỉnh" },
];

function content(clauses: string[], leadRule: LeadRule, heading = "Phạm vi"): ComparedContent {
  const chapter = { chapterOrdinal: 1, chapterTitle: "" };
  return {
    articles: [
      { articleKey: "scope", ordinal: 1, ...chapter, heading, clauses },
      { articleKey: "principles", ordinal: 2, ...chapter, heading: "Nguyên tắc", clauses: ["Không đổi."] },
    ],
    duties: [
      {
        dutyKey: "weekly-schedule",
        article: 4,
        clause: 4,
        shortText: "Lịch tuần",
        leadRule,
        offices: [],
      },
    ],
  };
}

const fixed = (officeId: string): LeadRule => ({ kind: "fixed", officeId });
const asBefore = { number: "01/QCPH", plannedFrom: null, until: { before: null, after: null }, offices };

describe("the articles of an amendment", () => {
  test("hold changed, added and renamed text, changed cells and the effect, numbered without gaps", () => {
    const articles = amendmentArticles({
      ...asBefore,
      before: content(["Một.", "Hai."], fixed("1")),
      after: content(["Một.", "Hai hai.", "Ba."], fixed("2"), "Phạm vi điều chỉnh"),
      plannedFrom: "2027-02-01",
      until: { before: null, after: "2031-01-01" },
    });
    expect(articles).toEqual([
      {
        ordinal: 1,
        heading: "Sửa đổi, bổ sung một số khoản của Quy chế số 01/QCPH",
        clauses: [
          "Sửa tên Điều 1 như sau: “Điều 1. Phạm vi điều chỉnh”",
          "Sửa đổi khoản 2 Điều 1 như sau: “2. Hai hai.”",
          "Bổ sung khoản 3 vào Điều 1 như sau: “3. Ba.”",
        ],
      },
      {
        ordinal: 2,
        heading: "Sửa đổi phân công chủ trì, phối hợp",
        clauses: [
          "Khoản 4 Điều 4 (Lịch tuần): Văn phòng Tỉnh ủy từ chủ trì thành không tham gia; Văn phòng UBND tỉnh từ không tham gia thành chủ trì.",
        ],
      },
      {
        ordinal: 3,
        heading: "Hiệu lực thi hành",
        clauses: [
          "Quy chế này có hiệu lực từ ngày 01 tháng 02 năm 2027, hoặc từ ngày có đủ chữ ký của các bên nếu muộn hơn.",
          "Quy chế số 01/QCPH có hiệu lực đến hết ngày 31 tháng 12 năm 2030.",
          "Những nội dung khác của Quy chế số 01/QCPH giữ nguyên.",
        ],
      },
    ]);
  });

  test("say another rule for the lead where no cell changes", () => {
    const [duties, effect] = amendmentArticles({
      ...asBefore,
      before: content(["Một."], { kind: "office-serving" }),
      after: content(["Một."], { kind: "host-of" }),
    });
    expect(duties?.clauses).toEqual([
      "Khoản 4 Điều 4 (Lịch tuần): văn phòng chủ trì được xác định theo lãnh đạo chủ trì đón tiếp, thay cho theo cơ quan được phục vụ.",
    ]);
    expect(effect?.ordinal).toBe(2);
  });

  test("are the effect alone where nothing changes", () => {
    const same = content(["Một."], fixed("1"));
    const articles = amendmentArticles({ ...asBefore, before: same, after: same });
    expect(articles.map(({ heading }) => heading)).toEqual(["Hiệu lực thi hành"]);
  });
});

describe("the head of an amendment", () => {
  const root = {
    abstract: "phối hợp công tác",
    bases: ["Căn cứ Luật;", "Các bên thống nhất:"],
    paperNumber: "01/QCPH",
    issueDate: "2026-11-27",
  };

  test("stands on the bases of the whole text and on every paper before it", () => {
    const earlier = { ...root, paperNumber: "02/QCPH", issueDate: "2027-01-05" };
    const { abstract, bases } = amendmentHead([root, earlier], ["A", "B", "C"]);
    expect(abstract).toBe("sửa đổi, bổ sung một số nội dung của Quy chế phối hợp công tác");
    expect(bases).toEqual([
      "Căn cứ Luật;",
      "Căn cứ Quy chế số 01/QCPH ngày 27 tháng 11 năm 2026 phối hợp công tác, đã được sửa đổi, bổ sung bởi Quy chế số 02/QCPH ngày 05 tháng 01 năm 2027;",
      "A, B, C thống nhất sửa đổi, bổ sung Quy chế số 01/QCPH như sau:",
    ]);
  });

  test("needs a text to amend", () => {
    expect(() => amendmentHead([], [])).toThrow("an amendment of nothing");
  });
});
