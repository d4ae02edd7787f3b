import { describe, expect, test } from "vitest";
import { fileRows } from "@/lib/meetings/commands/file-rows";
import { markOfRows } from "@/lib/meetings/queries/load-pasted";
import type { PastedAdvice } from "@/lib/meetings/types";
import { type Day, formatDay, plusDays } from "@/lib/platform/dates/days";
import { DomainError } from "@/lib/platform/errors/domain-error";
import { as } from "@/prisma/seed/caller";
import { inForce } from "@/tests/support/builders/agreement-stages";
import {
  claimsOf,
  confirmed,
  freshDay,
  freshWeek,
  type Input,
  meetingRow,
} from "@/tests/support/builders/meeting-stages";
import { committee, council, party, stranger, useProvince } from "@/tests/support/builders/province";
import { officeId } from "@/tests/support/builders/task-stages";
import { answerOf, attempt, describeCommand } from "@/tests/support/command-outcomes";

const province = useProvince();
const clerk = () => as(province().phuTho, committee, "records-clerk");
const head = "Loại\tNội dung\tNgày\tGiờ\tChủ trì\tThành phần\tĐịa điểm\tLãnh đạo";

/** A week sheet as Word puts it on the clipboard: the day of the second row is merged into the first. */
function sheet(day: Day): string {
  return [
    head,
    `working-session\tLàm việc với Sở Tài chính\tThứ Hai ${formatDay(day)}\t8h00 - 11h30\tBí thư Tỉnh ủy\tSở Tài chính\tPhòng họp 1`,
    `committee-sitting\tPhiên họp thường kỳ\t\t14:00–17:00\tPhan Văn Độ\tCác sở, ban, ngành\tTrụ sở xã Hy Cương\tKiều Văn Đạt`,
  ].join("\n");
}

/** As the form sends it the second time, with what the preview handed back. */
function seen(rows: string, more: Input = {}): Input {
  return { rows, seen: markOfRows(rows.trim()), ...more };
}

async function adviceOf(input: Input): Promise<PastedAdvice & { message: string }> {
  const refused = await attempt(fileRows, clerk(), input);
  if (!("error" in refused) || !(refused.error instanceof DomainError)) throw new Error("it was filed");
  return { ...(refused.error.details.advice as PastedAdvice), message: refused.error.messageKey };
}

function filedOn(day: Day) {
  return province().rows<Record<string, unknown> & { id: string }>(
    `select * from meetings where (starts_at at time zone 'Asia/Ho_Chi_Minh')::date = $1 order by starts_at`,
    [day],
  );
}

describeCommand(fileRows, {
  province,
  ready: () => inForce(province()),
  by: [committee, "records-clerk"],
  input: () => seen(sheet(freshWeek())),
  subjectId: (version) => version.versionId,
  does: {
    "files each row for the office, led as its kind's duty says": async ({ result, province }) => {
      expect(result.count).toBe(2);
      const rows = await filedOn(result.day);
      expect(rows).toMatchObject([
        {
          title: "Làm việc với Sở Tài chính",
          kind_key: "working-session",
          state: "filed",
          filing_office_id: officeId(province, committee),
          lead_office_id: officeId(province, party),
          participants: "Sở Tài chính",
          starts_at: new Date(`${result.day}T01:00:00Z`),
          ends_at: new Date(`${result.day}T04:30:00Z`),
          place_text: null,
        },
        {
          title: "Phiên họp thường kỳ",
          lead_office_id: officeId(province, committee),
          room_id: null,
          place_text: "Trụ sở xã Hy Cương",
          starts_at: new Date(`${result.day}T07:00:00Z`),
        },
      ]);
    },
    "holds the leaders and rooms that it names": async ({ result, province }) => {
      const [first, second] = await filedOn(result.day);
      const names = async (id = "") => (await claimsOf(province, { meetingId: id })).map(({ name }) => name);
      expect(await names(first?.id)).toEqual(["Đặng Quốc Trung", "Phòng họp 1"]);
      expect(await names(second?.id)).toEqual(["Kiều Văn Đạt", "Phan Văn Độ"]);
    },
  },
  events: ["meetings.filed", "meetings.filed"],
  jobs: 1,
  wrongInput: { nothing: { change: { rows: "  " }, field: "rows" } },
  notAllowed: {
    "an inspector": { by: [committee, "inspector"], reason: "role", source: ["meetings", 13] },
  },
  // It reads the same text by its own names, and one of the leaders is not there.
  otherTenant: { code: "conflict" },
  otherOffice: { reason: "part", source: ["meetings", 7], offices: [party, council, committee] },
  conflicts: {
    "what was not shown yet is shown first": {
      change: { seen: "" },
      answer: { code: "conflict", message: "paste.preview" },
    },
    "what was changed after it was shown is shown again": {
      change: () => ({ rows: `${sheet(freshWeek())}\n\tViệc thêm vào\t\t18h00-19h00\tBí thư Tỉnh ủy` }),
      answer: { code: "conflict", message: "paste.preview" },
    },
    "one row that clashes: none is filed": {
      change: async () => seen(sheet((await confirmed(province(), { day: freshWeek() })).day)),
      answer: { code: "conflict", message: "paste.faulty" },
    },
    "one row that is not understood: none is filed": {
      change: () => seen(`${sheet(freshWeek())}\nkhông có loại này\tViệc thêm vào\t\t18h00-19h00`),
      answer: { code: "conflict", message: "paste.faulty" },
    },
  },
  wrongState: {},
  stale: null,
  atOnce: { answer: "both" },
});

test("the preview says of each row what it would be, and what is only written and holds nothing", async () => {
  const day = freshWeek();
  const advice = await adviceOf({ rows: sheet(day) });
  expect(advice).toMatchObject({
    message: "paste.preview",
    faults: [],
    seen: markOfRows(sheet(day)),
    rows: [
      {
        line: 2,
        day,
        from: "08:00",
        until: "11:30",
        lead: party,
        chairAsText: false,
        placeAsText: false,
        clashes: [],
      },
      { line: 3, day, from: "14:00", until: "17:00", lead: committee, placeAsText: true },
    ],
  });
});

test("what clashes is named with its row; what cannot be read by its line, all at once", async () => {
  const { day } = await confirmed(province(), { day: freshWeek() });
  const rows = [
    sheet(day),
    "other\tViệc\tngày mai\tsáng\tKhông ai\t\t",
    `working-session\tHọp không ai chủ trì\t${formatDay(day)}\t18h00-19h00\tĐồng chí phụ trách\t\t`,
  ].join("\n");
  const advice = await adviceOf(seen(rows));
  expect(advice.seen).toBeNull();
  expect(advice.rows[0]?.clashes).toMatchObject([{ kind: "confirmed" }, { kind: "confirmed" }]);
  expect(advice.faults.map(({ line }) => line)).toEqual([4, 5]);
  expect(advice.faults[0]?.error).toContain("ngày mai");
  expect(advice.faults[0]?.error).toContain("8h00–11h30");
  expect(advice.faults[1]?.error).toContain("văn phòng chủ trì");
});

describe("as rows come out of Excel", () => {
  const line = (day: Day, ...cells: string[]) =>
    [cells[0], `${formatDay(day)} 8h`, `${formatDay(day)} 9h30`, ...cells.slice(1)].join("\t");
  const columns = "Nội dung\tBắt đầu\tKết thúc\tLoại\tMã";

  test("with two instants, a quoted cell of two lines, and an own code", async () => {
    const day = freshDay();
    const rows = `${columns}\n${line(day, '"Họp tổ công tác\nvề ""chuyển đổi số"""', "chiefs-briefing", `P-${day}`)}`;
    // Led by whom the body is served by: neither is said here, so it says what is missing.
    const asked = await adviceOf(seen(rows));
    expect(asked.faults[0]?.error).toContain("văn phòng chủ trì");
    const said = rows.replace(columns, `${columns}\tCơ quan`).concat("\tUBND");
    const done = await attempt(fileRows, clerk(), seen(said));
    expect(answerOf(done)).toBe("done");
    const [meeting] = await filedOn(day);
    expect(await meetingRow(province(), { meetingId: meeting?.id ?? "" })).toMatchObject({
      title: 'Họp tổ công tác\nvề "chuyển đổi số"',
      code: `P-${day}`,
    });
    const again = await adviceOf(seen(said));
    expect(again.faults).toEqual([{ line: 2, error: `mã “P-${day}” đã có` }]);
  });

  test("a day without a year is the next such day; one that has passed is said", async () => {
    const day = freshDay();
    const short = `${Number(day.slice(8, 10))}/${Number(day.slice(5, 7))}`;
    const rows = `Nội dung\tNgày\tGiờ\tCơ quan\tLoại\nHọp giao ban\t${short}\t7h30-8h\tTU\tother\nHọp đã qua\t2/1/2026\t7h30-8h\tTU\tother`;
    const advice = await adviceOf(seen(rows));
    expect(advice.rows).toMatchObject([{ day, from: "07:30", until: "08:00" }]);
    expect(advice.faults).toEqual([{ line: 3, error: "ngày này đã qua" }]);
  });

  test("only new filings: another state, a missing head and letters of the nineties are said", async () => {
    const day = freshDay();
    const states = await adviceOf(
      seen(`${columns}\tTrạng thái\n${line(day, "Họp đã xác nhận", "other", "")}\tđã xác nhận`),
    );
    expect(states.faults[0]?.error).toContain("bỏ trống cột trạng thái");
    const headless = await adviceOf(seen(`Họp giao ban\t${formatDay(day)}\t8h`));
    expect(headless.faults).toEqual([
      {
        line: 1,
        error: "Dòng đầu chưa ghi tên cột. Thêm: Ngày, Giờ, Nội dung, Chủ trì, Thành phần, Địa điểm",
      },
    ]);
    const hourless = await adviceOf(seen(`Nội dung\tNgày\nHọp giao ban\t${formatDay(day)}`));
    expect(hourless.faults[0]?.error).toMatch(/^Thiếu cột: [^()]+$/);
  });
});

test("without an agreement's duty the office leads what it pastes", async () => {
  const day = plusDays(freshDay(), 0);
  const other = as(province().phuTho, stranger, "specialist");
  const refused = await attempt(
    fileRows,
    other,
    seen(`Nội dung\tNgày\tGiờ\tCơ quan\nHọp cơ quan\t${formatDay(day)}\t8h-9h\tUBND`),
  );
  // The kind "other" falls under a duty to which this office is no party: article 4 clause 7.
  expect(answerOf(refused)).toMatchObject({
    code: "forbidden",
    refusal: { articleKey: "meetings", clause: 7 },
  });
});

test("a week sheet as it is written by hand: Đ/c, a beginning without an end, no kind", async () => {
  const day = freshWeek();
  const rows = [
    "Ngày\tGiờ\tNội dung\tChủ trì\tĐịa điểm",
    `${formatDay(day)}\t8h00\tTiếp xúc cử tri tại xã Hy Cương\tĐ/c Đặng Quốc Trung\tNhà văn hóa xã`,
    "\t14h-15h\tViệc không nói loại\tĐ/c Đặng Quốc Trung, Bí thư Tỉnh ủy\tPhòng họp 1",
  ].join("\n");
  expect((await adviceOf({ rows })).rows).toMatchObject([
    {
      from: "08:00",
      until: "10:00",
      endAssumed: true,
      kind: "Tiếp xúc cử tri",
      kindGuessed: true,
      chairAsText: false,
      placeAsText: true,
    },
    { until: "15:00", endAssumed: false, kindGuessed: false, chairAsText: false, placeAsText: false },
  ]);
});
