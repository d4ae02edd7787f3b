import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import ExcelJS from "exceljs";
import { afterAll, describe, expect, test } from "vitest";
import type { Query } from "@/lib/meetings/import/names";
import { readMeetings } from "@/lib/meetings/import/read-meetings";
import { writeMeetings } from "@/lib/meetings/import/write-meetings";
import { committee, useProvince } from "@/tests/support/builders/province";

const province = useProvince();
const folder = mkdtempSync(join(tmpdir(), "portal-import-"));

afterAll(() => rmSync(folder, { recursive: true, force: true }));

const head = "code,kind,title,bodies,startsAt,endsAt,room,chair,leaders,mode,points,delegates,status";
const good = [
  head,
  "H1,committee-sitting,Phiên họp thường kỳ,UBND,2027-03-03T08:00,2027-03-03T11:00,Phòng họp A,Phan Văn Độ,Kiều Văn Đạt;Cao Thị Bích Ngọc,in-person,,,confirmed",
  "H2,working-session,Họp trực tuyến toàn tỉnh,UBND;TU,03/03/2027 14:00,03/03/2027 16:30,HTL,Chủ tịch Ủy ban nhân dân tỉnh,,mixed,45,10.306,chính thức",
].join("\n");

function bytes(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

async function imported(text: string | Uint8Array, kind: "csv" | "xlsx" | "ics" = "csv", commit = true) {
  const file = typeof text === "string" ? bytes(text) : text;
  const read = await readMeetings(file, kind);
  const client = await province().pool("worker").connect();
  const query: Query = async <Row>(sql: string, values: readonly unknown[] = []) =>
    (await client.query(sql, [...values])).rows as Row[];
  try {
    const { tenant, offices } = province().phuTho;
    await query("begin");
    await query("select set_config('app.tenant_id', $1, true)", [tenant.id]);
    const done = await writeMeetings(query, {
      tenantId: tenant.id,
      officeId: offices.get(committee) ?? "",
      meetings: read.meetings,
      file,
      now: new Date(),
    });
    const faults = [...read.faults, ...done.faults].sort((one, other) => one.line - other.line);
    await query(commit && faults.length === 0 ? "commit" : "rollback");
    return { written: done.written, faults };
  } finally {
    client.release();
  }
}

async function count(): Promise<number> {
  const [row] = await province().rows<{ count: number }>("select count(*)::integer as count from meetings");
  return row?.count ?? 0;
}

test("a register is brought in whole, with leaders and rooms taken and an event for each line", async () => {
  const { written, faults } = await imported(good);
  expect(faults).toEqual([]);
  expect(written.map(({ line, code }) => [line, code])).toEqual([
    [2, "H1"],
    [3, "H2"],
  ]);
  const rows = await province().rows(
    `select code, state, override_reason as override, duty_id, lead_office_id = filing_office_id as own, points, delegates, mode,
        to_char(starts_at at time zone 'UTC', 'YYYY-MM-DD HH24:MI') as at,
        (select count(*)::integer from resource_claims c where c.meeting_id = m.id and c.kind = 'confirmed') as claims,
        (select count(*)::integer from meeting_bodies b where b.meeting_id = m.id) as bodies
      from meetings m where code in ('H1', 'H2') order by code`,
  );
  expect(rows).toEqual([
    {
      code: "H1",
      state: "confirmed",
      override: null,
      duty_id: null,
      own: true,
      points: null,
      delegates: null,
      mode: "in-person",
      at: "2027-03-03 01:00",
      claims: 4,
      bodies: 1,
    },
    {
      code: "H2",
      state: "confirmed",
      override: null,
      duty_id: null,
      own: true,
      points: 45,
      delegates: 10306,
      mode: "mixed",
      at: "2027-03-03 07:00",
      claims: 2,
      bodies: 2,
    },
  ]);
  const events = await province().rows("select id from audit_events where name = 'meetings.imported'");
  expect(events).toHaveLength(2);
});

test("a taken code, a clash, an unknown name and a bad row are named by their lines, and nothing is written", async () => {
  const before = await count();
  const { faults } = await imported(
    [
      head,
      "H1,,Trùng mã,,2027-04-01T08:00,2027-04-01T09:00,,,,,,,",
      "H5,,Trùng người,,2027-03-03T10:00,2027-03-03T12:00,,,Kiều Văn Đạt,,,,",
      "H6,,Không có phòng,,2027-04-01T08:00,2027-04-01T09:00,Phòng họp Z,,,,,,",
      "H7,,Giờ sai,,2027-04-31T08:00,08/04/2027,,,,,,,",
      "H8,,Ngược giờ,,2027-04-01T10:00,2027-04-01T09:00,,,,hội thoại,,x,",
      "H9,,Được,,2027-04-02T10:00,2027-04-02T11:00,,,,,,,",
      "H10,,Trùng nhau trong tệp,,2027-04-05T08:00,2027-04-05T10:00,HTL,,,,,,",
      "H11,,Trùng nhau trong tệp,,2027-04-05T09:00,2027-04-05T11:00,HTL,,,,,,",
    ].join("\n"),
  );
  expect(faults.map(({ line }) => line)).toEqual([2, 3, 4, 5, 6, 9]);
  const said = Object.fromEntries(faults.map(({ line, error }) => [line, error]));
  expect(said[2]).toContain("H1");
  expect(said[3]).toBe("trùng lịch đã xác nhận: Kiều Văn Đạt");
  expect(said[4]).toBe("không có phòng “Phòng họp Z”");
  expect(said[5]).toContain("không đọc được giờ bắt đầu");
  expect(said[6]).toContain("kết thúc không sau bắt đầu");
  expect(said[6]).toContain("không hiểu hình thức");
  expect(said[9]).toBe("trùng lịch đã xác nhận: Hội trường lớn");
  expect(await count()).toBe(before);
});

test("spreadsheets as offices have them: Vietnamese headings, a BOM, semicolons, decomposed letters", async () => {
  const text = `\uFEFFMã;Nội dung;Bắt đầu;Kết thúc;Phòng họp;Chủ trì;Trạng thái\r\n${"V1;Giao ban tháng;7/6/2027 7h30;7/6/2027 9:00;Phòng khách;Cao Thị Bích Ngọc;dự kiến".normalize(
    "NFD",
  )}\r\n;;;;;;\r\n`;
  const { written, faults } = await imported(text);
  expect(faults).toEqual([]);
  expect(written).toHaveLength(1);
  const [row] = await province().rows(
    "select title, state, (select kind from resource_claims c where c.meeting_id = m.id limit 1) as claim from meetings m where code = 'V1'",
  );
  expect(row).toEqual({ title: "Giao ban tháng".normalize("NFC"), state: "approved", claim: "hold" });
});

test("an .xlsx with dates and formulas reads as what it shows", async () => {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet("Lịch");
  sheet.addRow(["Mã", "Nội dung", "Bắt đầu", "Kết thúc", "Số đại biểu"]);
  sheet.addRow([
    "X1",
    { formula: 'A2&" họp"', result: "Họp chuyên đề" },
    new Date(Date.UTC(2027, 7, 2, 8, 0)),
    new Date(Date.UTC(2027, 7, 2, 9, 30)),
    120,
  ]);
  const { written, faults } = await imported(new Uint8Array(await workbook.xlsx.writeBuffer()), "xlsx");
  expect(faults).toEqual([]);
  expect(written).toHaveLength(1);
  const [row] = await province().rows(
    "select title, delegates, to_char(starts_at at time zone 'Asia/Ho_Chi_Minh', 'YYYY-MM-DD HH24:MI') as at from meetings where code = 'X1'",
  );
  expect(row).toEqual({ title: "Họp chuyên đề", delegates: 120, at: "2027-08-02 08:00" });
});

test("an iCalendar file: UTC and wall clock, tentative, and a series refused by its place", async () => {
  const ics = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//khac//VI",
    "BEGIN:VEVENT\r\nUID:a@x\r\nDTSTART:20270901T010000Z\r\nDTEND:20270901T030000Z\r\nSUMMARY:Họp giờ quốc tế\r\nEND:VEVENT",
    "BEGIN:VEVENT\r\nUID:b@x\r\nDTSTART:20270902T080000\r\nDTEND:20270902T090000\r\nSTATUS:TENTATIVE\r\nSUMMARY:Họp giờ Việt Nam\r\nEND:VEVENT",
    "END:VCALENDAR",
    "",
  ].join("\r\n");
  const { written, faults } = await imported(ics, "ics");
  expect(faults).toEqual([]);
  expect(written.map(({ line }) => line)).toEqual([2, 3]);
  const rows = await province().rows(
    "select to_char(starts_at at time zone 'Asia/Ho_Chi_Minh', 'HH24:MI') as at, state from meetings where code in ('a@x', 'b@x') order by code",
  );
  expect(rows).toEqual([
    { at: "08:00", state: "confirmed" },
    { at: "08:00", state: "approved" },
  ]);
  const series = ics.replace("SUMMARY:Họp giờ quốc tế", "RRULE:FREQ=WEEKLY;COUNT=3\r\nSUMMARY:Họp lặp");
  expect((await imported(series, "ics")).faults).toContainEqual({
    line: 2,
    error: "sự kiện lặp lại: đăng ký từng ngày",
  });
});

test("old fonts and other encodings are refused with advice", async () => {
  await expect(
    readMeetings(
      bytes(
        `${head}\n,,Häp ®¶ng bé víi UBND tØnh vµ c¸c së ban ngµnh §¶ng ñy,,2027-01-01T08:00,2027-01-01T09:00,,,,,,,`,
      ),
      "csv",
    ),
  ).rejects.toThrow(/phông cũ/);
  await expect(readMeetings(new Uint8Array([0x43, 0xf4, 0x6e, 0x67, 0x2c, 0xff]), "csv")).rejects.toThrow(
    /UTF-8/,
  );
  await expect(readMeetings(bytes("a,b\n1,2"), "csv")).rejects.toThrow(/Thiếu cột/);
});

describe("what is odd in a file is named by its line, and nothing of it ends the command", () => {
  const row = (...cells: string[]) => [head, cells.join(",")].join("\n");

  test("characters nobody typed are left out, and a code or title that is too long is said", async () => {
    const { written } = await imported(
      row("U1", "", "Họp\u0000 có\u0007 ký tự\u202E lạ", "", "2027-06-01T08:00", "2027-06-01T09:00"),
    );
    expect(written).toHaveLength(1);
    const [kept] = await province().rows("select title from meetings where code = 'U1'");
    expect(kept).toEqual({ title: "Họp có ký tự lạ" });
    const long = row("M".repeat(256), "", "H".repeat(301), "", "2027-06-01T08:00", "2027-06-01T09:00");
    expect((await imported(long)).faults).toEqual([
      { line: 2, error: "nội dung dài quá 300 ký tự; mã dài quá 255 ký tự" },
    ]);
  });

  test("a file that tells Excel its separator, and days whose cells lost their form", async () => {
    const text = `sep=;\r\n${head.replaceAll(",", ";")}\r\nU2;;Ngày là số;;46539.3333333333;46539,375;;;;;1.234;10 306;\r\n`;
    const { written, faults } = await imported(text);
    expect(faults).toEqual([]);
    expect(written).toEqual([{ line: 2, code: "U2", id: expect.any(String) }]);
    const [kept] = await province().rows(
      "select points, delegates, to_char(starts_at at time zone 'Asia/Ho_Chi_Minh', 'YYYY-MM-DD HH24:MI') as at from meetings where code = 'U2'",
    );
    expect(kept).toEqual({ points: 1234, delegates: 10306, at: "2027-06-01 08:00" });
  });

  test("1.5 delegates are no 15, and an hour that Excel kept to five digits is that hour", async () => {
    const half = row(
      "U3",
      "",
      "Số lẻ",
      "",
      "2027-06-02T08:00",
      "2027-06-02T09:00",
      "",
      "",
      "",
      "",
      "1.5",
      "12.34",
    );
    expect((await imported(half)).faults[0]?.error).toBe(
      "số điểm cầu không phải số “1.5”; số đại biểu không phải số “12.34”",
    );
    const workbook = new ExcelJS.Workbook();
    workbook.addWorksheet("Bìa");
    const sheet = workbook.addWorksheet("Lịch");
    sheet.addRow(["Mã", "Nội dung", "Bắt đầu", "Kết thúc"]);
    sheet.addRow(["U4", "Giờ thiếu chữ số", 46540.33333, 46540.37499]);
    for (const cell of ["C2", "D2"]) sheet.getCell(cell).numFmt = "dd/mm/yyyy hh:mm";
    const { faults } = await imported(new Uint8Array(await workbook.xlsx.writeBuffer()), "xlsx");
    expect(faults).toEqual([]);
    const [kept] = await province().rows(
      "select to_char(starts_at at time zone 'Asia/Ho_Chi_Minh', 'HH24:MI') as from, to_char(ends_at at time zone 'Asia/Ho_Chi_Minh', 'HH24:MI') as until from meetings where code = 'U4'",
    );
    expect(kept).toEqual({ from: "08:00", until: "09:00" });
  });

  test("events without a beginning, in a zone the file does not explain, on a day there is not, or too long", async () => {
    const event = (uid: string, ...lines: string[]) => ["BEGIN:VEVENT", `UID:${uid}`, ...lines, "END:VEVENT"];
    const calendar = (...events: string[][]) =>
      ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//khac//VI", ...events.flat(), "END:VCALENDAR", ""].join(
        "\r\n",
      );
    const uid = "040000008200E00074C5B7101A82E00800000000000000000000000000000000000000003100000076";
    const { faults } = await imported(
      calendar(
        event("1", "SUMMARY:Không có giờ"),
        event("2", "SUMMARY:Ngày không có", "DTSTART:20270631T080000", "DTEND:20270702T090000"),
        event("3", "SUMMARY:Quá dài", "DTSTART:20270601T080000", "DTEND:20270801T090000"),
        event(
          "4",
          "SUMMARY:Múi giờ lạ",
          "DTSTART;TZID=Sao Hoả:20270601T080000",
          "DTEND;TZID=Sao Hoả:20270601T090000",
        ),
        event("5", `SUMMARY:${"H".repeat(301)}`, "DTSTART:20270601T080000", "DTEND:20270601T090000"),
      ),
      "ics",
    );
    expect(faults).toEqual([
      { line: 2, error: "thiếu giờ bắt đầu" },
      { line: 3, error: "ngày, giờ này không có" },
      { line: 4, error: "dài quá 31 ngày" },
      { line: 5, error: "không biết múi giờ ghi trong sự kiện" },
      { line: 6, error: "nội dung dài quá 300 ký tự" },
    ]);
    const zoned = await imported(
      calendar(
        event(`${uid}A`, "SUMMARY:Giờ Paris", "DTSTART;TZID=Europe/Paris:20270603T080000", "DURATION:PT1H"),
        event(
          `${uid}B`,
          "SUMMARY:Giờ Outlook",
          "DTSTART;TZID=SE Asia Standard Time:20270604T080000",
          "DURATION:PT1H",
        ),
      ),
      "ics",
    );
    // Names that Outlook gives differ at their end alone.
    expect(zoned.faults).toEqual([]);
    const kept = await province().rows(
      "select to_char(starts_at at time zone 'UTC', 'HH24:MI') as from, to_char(ends_at at time zone 'UTC', 'HH24:MI') as until from meetings where code like '0400%' order by code",
    );
    expect(kept).toEqual([
      { from: "06:00", until: "07:00" },
      { from: "01:00", until: "02:00" },
    ]);
  });

  test("a name or a post that two people have is nobody's until it is said whose", async () => {
    const [one] = await province().rows<{ id: string }>(
      "select id from people where full_name = 'Kiều Văn Đạt'",
    );
    const renamed = (from: string, to: string) =>
      province().rows("update people set full_name = $2 where full_name = $1", [from, to]);
    await renamed("Kiều Văn Đạt", "Cao Thị Bích Ngọc");
    const named = (chair: string) =>
      imported(
        row("U7", "", "Trùng tên", "", "2027-06-07T08:00", "2027-06-07T09:00", "", chair),
        "csv",
        false,
      );
    expect((await named("Cao Thị Bích Ngọc")).faults).toEqual([
      { line: 2, error: "có nhiều lãnh đạo “Cao Thị Bích Ngọc”: ghi thêm chức vụ, trụ sở hoặc mã" },
    ]);
    expect((await named("Phó Chủ tịch Ủy ban nhân dân tỉnh Cao Thị Bích Ngọc")).faults).toEqual([]);
    await province().rows(
      `set session_replication_role = replica; update resources set code = 'PCT-TT' where person_id = '${one?.id}'; reset session_replication_role`,
    );
    expect((await named("PCT-TT")).faults).toEqual([]);
    await province().rows("update people set full_name = 'Kiều Văn Đạt' where id = $1", [one?.id]);
  });

  test("a session of the council says what it is called for, a body goes by its kind too", async () => {
    const { faults } = await imported(
      [
        head,
        "S1,Kỳ họp chuyên đề,Kỳ họp thứ bảy,peoples-council,2027-06-08T08:00,2027-06-08T11:00,,,,,,,",
        "S2,council-session irregular,Kỳ họp thứ tám,HDND,2027-06-09T08:00,2027-06-09T11:00,,,,,,,",
        "S3,council-session,Kỳ họp thứ chín,HDND,2027-06-10T08:00,2027-06-10T11:00,,,,,,,",
      ].join("\n"),
    );
    expect(faults).toEqual([]);
    expect(
      await province().rows(
        "select code, kind_key, variant, (select count(*)::integer from meeting_bodies b where b.meeting_id = m.id) as bodies from meetings m where code in ('S1', 'S2', 'S3') order by code",
      ),
    ).toEqual([
      { code: "S1", kind_key: "council-session", variant: "thematic", bodies: 1 },
      { code: "S2", kind_key: "council-session", variant: "irregular", bodies: 1 },
      { code: "S3", kind_key: "council-session", variant: null, bodies: 1 },
    ]);
  });
});

// The command itself, as somebody types it.
const run = (...args: string[]) =>
  spawnSync(
    process.execPath,
    [
      "node_modules/tsx/dist/cli.mjs",
      "--tsconfig",
      "tsconfig.worker.json",
      "scripts/meetings-import.ts",
      ...args,
    ],
    {
      encoding: "utf8",
      env: {
        ...process.env,
        DATABASE_OWNER_URL: province().urls.owner,
        DATABASE_OPERATOR_URL: province().urls.operator,
      },
    },
  );

// Each run starts a program of its own.
const patience = { timeout: 240_000 };

test(
  "the command: usage and unknown names end with 2, faults with 1, and --json is a line each",
  patience,
  async () => {
    const file = join(folder, "lich.csv");
    writeFileSync(
      file,
      good
        .replaceAll("H1", "C1")
        .replaceAll("H2", "C2")
        .replaceAll("/03/2027", "/05/2027")
        .replaceAll("2027-03", "2027-05"),
    );
    const known = ["--tenant", "phu-tho", "--office", committee];
    expect(run("--tenant", "phu-tho", file).status).toBe(2);
    expect(run("--tenant", "khong-co", "--office", committee, file).status).toBe(2);
    const before = await count();
    const dry = run(...known, "--dry-run", "--json", file);
    expect([dry.status, dry.stderr]).toEqual([0, ""]);
    expect(await count()).toBe(before);
    const real = run(...known, "--json", file);
    expect(real.status).toBe(0);
    const lines = real.stdout
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(lines).toEqual([
      { line: 2, code: "C1", id: expect.any(String) },
      { line: 3, code: "C2", id: expect.any(String) },
    ]);
    const again = run(...known, "--json", file);
    expect(again.status).toBe(1);
    expect(JSON.parse(again.stdout.split("\n")[0] ?? "")).toEqual({
      line: 2,
      error: expect.stringContaining("C1"),
    });
    expect(await count()).toBe(before + 2);
  },
);
