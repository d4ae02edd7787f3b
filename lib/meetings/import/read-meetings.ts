import { tz } from "@date-fns/tz";
import { parseISO } from "date-fns";
import ICAL from "ical.js";
import { type Day, parseTypedDay } from "@/lib/platform/dates/days";
import { instantOf, parseTypedTime, type Time } from "@/lib/platform/dates/times";
import { columnReader, hasColumn } from "@/lib/platform/imports/columns";
import { cleanText, readTable, type Table, TableFault } from "@/lib/platform/imports/read-table";

/** A meeting as a register has it; names of rooms, leaders and bodies are not looked up yet. */
export type ReadMeeting = {
  line: number;
  code: string;
  kind: string;
  title: string;
  bodies: readonly string[];
  startsAt: Date;
  endsAt: Date;
  room: string;
  chair: string;
  leaders: readonly string[];
  mode: "in-person" | "online" | "mixed";
  participants: string;
  preparing: string;
  serving: string;
  points: number | null;
  delegates: number | null;
  state: "filed" | "approved" | "confirmed" | "postponed" | "cancelled";
  /** Only a beginning was written: it is taken to go on for two hours. */
  endAssumed: boolean;
};

export type LineFault = { line: number; error: string };

export type ReadMeetings = { meetings: readonly ReadMeeting[]; faults: readonly LineFault[] };

const headings = {
  code: ["Mã", "Mã cuộc họp"],
  kind: ["Loại", "Loại cuộc họp"],
  title: ["Nội dung", "Tên cuộc họp"],
  bodies: ["Cơ quan", "Cơ quan tổ chức"],
  // A week sheet has a day and hours in place of two instants.
  day: ["Ngày", "Thứ, ngày", "Thứ ngày"],
  hours: ["Giờ", "Thời gian"],
  startsAt: ["Bắt đầu", "Thời gian bắt đầu"],
  endsAt: ["Kết thúc", "Thời gian kết thúc"],
  room: ["Phòng", "Phòng họp", "Địa điểm"],
  chair: ["Chủ trì", "Người chủ trì"],
  leaders: ["Lãnh đạo", "Lãnh đạo dự", "Thành phần lãnh đạo"],
  participants: ["Thành phần", "Thành phần dự"],
  preparing: ["Chuẩn bị", "Đơn vị chuẩn bị", "Cơ quan chuẩn bị"],
  serving: ["Phục vụ", "Cán bộ phục vụ", "LĐVP"],
  mode: ["Hình thức"],
  points: ["Điểm cầu", "Số điểm cầu"],
  delegates: ["Đại biểu", "Số đại biểu"],
  status: ["Trạng thái", "Tình trạng"],
} as const;

const modes: Readonly<Record<string, ReadMeeting["mode"]>> = {
  "": "in-person",
  "in-person": "in-person",
  "trực tiếp": "in-person",
  online: "online",
  "trực tuyến": "online",
  mixed: "mixed",
  "kết hợp": "mixed",
  "trực tiếp kết hợp trực tuyến": "mixed",
};

// A register holds what took place or is settled; only what says so is a draft.
const states: Readonly<Record<string, ReadMeeting["state"]>> = {
  "": "confirmed",
  filed: "filed",
  "đăng ký": "filed",
  approved: "approved",
  hold: "approved",
  tentative: "approved",
  "dự kiến": "approved",
  confirmed: "confirmed",
  published: "confirmed",
  held: "confirmed",
  "chính thức": "confirmed",
  "đã xác nhận": "confirmed",
  "đã họp": "confirmed",
  postponed: "postponed",
  hoãn: "postponed",
  cancelled: "cancelled",
  canceled: "cancelled",
  hủy: "cancelled",
  huỷ: "cancelled",
};

const longestTitle = 300;
// RFC 7986 wants a name of an event no longer than this, and a register's codes are shorter.
const longestCode = 255;

function tooLong(title: string, code: string): string[] {
  return [
    title.length > longestTitle ? `nội dung dài quá ${longestTitle} ký tự` : "",
    code.length > longestCode ? `mã dài quá ${longestCode} ký tự` : "",
  ];
}

const longestMs = 31 * 86_400_000;

function split(text: string): string[] {
  return text
    .split(/[;\n]/)
    .map((part) => part.trim())
    .filter((part) => part !== "");
}

/** "Đ/c Nguyễn Văn A" is Nguyễn Văn A. */
function withoutAddress(name: string): string {
  return name.replace(/^(?:đ\/c|đ\/chí|đ\.c)[\s.:]*/i, "");
}

/** A day as a week sheet writes it, "Thứ Hai 07/12" or "Thứ Hai\n(07/12/2026)"; null where there is none. */
function readSheetDay(text: string, today: Day): Day | null {
  const match = /\d{1,2}[/.-]\d{1,2}(?:[/.-]\d{4})?/.exec(text);
  return match ? parseTypedDay(match[0], today) : null;
}

/** "8h00 - 11h30" as a week sheet writes hours; the end is null where it is not said. */
function readHours(text: string): { from: Time | null; until: Time | null } {
  const [from = "", until = ""] = text.split(/\s*(?:[-–—]|đến)\s*/);
  return {
    from: parseTypedTime(from.replaceAll(/\s/g, "")),
    until: parseTypedTime(until.replaceAll(/\s/g, "")),
  };
}

type When = { startsAt: Date | null; endsAt: Date | null; errors: string[]; endAssumed?: boolean };

/** How long a meeting is taken to be of which only the beginning is written. */
const assumedMs = 2 * 3_600_000;

/** Of a row with day and hours; a day that is left blank is that of the row above, as merged cells have it. */
function readSheetTime(
  dayText: string,
  hoursText: string,
  above: Day | null,
  today: Day,
): When & { day: Day | null } {
  const day = dayText === "" ? above : readSheetDay(dayText, today);
  const { from, until } = readHours(hoursText);
  const startsAt = day && from ? instantOf(day, from) : null;
  const endAssumed = from !== null && parseTypedTime(hoursText.replaceAll(/\s/g, "")) === from;
  const assumed = startsAt && endAssumed ? new Date(startsAt.getTime() + assumedMs) : null;
  return {
    day,
    startsAt,
    endsAt: day && until ? instantOf(day, until) : assumed,
    endAssumed,
    errors: [
      day ? "" : `không đọc được ngày “${dayText}”`,
      from && (until || endAssumed) ? "" : `không đọc được giờ từ, giờ đến “${hoursText}”, ví dụ 8h00–11h30`,
    ],
  };
}

function readInstants(from: string, until: string, today: Day | null): When {
  const [startsAt, endsAt] = [readInstant(from, today), readInstant(until, today)];
  return {
    startsAt,
    endsAt,
    errors: [
      startsAt ? "" : `không đọc được giờ bắt đầu “${from}”`,
      endsAt ? "" : `không đọc được giờ kết thúc “${until}”`,
    ],
  };
}

/**
 * `2027-03-03T08:00` or `03/03/2027 08:00` on a Vietnamese wall clock; null when it is neither. From `today` on also `3/3 8h`, which means
 * the next such day.
 */
export function readInstant(text: string, today: Day | null = null): Date | null {
  // 46449.3333333333: a day and an hour whose cell lost its form, as Excel counts them.
  if (/^[2-7]\d{4}[.,]\d{1,12}$/.test(text)) {
    const minutes = Math.round((Number(text.replace(",", ".")) - 25_569) * 1440);
    const iso = new Date(minutes * 60_000).toISOString();
    return instantOf(iso.slice(0, 10), iso.slice(11, 16));
  }
  const match =
    /^(\d{4}-\d{2}-\d{2}|\d{1,2}[/.-]\d{1,2}(?:[/.-]\d{4})?)(?:T|\s+|,\s*)(\d{1,2}\s*[:hg.]\s*(?:\d{2})?)(?::\d{2})?$/i.exec(
      text,
    );
  if (!match) return null;
  const whole = /\d{4}/.test(match[1] ?? "") && /\d{2}$/.test(match[2] ?? "");
  if (!whole && today === null) return null;
  const day = parseTypedDay(match[1] ?? "", today ?? "2000-01-01");
  const time = parseTypedTime((match[2] ?? "").replaceAll(/\s/g, ""));
  return day && time ? instantOf(day, time) : null;
}

function readCount(text: string): number | null | undefined {
  if (text === "") return null;
  // 10306, 10.306, 10 306 and 10,306 are one number; 1.5 is none.
  if (!/^(?:\d{1,9}|\d{1,3}(?:[.,\s]\d{3}){1,2})$/.test(text)) return undefined;
  return Number(text.replaceAll(/[.,\s]/g, ""));
}

/** What rows are read as: a register that is settled, or what a person is about to file from `today` on. */
type Reading = { today: Day | null };

function readTableRows(table: Table, { today }: Reading): ReadMeetings {
  const asSheet = today !== null && hasColumn(table, headings, "day") && hasColumn(table, headings, "hours");
  const cell = columnReader<keyof typeof headings>(
    table,
    headings,
    asSheet ? ["title", "day", "hours"] : ["title", "startsAt", "endsAt"],
  );
  const meetings: ReadMeeting[] = [];
  const faults: LineFault[] = [];
  let above: Day | null = null;
  for (const row of table.rows) {
    const text = (name: keyof typeof headings) => cell(row, name);
    let when: When;
    if (asSheet && today) {
      const read = readSheetTime(text("day"), text("hours"), above, today);
      above = read.day;
      when = read;
    } else {
      when = readInstants(text("startsAt"), text("endsAt"), today);
    }
    const { startsAt, endsAt } = when;
    const mode = modes[text("mode").toLowerCase()];
    const status = text("status").toLowerCase();
    const state = today && status === "" ? "filed" : states[status];
    const [points, delegates] = [readCount(text("points")), readCount(text("delegates"))];
    const errors = [
      text("title") === "" ? "thiếu nội dung" : "",
      ...tooLong(text("title"), text("code")),
      ...when.errors,
      startsAt && endsAt && endsAt <= startsAt ? "kết thúc không sau bắt đầu" : "",
      startsAt && endsAt && endsAt.getTime() - startsAt.getTime() > longestMs ? "dài quá 31 ngày" : "",
      mode ? "" : `không hiểu hình thức “${text("mode")}”`,
      state ? "" : `không hiểu trạng thái “${text("status")}”`,
      today && state && state !== "filed" ? "ở đây chỉ đăng ký mới: bỏ trống cột trạng thái" : "",
      points === undefined ? `số điểm cầu không phải số “${text("points")}”` : "",
      delegates === undefined ? `số đại biểu không phải số “${text("delegates")}”` : "",
    ].filter((error) => error !== "");
    if (errors.length > 0 || !startsAt || !endsAt || !mode || !state) {
      faults.push({ line: row.line, error: errors.join("; ") });
      continue;
    }
    meetings.push({
      line: row.line,
      code: text("code"),
      kind: text("kind"),
      title: text("title"),
      bodies: split(text("bodies")),
      startsAt,
      endsAt,
      room: text("room"),
      chair: withoutAddress(text("chair")),
      leaders: split(text("leaders")).map(withoutAddress),
      mode,
      participants: text("participants"),
      preparing: text("preparing"),
      serving: text("serving"),
      points: points ?? null,
      delegates: delegates ?? null,
      state,
      endAssumed: when.endAssumed ?? false,
    });
  }
  return { meetings, faults };
}

const icalStates: Readonly<Record<string, ReadMeeting["state"]>> = {
  TENTATIVE: "approved",
  CONFIRMED: "confirmed",
  CANCELLED: "cancelled",
};

// Names of Viet Nam's own clock, as calendars write them.
const ownZones = new Set(["asia/ho_chi_minh", "asia/saigon", "asia/bangkok", "se asia standard time"]);

/**
 * When an event begins or ends. Without a zone a calendar means the reader's own clock, which here is Viet Nam's; a zone that the
 * file does not explain is known by its name, or by nobody: then the answer is null.
 */
function instantOfEvent(component: ICAL.Component, name: "dtstart" | "dtend", time: ICAL.Time): Date | null {
  const two = (number: number) => String(number).padStart(2, "0");
  const day = `${time.year}-${two(time.month)}-${two(time.day)}`;
  const clock = `${two(time.hour)}:${two(time.minute)}`;
  if (time.zone && time.zone.tzid !== "floating") return time.toJSDate();
  // An event with a length in place of an end says its zone at its beginning.
  const zone = (component.getFirstProperty(name) ?? component.getFirstProperty("dtstart"))?.getParameter(
    "tzid",
  );
  if (typeof zone !== "string" || ownZones.has(zone.toLowerCase())) return instantOf(day, clock);
  try {
    const there = parseISO(`${day}T${clock}:00`, { in: tz(zone) });
    return Number.isNaN(there.getTime()) ? null : new Date(there.getTime());
  } catch {
    return null;
  }
}

/** Whether the days of an event are days that there are: what is none, 31/02, must not become another. */
function hasRealDays(component: ICAL.Component): boolean {
  return ["dtstart", "dtend"].every((name) => {
    const value: unknown = component.getFirstProperty(name)?.toJSON()[3];
    if (typeof value !== "string") return true;
    const day = value.slice(0, 10);
    return parseTypedDay(day, day) !== null && !/T(?:2[4-9]|[3-9]\d)/.test(value);
  });
}

/** When one event is, or why that cannot be told. */
function whenOf(component: ICAL.Component): { startsAt: Date; endsAt: Date } | string {
  const event = new ICAL.Event(component);
  if (event.isRecurring()) return "sự kiện lặp lại: đăng ký từng ngày";
  if (!component.getFirstProperty("dtstart")) return "thiếu giờ bắt đầu";
  if (!hasRealDays(component)) return "ngày, giờ này không có";
  const startsAt = instantOfEvent(component, "dtstart", event.startDate);
  const endsAt = instantOfEvent(component, "dtend", event.endDate);
  if (!startsAt || !endsAt) return "không biết múi giờ ghi trong sự kiện";
  if (endsAt <= startsAt) return "kết thúc không sau bắt đầu";
  return endsAt.getTime() - startsAt.getTime() > longestMs ? "dài quá 31 ngày" : { startsAt, endsAt };
}

/** Null where the library finds no way to read it. */
function readable<Value>(read: () => Value): Value | null {
  try {
    return read();
  } catch {
    return null;
  }
}

/** Events of an iCalendar file, numbered from 2 as the rows of a table are. Series are refused: each date is filed by itself. */
function readIcal(bytes: Uint8Array): ReadMeetings {
  let events: ICAL.Component[];
  try {
    events = new ICAL.Component(
      ICAL.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes)),
    ).getAllSubcomponents("vevent");
  } catch {
    throw new TableFault("Không đọc được tệp .ics này.");
  }
  const meetings: ReadMeeting[] = [];
  const faults: LineFault[] = [];
  events.forEach((component, index) => {
    const line = index + 2;
    const text = (name: string) => cleanText(String(component.getFirstPropertyValue(name) ?? ""));
    const [title, code] = [text("summary"), text("uid")];
    const when = readable(() => whenOf(component)) ?? "ngày, giờ này không có";
    const errors = [title === "" ? "thiếu nội dung" : "", ...tooLong(title, code)];
    if (typeof when === "string") errors.push(when);
    const error = errors.filter((each) => each !== "").join("; ");
    if (typeof when === "string" || error !== "") return faults.push({ line, error });
    const status = String(component.getFirstPropertyValue("status") ?? "CONFIRMED").toUpperCase();
    return meetings.push({
      line,
      code,
      kind: "",
      title,
      bodies: [],
      ...when,
      room: text("location"),
      chair: "",
      leaders: [],
      mode: "in-person",
      participants: "",
      preparing: "",
      serving: "",
      points: null,
      delegates: null,
      state: icalStates[status] ?? "confirmed",
      endAssumed: false,
    });
  });
  return { meetings, faults };
}

/** Reads a register of meetings; what cannot be read is named by its line. Throws TableFault when the file cannot be. */
export async function readMeetings(bytes: Uint8Array, kind: "csv" | "xlsx" | "ics"): Promise<ReadMeetings> {
  return kind === "ics" ? readIcal(bytes) : readTableRows(await readTable(bytes, kind), { today: null });
}

/** What a week sheet has for columns, in its order. */
const sheetColumns = ["day", "hours", "title", "chair", "participants", "room"] as const;

/** Reads rows pasted from Word or Excel as what is to be filed, in the same way; a week sheet's day and hours too. */
export async function readPastedMeetings(text: string, today: Day): Promise<ReadMeetings> {
  const table = await readTable(new TextEncoder().encode(text), "csv");
  const missing = sheetColumns.filter((name) => !hasColumn(table, headings, name));
  if (missing.length === sheetColumns.length) {
    const names = sheetColumns.map((name) => (name === "room" ? "Địa điểm" : headings[name][0]));
    throw new TableFault(`Dòng đầu chưa ghi tên cột. Thêm: ${names.join(", ")}`);
  }
  return readTableRows(table, { today });
}
