import { describe, expect, test } from "vitest";
import { sheetLayouts } from "@/lib/meetings/layouts";
import { changeOf, changesByOffice, compareSheets, fitLine, inSheetOrder } from "@/lib/meetings/sheet";
import type { SheetRow } from "@/lib/meetings/types";
import { type Draw, drawFrom } from "@/tests/support/differential/draw";

const line: SheetRow = {
  meetingId: "a",
  day: "2027-06-07",
  session: "morning",
  from: "08:00",
  until: "10:00",
  untilDay: null,
  title: "Hội nghị chuyên đề",
  chair: "Bí thư Tỉnh ủy",
  participants: "Các sở",
  place: "Phòng họp 1",
  preparing: "VPTU",
  state: "hold",
  to: null,
  reason: null,
  restricted: false,
  officeIds: ["lead", "filing"],
};

describe("what became of a line", () => {
  const to = { day: "2027-06-15", from: "08:00" };
  const cases: readonly [string, SheetRow | undefined, Partial<SheetRow>, object | null][] = [
    ["it was not there", undefined, {}, { mark: "new" }],
    ["it was not there and was given up before anybody read it", undefined, { state: "cancelled" }, null],
    ["it reads the same", line, {}, null],
    ["only who must be told is different", line, { officeIds: ["lead"] }, null],
    ["it was confirmed", line, { state: "confirmed" }, { mark: "confirmed" }],
    [
      "another hour, with how it was",
      line,
      { from: "14:00", until: "16:00" },
      { mark: "changed", before: { time: "08:00–10:00" } },
    ],
    [
      "another place and confirmed: the change is what is shown",
      line,
      { state: "confirmed", place: "Hội trường lớn" },
      { mark: "changed", before: { place: "Phòng họp 1" } },
    ],
    [
      "several things",
      line,
      { title: "Hội nghị", chair: "", preparing: "VP UBND" },
      {
        mark: "changed",
        before: { title: "Hội nghị chuyên đề", chair: "Bí thư Tỉnh ủy", preparing: "VPTU" },
      },
    ],
    ["it was put off", line, { state: "postponed" }, { mark: "postponed" }],
    [
      "it was put off before, and is told no more",
      { ...line, state: "postponed" },
      { state: "postponed" },
      null,
    ],
    [
      "what was put off is given up",
      { ...line, state: "postponed" },
      { state: "cancelled" },
      { mark: "cancelled" },
    ],
    ["it was moved to another week", line, { state: "moved", to }, { mark: "moved" }],
    ["it was moved before", { ...line, state: "moved", to }, { state: "moved", to }, null],
    [
      "it was moved once more",
      { ...line, state: "moved", to },
      { state: "moved", to: { ...to, day: "2027-06-16" } },
      { mark: "moved" },
    ],
    ["it came back as it was", { ...line, state: "moved", to }, {}, { mark: "new" }],
  ];

  test.each(cases)("%s", (_sentence, before, now, change) => {
    expect(changeOf(before, { ...line, ...now })).toEqual(change);
  });
});

test("a new line that is not confirmed says both; a confirmed one only that it is new", () => {
  const marks = (row: Partial<SheetRow>, before: readonly SheetRow[] = []) =>
    compareSheets(before, [{ ...line, ...row }]).map((each) => each.marks);
  expect(marks({})).toEqual([["new", "hold"]]);
  expect(marks({ state: "confirmed" })).toEqual([["new"]]);
  expect(marks({ place: "Hội trường lớn" }, [line])).toEqual([["changed", "hold"]]);
  expect(marks({ state: "cancelled" }, [line])).toEqual([["cancelled"]]);
  expect(marks({ state: "confirmed" }, [line])).toEqual([["confirmed"]]);
});

describe("leaders who have to be there", () => {
  const leaders = ["Phó Chủ tịch Kiều Văn Đạt", "Phó Bí thư Mai Thị Xuân"];
  const printed = (row: Partial<SheetRow>) =>
    compareSheets(null, [{ ...line, ...row }]).map((each) => each.participants);

  test("come first, and once", () => {
    expect(printed({ leaders })).toEqual(["Phó Chủ tịch Kiều Văn Đạt; Phó Bí thư Mai Thị Xuân; Các sở"]);
    expect(printed({ leaders, participants: "" })).toEqual([leaders.join("; ")]);
    expect(printed({ leaders, participants: "Các sở; Phó Bí thư Mai Thị Xuân" })).toEqual([
      "Phó Chủ tịch Kiều Văn Đạt; Các sở; Phó Bí thư Mai Thị Xuân",
    ]);
  });

  test("a sheet frozen before they were printed is no change; another leader is one", () => {
    const [first = ""] = leaders;
    expect(changeOf(line, { ...line, leaders })).toBeNull();
    expect(changeOf({ ...line, leaders: [first] }, { ...line, leaders })).toEqual({
      mark: "changed",
      before: { participants: "Phó Chủ tịch Kiều Văn Đạt; Các sở" },
    });
  });
});

test("the first sheet has no changes, in the order of the paper", () => {
  const lines = compareSheets(null, [
    { ...line, meetingId: "c", day: "2027-06-08", from: "07:30" },
    { ...line, meetingId: "b", title: "Ủy ban" },
    { ...line, meetingId: "a", title: "Đảng ủy" },
    { ...line, meetingId: "d", from: "07:30" },
  ]);
  expect(lines.map(({ meetingId }) => meetingId)).toEqual(["d", "a", "b", "c"]);
  expect(lines.every(({ change }) => change === null)).toBe(true);
});

test("an office is told of the lines it is in now and of those it was in", () => {
  const before = [line, { ...line, meetingId: "b", officeIds: ["other"] }];
  const now = [
    { ...line, title: "Hội nghị", officeIds: ["lead", "asked"] },
    { ...line, meetingId: "b", officeIds: ["other"] },
  ];
  expect(Object.fromEntries(changesByOffice(before, compareSheets(before, now)))).toEqual({
    lead: ["a"],
    asked: ["a"],
    filing: ["a"],
  });
});

describe("a sheet without every column", () => {
  const was = { ...line, chair: "Bí thư", participants: "Các sở" };
  const fit = (now: SheetRow, columns: readonly string[]) =>
    compareSheets([was], [now]).map((each) => fitLine(each, columns))[0];

  test("says the hours before the content, and who chairs before who attends", () => {
    expect(fit(was, ["day", "session", "content", "place", "participants"])).toMatchObject({
      title: `(${was.from}–${was.until}) ${was.title}`,
      participants: "Bí thư; Các sở",
      change: null,
    });
    expect(fit(was, sheetLayouts["hau-giang"])).toMatchObject({ title: was.title, participants: "Các sở" });
  });

  test("shows as it was what has no column of its own", () => {
    const fitted = fit({ ...was, from: "07:15", chair: "Chủ tịch" }, sheetLayouts["thanh-hoa"]);
    expect(fitted?.change).toMatchObject({
      mark: "changed",
      before: { title: `(${was.from}–${was.until}) ${was.title}`, participants: "Bí thư; Các sở" },
    });
    expect(fitted?.title).toBe(`(07:15–${was.until}) ${was.title}`);
  });
});

describe("500 random changes of a published week", () => {
  const offices = ["o1", "o2", "o3", "o4", "o5", "o6"];
  const days = ["2027-06-07", "2027-06-08", "2027-06-09"];
  let made = 0;

  function anyOffices(draw: Draw): string[] {
    return offices.filter(() => draw.below(3) === 0);
  }

  function anyLine(draw: Draw): SheetRow {
    made += 1;
    return {
      ...line,
      meetingId: `m${made}`,
      title: `Cuộc họp ${made}`,
      day: draw.pick(days),
      state: draw.pick(["hold", "confirmed"]),
      officeIds: anyOffices(draw),
    };
  }

  const running = (row: SheetRow) => row.state === "hold" || row.state === "confirmed";

  /** What one may do to a line between two sheets; some of it nobody sees on paper. */
  const acts: ((row: SheetRow, draw: Draw) => SheetRow)[] = [
    (row, draw) => (running(row) ? { ...row, from: draw.pick(["07:30", "08:00", "09:15"]) } : row),
    (row, draw) => (running(row) ? { ...row, day: draw.pick(days) } : row),
    (row, draw) => (running(row) ? { ...row, until: draw.pick(["10:00", "11:00"]) } : row),
    (row, draw) => (running(row) ? { ...row, untilDay: draw.pick([null, "2027-06-10"]) } : row),
    (row, draw) =>
      running(row) ? { ...row, title: `${draw.pick(["Họp", "Làm việc"])} ${row.meetingId}` } : row,
    (row, draw) => (running(row) ? { ...row, chair: draw.pick(["Bí thư", "Chủ tịch"]) } : row),
    (row, draw) => (running(row) ? { ...row, place: draw.pick(["Phòng họp 1", "Phòng họp 2"]) } : row),
    (row, draw) => (running(row) ? { ...row, participants: draw.pick(["Các sở", "Các xã"]) } : row),
    (row, draw) => (running(row) ? { ...row, preparing: draw.pick(["VPTU", "VP UBND"]) } : row),
    (row, draw) => ({ ...row, officeIds: anyOffices(draw) }),
    (row) => ({ ...row, reason: "Lý do khác" }),
    (row) => (row.state === "hold" ? { ...row, state: "confirmed" } : row),
    (row) => (row.state === "confirmed" ? { ...row, state: "postponed" } : row),
    (row) => ({ ...row, state: "cancelled", to: null }),
    (row, draw) =>
      row.state === "postponed" || row.state === "cancelled"
        ? row
        : { ...row, state: "moved", to: { day: draw.pick(["2027-06-14", "2027-06-15"]), from: "08:00" } },
    (row) => (row.state === "moved" ? { ...row, state: "confirmed", to: null } : row),
  ];

  /** A line as the paper prints it: an ended one by what became of it, any other by all its words. */
  function printed(row: SheetRow): string {
    if (!running(row)) return [row.state, row.to?.day, row.to?.from].join("|");
    const { day, from, until, untilDay, title, chair, participants, place, preparing, state } = row;
    return [day, from, until, untilDay, title, chair, participants, place, preparing, state].join("|");
  }

  /** Who is told of what: of a line that is printed otherwise, everybody who is or was in it. */
  function oracle(before: readonly SheetRow[], now: readonly SheetRow[]): Set<string> {
    const told = new Set<string>();
    for (const row of now) {
      const was = before.find(({ meetingId }) => meetingId === row.meetingId);
      if (was && printed(was) === printed(row)) continue;
      for (const office of offices) {
        if (row.officeIds.includes(office) || was?.officeIds.includes(office)) {
          told.add(`${office} of ${row.meetingId}`);
        }
      }
    }
    return told;
  }

  test("exactly the offices concerned are told, of exactly those lines", () => {
    const draw = drawFrom(20270607);
    let published = Array.from({ length: 8 }, () => anyLine(draw));
    const seen = { told: 0, nobody: 0, some: 0, marks: new Set<string>() };
    for (let version = 0; version < 500; version += 1) {
      const now = published.map((row) => {
        let next = row;
        for (let left = draw.below(4) - 1; left > 0; left -= 1) next = draw.pick(acts)(next, draw);
        return next;
      });
      if (draw.below(4) === 0) now.push(anyLine(draw));
      const lines = compareSheets(published, now);
      const told = [...changesByOffice(published, lines)].flatMap(([office, meetingIds]) =>
        meetingIds.map((meetingId) => `${office} of ${meetingId}`),
      );
      expect(new Set(told), `version ${version}`).toEqual(oracle(published, now));
      expect(new Set(told).size).toBe(told.length);
      const ofOffices = new Set(told.map((each) => each.split(" ")[0])).size;
      seen.told += told.length;
      seen.nobody += ofOffices === 0 ? 1 : 0;
      seen.some += ofOffices > 0 && ofOffices < offices.length ? 1 : 0;
      for (const { change } of lines) if (change) seen.marks.add(change.mark);
      // The oldest lines are left behind, so that the week does not fill with what is over.
      published = inSheetOrder(now).filter((row) => running(row) || draw.below(3) > 0);
      while (published.length < 6) published.push(anyLine(draw));
    }
    expect(seen.told).toBeGreaterThan(500);
    expect(seen.nobody).toBeGreaterThan(5);
    expect(seen.some).toBeGreaterThan(100);
    expect([...seen.marks].sort()).toEqual([
      "cancelled",
      "changed",
      "confirmed",
      "moved",
      "new",
      "postponed",
    ]);
  });
});
