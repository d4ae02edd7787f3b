import { type Day, formatDay } from "@/lib/platform/dates/days";
import { daysOfWeek } from "@/lib/platform/dates/times";
import type { SheetField, SheetLine, SheetMark, WeekView } from "../types";

/** Words of the sheet, from the message files: page, PDF and DOCX print the same. */
export type SheetWords = {
  title: string;
  subject: string;
  version: string;
  issuer: string | null;
  columns: Readonly<Record<string, string>>;
  weekdays: readonly string[];
  sessions: Readonly<Record<SheetLine["session"], string>>;
  marks: Readonly<Record<SheetMark, string>>;
  none: string;
  notice: (number: string) => string;
  movedTo: (line: NonNullable<SheetLine["to"]>) => string;
  recipients: readonly string[];
  foot: string;
};

/** A cell of the printed table; `rows` is how far down it reaches, null one that a cell above covers. */
export type PaperCell = {
  text: string;
  before?: string;
  notes?: readonly string[];
  struck?: boolean;
  bold?: boolean;
  rows?: number;
  columns?: number;
} | null;

export type PaperRow = { mark: string; cells: readonly PaperCell[] };

export type SheetPaper = {
  title: string;
  subject: string;
  version: string;
  issuer: string | null;
  columns: readonly string[];
  head: readonly string[];
  rows: readonly PaperRow[];
  recipients: readonly string[];
  signer: { title: string; name: string } | null;
  foot: string;
};

const off = ["postponed", "cancelled", "moved"];

function shortDay(day: Day): string {
  return formatDay(day).slice(0, 5);
}

function changed(line: SheetLine, field: SheetField, text: string): NonNullable<PaperCell> {
  const before = line.change?.mark === "changed" ? line.change.before[field] : undefined;
  return { text, ...(before ? { before } : {}) };
}

function cellOf(line: SheetLine, column: string, words: SheetWords): PaperCell {
  const struck = off.includes(line.state);
  if (column === "time") return { ...changed(line, "time", line.hours), struck };
  if (column === "content") {
    const notes = [
      line.notice ? words.notice(line.notice) : null,
      line.to ? words.movedTo(line.to) : null,
      struck ? line.reason : null,
    ];
    return {
      ...changed(line, "title", line.title),
      struck,
      bold: true,
      notes: notes.filter((note) => note !== null),
    };
  }
  if (
    column === "chair" ||
    column === "participants" ||
    column === "place" ||
    column === "preparing" ||
    column === "serving"
  ) {
    return changed(line, column, line[column] ?? "");
  }
  return { text: "" };
}

function dayCell(day: Day, words: SheetWords, rows: number): PaperCell {
  const weekday = words.weekdays[(new Date(`${day}T00:00:00Z`).getUTCDay() || 7) - 1] ?? "";
  return { text: weekday, notes: [shortDay(day)], bold: true, rows };
}

function rowsOfDay(
  day: Day,
  lines: readonly SheetLine[],
  columns: readonly string[],
  words: SheetWords,
): PaperRow[] {
  const first = columns.indexOf("day");
  if (lines.length === 0) {
    const cells = columns.map((_, index): PaperCell => {
      if (index === first) return dayCell(day, words, 1);
      return index === first + 1 ? { text: words.none, columns: columns.length - 1 } : null;
    });
    return [{ mark: "", cells }];
  }
  return lines.map((line, index) => {
    const session = lines.filter((other) => other.session === line.session);
    return {
      mark: line.marks.map((mark) => words.marks[mark]).join(" "),
      cells: columns.map((column): PaperCell => {
        if (column === "day") return index === 0 ? dayCell(day, words, lines.length) : null;
        if (column !== "session") return cellOf(line, column, words);
        return session[0] === line ? { text: words.sessions[line.session], rows: session.length } : null;
      }),
    };
  });
}

/** The sheet as a table of texts, from which PDF and DOCX are drawn; the page is held against it by a test. */
export function sheetPaper(view: WeekView, words: SheetWords): SheetPaper {
  return {
    title: words.title,
    subject: words.subject,
    version: words.version,
    issuer: words.issuer,
    columns: view.columns,
    head: view.columns.map((column) => words.columns[column] ?? column),
    rows: daysOfWeek(view.monday).flatMap((day) =>
      rowsOfDay(
        day,
        view.lines.filter((line) => line.day === day),
        view.columns,
        words,
      ),
    ),
    recipients: words.recipients,
    signer: view.signer,
    foot: words.foot,
  };
}
