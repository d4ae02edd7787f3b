import ExcelJS from "exceljs";
import { foldVietnamese } from "@/lib/petitions/identity/person";

/** Who is looked for: each part says who wrote, by itself. */
export type Sought = {
  fullName: string;
  /** Parts of the name that nobody else has. */
  nameParts: readonly string[];
  addressParts: readonly string[];
  phone: string;
  idNumber: string;
  /** Words of the letter, of its scan and of the name its file had. */
  words: readonly string[];
};

function digitsOf(text: string): string {
  return text.replaceAll(/\D/g, "");
}

/**
 * What a text gives away of somebody: in composed and decomposed writing, without marks, parted by tags, with blanks and points
 * between the digits, as entities, and as bytes in hexadecimal. Empty where there is no trace.
 */
export function tracesIn(text: string, of: Sought): string[] {
  const whole = text
    .replaceAll(/&#x([0-9a-f]+);/gi, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)))
    .replaceAll(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replaceAll(/\\u([0-9a-f]{4})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
  const decoded = whole.replaceAll(/(?:%[0-9a-f]{2})+/gi, (bytes) =>
    Buffer.from(bytes.replaceAll("%", ""), "hex").toString("utf8"),
  );
  const folded = [decoded, decoded.replaceAll(/<[^>]*>/g, " "), decoded.replaceAll(/<[^>]*>/g, "")].map(
    (each) => ` ${foldVietnamese(each)} `,
  );
  const named = [of.fullName, ...of.nameParts, ...of.addressParts, ...of.words];
  const found = named.filter((part) => folded.some((each) => each.includes(` ${foldVietnamese(part)} `)));
  // Digits of one number stand together, whatever stands between them.
  const numbers = decoded.match(/\d[\d .-]{5,}\d/g)?.map(digitsOf) ?? [];
  for (const number of [of.phone, of.idNumber].map(digitsOf)) {
    const local = number.replace(/^0/, "");
    if (numbers.some((each) => each.includes(local))) found.push(number);
  }
  const hexadecimal = text.toLowerCase();
  for (const part of named) {
    if (hexadecimal.includes(Buffer.from(part, "utf8").toString("hex"))) found.push(`hex of ${part}`);
  }
  return found;
}

/** The words of an answer: of a workbook those in its cells, of everything else its text. */
export async function wordsOf(response: Response): Promise<string> {
  const headers = JSON.stringify([...response.headers]);
  const type = response.headers.get("content-type") ?? "";
  if (!type.includes("spreadsheetml")) return `${headers}\n${await response.text()}`;
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(await response.arrayBuffer());
  const cells: string[] = [headers];
  workbook.eachSheet((sheet) => sheet.eachRow((row) => row.eachCell((cell) => cells.push(cell.text))));
  return cells.join("\n");
}
