import { docxHead } from "./docx-head";
import { NotTaken } from "./problem";
import { readZip } from "./read-zip";
import { hasSecretMark, isSecretProperty } from "./secret-mark";
import { sharedTexts, xlsxHead } from "./xlsx-head";
import { attributeOf, xmlTokens } from "./xml-text";

const main = { docx: "word/document.xml", xlsx: "xl/workbook.xml" } as const;
export type OfficeKind = keyof typeof main;

const mainType = {
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
} as const;

// What may lie inside an office file beside its XML.
const ordinary =
  /\.(xml|rels|png|jpe?g|gif|bmp|tiff?|emf|wmf|svg|odttf|ttf|vml|fntdata)$|\/printerSettings\d*\.bin$|\/$/i;
const nestedOffice = /\/embeddings\/[^/]+\.(docx|xlsx)$/i;
// How archives, programs and old office files begin.
const containers = [
  "PK\x03\x04",
  "Rar!",
  "7z\xbc\xaf",
  "\x1f\x8b",
  "\xd0\xcf\x11\xe0",
  "MZ",
  "\x7fELF",
  "%PDF",
  "BZh",
  "#!",
];

type Parts = Map<string, string>;

function isContainer(content: Buffer): boolean {
  const head = content.toString("latin1", 0, 8);
  return containers.some((beginning) => head.startsWith(beginning));
}

function refuseActive(name: string, content: Buffer): void {
  if (/vbaProject|vbaData|\/activeX\/|\/macrosheets\/|\/customUI/i.test(name)) throw new NotTaken("macros");
  if (nestedOffice.test(name)) return;
  if (!ordinary.test(name) || isContainer(content)) throw new NotTaken("nested");
}

function refuseRelations(xml: string): void {
  for (const token of xmlTokens(xml)) {
    if (token.kind !== "open" || token.name !== "Relationship") continue;
    const outside = attributeOf(token.attributes, "TargetMode") === "External";
    const type = attributeOf(token.attributes, "Type") ?? "";
    // A template, an object or a frame fetched from elsewhere when the file is opened.
    if (outside && /\/(attachedTemplate|oleObject|frame|subDocument|package)$/.test(type))
      throw new NotTaken("activeContent");
    if (/\/(vbaProject|xlMacrosheet)$/.test(type)) throw new NotTaken("macros");
  }
}

async function partsOf(bytes: Buffer, depth: number): Promise<Parts> {
  const parts: Parts = new Map();
  for await (const { name, content } of readZip(bytes)) {
    refuseActive(name, content);
    const nested = nestedOffice.exec(name)?.[1]?.toLowerCase();
    // The figures behind a chart; what is in them in turn is refused.
    if (nested !== undefined) {
      if (depth > 0) throw new NotTaken("nested");
      await checkOffice(content, nested as OfficeKind, depth + 1);
    }
    if (name.endsWith(".rels")) refuseRelations(content.toString("utf8"));
    else if (/\.xml$/i.test(name)) parts.set(name, content.toString("utf8"));
  }
  return parts;
}

function refuseWrongType(parts: Parts, kind: OfficeKind): void {
  const types = parts.get("[Content_Types].xml") ?? "";
  if (/macroEnabled/i.test(types)) throw new NotTaken("macros");
  if (!types.includes(mainType[kind]) || !parts.has(main[kind])) throw new NotTaken("notWhatItSays");
}

function propertiesOf(parts: Parts): string[] {
  const values: string[] = [];
  for (const [name, xml] of parts) {
    if (!name.startsWith("docProps/")) continue;
    for (const token of xmlTokens(xml)) if (token.kind === "text") values.push(token.text);
  }
  return values;
}

function firstSheet(parts: Parts): string {
  const number = (name: string) => Number(/(\d+)\.xml$/.exec(name)?.[1] ?? 0);
  const sheets = [...parts.keys()].filter((name) => /^xl\/worksheets\/[^/]+\.xml$/.test(name));
  const [first] = sheets.sort((one, other) => number(one) - number(other));
  return first === undefined ? "" : (parts.get(first) ?? "");
}

function headOf(parts: Parts, kind: OfficeKind) {
  if (kind === "xlsx")
    return xlsxHead(firstSheet(parts), sharedTexts(parts.get("xl/sharedStrings.xml") ?? ""));
  const edges = [...parts.keys()].filter((name) => /^word\/(header|footer)\d*\.xml$/.test(name));
  return [
    ...docxHead(parts.get(main.docx) ?? ""),
    ...edges.flatMap((name) => docxHead(parts.get(name) ?? "")),
  ];
}

/** A Word or Excel file with nothing in it that runs, and no mark of a secret. Answers whether it holds text. */
export async function checkOffice(bytes: Buffer, kind: OfficeKind, depth = 0): Promise<boolean> {
  if (bytes.readUInt32BE(0) === 0xd0cf11e0) throw new NotTaken("oldOffice");
  if (bytes.readUInt32BE(0) !== 0x504b0304) throw new NotTaken("notWhatItSays");
  const parts = await partsOf(bytes, depth);
  refuseWrongType(parts, kind);
  const head = headOf(parts, kind);
  if (hasSecretMark(head) || propertiesOf(parts).some(isSecretProperty)) throw new NotTaken("secretMark");
  return head.length > 0;
}
