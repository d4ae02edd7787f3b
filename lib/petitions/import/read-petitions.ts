import { type Day, dayAt, parseTypedDay, plusDays } from "@/lib/platform/dates/days";
import { columnReader, headingKey } from "@/lib/platform/imports/columns";
import { readTable, type TableRow } from "@/lib/platform/imports/read-table";
import type { Petitioner } from "../identity/person";
import type { PetitionChannel, PetitionClass } from "../types";
import { channels, classes, type Heading, headings, type ImportedOutcome, outcomes } from "./words";

/** A letter as a register has it; the body is not looked up yet. */
export type ReadPetition = {
  line: number;
  code: string;
  receivedOn: Day;
  receivedBy: string;
  channel: PetitionChannel;
  person: Petitioner;
  subject: string;
  content: string;
  class: PetitionClass | null;
  outcome: ImportedOutcome | null;
  outcomeOn: Day | null;
  documents: number;
};

export type LineFault = { line: number; error: string };

export type ReadPetitions = { petitions: readonly ReadPetition[]; faults: readonly LineFault[] };

/** A day with its year; what a spreadsheet adds of a time is left out. */
function readDay(text: string): Day | null {
  const [day = ""] = text.split(/[T\s,]/, 1);
  return /^(\d{4}-\d{2}-\d{2}|\d{1,2}[/.-]\d{1,2}[/.-]\d{4})$/.test(day)
    ? parseTypedDay(day, "2000-01-01")
    : null;
}

function known<Value>(words: ReadonlyMap<string, Value>, text: string): Value | undefined {
  return words.get(headingKey(text));
}

/** What a line is about: its summary, or the beginning of what was written. */
function subjectOf(summary: string, content: string): string {
  if (summary !== "" || content.length <= 150) return summary || content;
  const cut = content.slice(0, 150);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(" "), 100))}…`;
}

function readLine(row: TableRow, text: (name: Heading) => string, today: Day): ReadPetition | LineFault {
  const errors: string[] = [];
  const expect = <Value>(value: Value | null | undefined, error: string): Value | null => {
    if (value === null || value === undefined) errors.push(error);
    return value ?? null;
  };
  const receivedOn =
    text("receivedOn") === ""
      ? expect<Day>(null, "thiếu ngày nhận")
      : expect(readDay(text("receivedOn")), `không đọc được ngày nhận “${text("receivedOn")}”`);
  const channel =
    text("channel") === ""
      ? expect<PetitionChannel>(null, "thiếu nguồn đơn")
      : expect(known(channels, text("channel")), `không hiểu nguồn đơn “${text("channel")}”`);
  const petitionClass =
    text("class") === ""
      ? null
      : expect(known(classes, text("class")), `không hiểu loại đơn “${text("class")}”`);
  const outcome =
    text("outcome") === ""
      ? null
      : expect(known(outcomes, text("outcome")), `không hiểu kết quả “${text("outcome")}”`);
  const outcomeOn =
    text("outcomeOn") === ""
      ? null
      : expect(readDay(text("outcomeOn")), `không đọc được ngày xử lý “${text("outcomeOn")}”`);
  const digits = text("documents").replaceAll(/[.\s]/g, "");
  const documents = digits === "" ? 0 : /^\d{1,6}$/.test(digits) ? Number(digits) : null;
  const subject = subjectOf(text("subject"), text("content"));
  if (documents === null) errors.push(`số văn bản không phải số “${text("documents")}”`);
  if (subject === "") errors.push("thiếu trích yếu và nội dung");
  if (subject.length > 300) errors.push("trích yếu dài quá 300 ký tự");
  if (text("content").length > 20_000) errors.push("nội dung dài quá 20.000 ký tự");
  if (text("code").length > 60) errors.push("mã dài quá 60 ký tự");
  // A year mistyped, not a register kept ahead.
  if (receivedOn && receivedOn > plusDays(today, 366)) errors.push("ngày nhận ở tương lai");
  if (receivedOn && receivedOn < "1945-01-01") errors.push(`ngày nhận không đúng “${text("receivedOn")}”`);
  if (outcome && text("outcomeOn") === "") errors.push("có kết quả mà thiếu ngày xử lý");
  if (!outcome && text("outcome") === "" && outcomeOn) errors.push("có ngày xử lý mà thiếu kết quả");
  if (receivedOn && outcomeOn && outcomeOn < receivedOn) errors.push("ngày xử lý trước ngày nhận");
  for (const [name, most] of [
    ["fullName", 200],
    ["address", 400],
    ["phone", 60],
    ["idNumber", 60],
  ] as const) {
    if (text(name).length > most) errors.push(`${headings[name][0].toLowerCase()} dài quá ${most} ký tự`);
  }
  if (errors.length > 0 || !receivedOn || !channel || documents === null) {
    return { line: row.line, error: errors.join("; ") };
  }
  return {
    line: row.line,
    code: text("code"),
    receivedOn,
    receivedBy: text("receivedBy"),
    channel,
    person: {
      fullName: text("fullName"),
      address: text("address"),
      phone: text("phone"),
      idNumber: text("idNumber"),
    },
    subject,
    content: text("content"),
    class: petitionClass,
    outcome,
    outcomeOn,
    documents,
  };
}

/** Reads a register of letters; what cannot be read is named by its line. Throws TableFault when the file cannot be. */
export async function readPetitions(
  bytes: Uint8Array,
  kind: "csv" | "xlsx",
  now: Date,
): Promise<ReadPetitions> {
  const table = await readTable(bytes, kind);
  const cell = columnReader<Heading>(table, headings, ["receivedOn", "channel"]);
  const today = dayAt(now);
  const petitions: ReadPetition[] = [];
  const faults: LineFault[] = [];
  const lines = new Map<string, number>();
  for (const row of table.rows) {
    const read = readLine(row, (name) => cell(row, name), today);
    if ("error" in read) {
      faults.push(read);
      continue;
    }
    const first = read.code === "" ? undefined : lines.get(read.code);
    if (first !== undefined) {
      faults.push({ line: read.line, error: `mã “${read.code}” đã có ở dòng ${first}` });
      continue;
    }
    if (read.code !== "") lines.set(read.code, read.line);
    petitions.push(read);
  }
  return { petitions, faults };
}
