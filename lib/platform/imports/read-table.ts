import { parse } from "csv-parse/sync";
import ExcelJS from "exceljs";
import { withoutControls } from "@/lib/platform/forms/text";
import { isLegacyVietnamese } from "./legacy";

/** One row of a spreadsheet with the number people see beside it; the head is line 1. Cells are trimmed NFC text. */
export type TableRow = { line: number; cells: readonly string[] };

export type Table = { head: readonly string[]; rows: readonly TableRow[] };

/** What keeps a whole file from being read, in words for who runs the command. */
export class TableFault extends Error {}

/** A cell as it may be kept: NFC, one kind of line end, nothing that is not seen. */
export function cleanText(text: string): string {
  return withoutControls(text.toWellFormed().normalize("NFC").replaceAll(/\r\n?/g, "\n")).trim();
}

/** 25/11/2026 08:00 from a spreadsheet's date, which carries the wall clock as if it were UTC. */
function dateText(date: Date): string {
  // A day's fraction is seldom a whole minute to the last digit.
  const iso = new Date(Math.round(date.getTime() / 60_000) * 60_000).toISOString();
  const day = `${iso.slice(8, 10)}/${iso.slice(5, 7)}/${iso.slice(0, 4)}`;
  return iso.slice(11, 16) === "00:00" ? day : `${day} ${iso.slice(11, 16)}`;
}

function cellText(value: ExcelJS.CellValue): string {
  if (value === null || value === undefined) return "";
  if (value instanceof Date) return dateText(value);
  if (typeof value !== "object") return String(value);
  if ("richText" in value) return value.richText.map((part) => part.text).join("");
  if ("hyperlink" in value) return value.text;
  // A formula is read as what it showed when the file was saved.
  if ("result" in value) return cellText(value.result ?? null);
  return "";
}

function decode(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new TableFault(
      "Tệp không phải Unicode (UTF-8). Mở bằng Excel rồi lưu lại thành “CSV UTF-8” hoặc .xlsx; nếu chữ viết bằng phông TCVN3 (.VnTime) hay VNI thì chuyển sang Unicode trước.",
    );
  }
}

function readCsv(bytes: Uint8Array): string[][] {
  // "sep=;" is said to Excel, which does not count it as a line.
  const text = decode(bytes).replace(/^\uFEFF?"?sep=.("?)\r?\n/i, "");
  const [head = ""] = text.split(/\r?\n/, 1);
  // Offices' spreadsheets part cells by semicolons or tabs as often as by commas.
  const delimiter = [";", "\t", ","].reduce((best, each) =>
    head.split(each).length > head.split(best).length ? each : best,
  );
  try {
    return parse(text, {
      bom: true,
      delimiter,
      relaxColumnCount: true,
      relaxQuotes: true,
      skipEmptyLines: false,
    });
  } catch {
    throw new TableFault("Tệp CSV có dấu ngoặc kép không khép. Mở bằng Excel rồi lưu lại.");
  }
}

async function readXlsx(bytes: Uint8Array): Promise<string[][]> {
  const workbook = new ExcelJS.Workbook();
  try {
    await workbook.xlsx.load(Buffer.from(bytes) as unknown as ArrayBuffer);
  } catch {
    throw new TableFault("Không mở được tệp .xlsx này.");
  }
  const sheet = workbook.worksheets.find((each) => each.actualRowCount > 0) ?? workbook.worksheets[0];
  if (!sheet) throw new TableFault("Tệp .xlsx không có trang tính nào.");
  const rows: string[][] = [];
  for (let number = 1; number <= sheet.rowCount; number += 1) {
    const row = sheet.getRow(number);
    rows.push(Array.from({ length: row.cellCount }, (_, index) => cellText(row.getCell(index + 1).value)));
  }
  return rows;
}

/**
 * A spreadsheet as offices have them: CSV with a BOM or without, parted by `;`, tab or comma, or the first sheet of an
 * .xlsx. Blank rows are left out, line numbers stay. Throws TableFault with advice.
 */
export async function readTable(bytes: Uint8Array, kind: "csv" | "xlsx"): Promise<Table> {
  const read = kind === "csv" ? readCsv(bytes) : await readXlsx(bytes);
  const rows = read
    .map((cells, index): TableRow => ({ line: index + 1, cells: cells.map(cleanText) }))
    .filter((row) => row.cells.some((cell) => cell !== ""));
  const [head, ...body] = rows;
  if (!head) throw new TableFault("Tệp rỗng.");
  if (isLegacyVietnamese(read.flat().join(" "))) {
    throw new TableFault(
      "Chữ trong tệp viết bằng phông cũ (TCVN3 hoặc VNI), không phải Unicode. Chuyển mã sang Unicode rồi nhập lại.",
    );
  }
  return { head: head.cells, rows: body };
}
