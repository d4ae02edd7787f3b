import { describe, expect, test } from "vitest";
import { type ComparedContent, compareText, findChanges } from "@/lib/agreements/changes";
import type { PaperForm } from "@/lib/agreements/paper-form";

const [party, council] = ["1", "2"];

function content(clauses: string[], leadOfficeId = party, heading = "Nguyên tắc phối hợp"): ComparedContent {
  return {
    articles: [
      {
        articleKey: "scope",
        ordinal: 1,
        chapterOrdinal: 1,
        chapterTitle: "",
        heading: "Phạm vi",
        clauses: ["Một."],
      },
      { articleKey: "principles", ordinal: 2, chapterOrdinal: 1, chapterTitle: "", heading, clauses },
    ],
    duties: [
      {
        dutyKey: "weekly-schedule",
        article: 4,
        clause: 4,
        shortText: "Lịch tuần",
        leadRule: { kind: "fixed", officeId: leadOfficeId },
        offices: [
          { officeId: leadOfficeId === party ? council : party, part: "assist", responsiblePostId: null },
        ],
      },
    ],
  };
}

const offices = [party, council];

describe("compareText", () => {
  test("marks the words that came and went, whole words with their Vietnamese letters", () => {
    expect(compareText("Văn phòng Tỉnh ủy chủ trì.", "Văn phòng Ủy ban nhân dân tỉnh chủ trì.")).toEqual([
      { text: "Văn phòng ", kind: "same" },
      { text: "Tỉnh ủy ", kind: "removed" },
      { text: "Ủy ban nhân dân tỉnh ", kind: "added" },
      { text: "chủ trì.", kind: "same" },
    ]);
  });

  test.each([
    ["Kịp thời, đúng hạn.", "Đúng hạn."],
    ["", "Thêm mới."],
    ["Bỏ hết", ""],
    ["Trong 05 ngày làm việc", "Trong 3 ngày"],
    ["một hai một hai", "hai một hai một"],
  ])("of %j and %j: what stayed and went is the old text, what stayed and came the new", (before, after) => {
    const parts = compareText(before, after);
    const read = (left: string) => parts.flatMap(({ text, kind }) => (kind === left ? [] : [text])).join("");
    expect([read("added"), read("removed")]).toEqual([before, after]);
  });
});

describe("findChanges", () => {
  test("finds nothing between a text and itself", () => {
    expect(findChanges(content(["Một.", "Hai."]), content(["Một.", "Hai."]), offices)).toEqual({
      paper: null,
      articles: [],
      duties: [],
    });
  });

  test("names the clause that changed and the one that was added, and no other", () => {
    const { articles } = findChanges(
      content(["Một.", "Hai."]),
      content(["Một.", "Hai hai.", "Ba."]),
      offices,
    );
    expect(articles).toHaveLength(1);
    expect(articles[0]).toMatchObject({ articleKey: "principles", ordinal: 2 });
    expect(articles[0]?.clauses.map(({ number }) => number)).toEqual([2, 3]);
    expect(articles[0]?.clauses[1]?.parts).toEqual([{ text: "Ba.", kind: "added" }]);
  });

  test("finds an article of which only the heading changed", () => {
    const { articles } = findChanges(
      content(["Một."]),
      content(["Một."], party, "Nguyên tắc chung"),
      offices,
    );
    expect(articles.map(({ clauses }) => clauses)).toEqual([[]]);
  });

  test("says of each office from what to what it was changed", () => {
    const { duties } = findChanges(content(["Một."]), content(["Một."], council), offices);
    expect(duties).toEqual([
      {
        dutyKey: "weekly-schedule",
        article: 4,
        clause: 4,
        shortText: "Lịch tuần",
        cells: [
          { officeId: party, from: "CT", to: "PH" },
          { officeId: council, from: "PH", to: "CT" },
        ],
        rule: null,
        working: [],
      },
    ]);
  });

  test("looks back from the longer text to the shorter one and misses nothing", () => {
    const longer = content(["Một.", "Hai.", "Ba."]);
    const shorter = { ...content(["Một."]), duties: [] };
    const { articles, duties } = findChanges(
      {
        ...longer,
        articles: longer.articles.flatMap((article) =>
          article.articleKey === "scope"
            ? [article, { ...article, articleKey: "last", ordinal: 3 }]
            : [article],
        ),
      },
      shorter,
      offices,
    );
    expect(articles.map(({ articleKey }) => articleKey)).toEqual(["principles", "last"]);
    expect(articles[0]?.clauses.map(({ number }) => number)).toEqual([2, 3]);
    expect(articles[1]?.clauses[0]?.parts).toEqual([{ text: "Một.", kind: "removed" }]);
    expect(duties[0]?.cells).toEqual([
      { officeId: party, from: "CT", to: "" },
      { officeId: council, from: "PH", to: "" },
    ]);
  });

  test("tells another form of the paper, and who came to or went from its recipients", () => {
    const drawn = (form: PaperForm, ...recipients: string[]) => ({
      ...content(["Một."]),
      paper: { form, recipients },
    });
    const before = drawn("state", "- Như trên;", "- Lưu: VT.");
    expect(findChanges(before, before, offices).paper).toBeNull();
    expect(findChanges(before, drawn("joint"), offices).paper).toEqual({
      form: { from: "state", to: "joint" },
      recipients: [{ text: "- Như trên; - Lưu: VT.", kind: "removed" }],
    });
    const { paper } = findChanges(
      before,
      drawn("state", "- Như trên;", "- Sở Nội vụ;", "- Lưu: VT."),
      offices,
    );
    expect(paper?.form).toBeNull();
    const added = paper?.recipients.filter(({ kind }) => kind === "added").map(({ text }) => text);
    expect(added?.join("")).toContain("Sở Nội vụ;");
  });

  test("says nothing of a form that was not kept with the text before", () => {
    const after = { ...content(["Một."]), paper: { form: "party", recipients: ["- Lưu: VP."] } as const };
    expect(findChanges(content(["Một."]), after, offices).paper).toBeNull();
  });

  test("finds another rule where no cell changes", () => {
    const by = (kind: "office-serving" | "host-of"): ComparedContent => ({
      ...content(["Một."]),
      duties: content([]).duties.map((duty) => ({ ...duty, leadRule: { kind }, offices: [] })),
    });
    expect(findChanges(by("office-serving"), by("host-of"), offices).duties).toMatchObject([
      { cells: [], rule: { from: "office-serving", to: "host-of" } },
    ]);
  });
});
