import { crc32, deflateSync } from "node:zlib";
import { strToU8, type Zippable, zipSync } from "fflate";

const xml = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const sheet = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const relations = "http://schemas.openxmlformats.org/package/2006/relationships";
const kinds = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const types = "http://schemas.openxmlformats.org/package/2006/content-types";

export function escapeXml(text: string): string {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
}

function core(properties: Readonly<Record<string, string>>): string {
  const parts = Object.entries(properties).map(
    ([name, value]) => `<dc:${name}>${escapeXml(value)}</dc:${name}>`,
  );
  return `${xml}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">${parts.join("")}</cp:coreProperties>`;
}

export type Made = { name: string; type: string; bytes: Uint8Array };

export const docxType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
export const xlsxType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** A Word file of these paragraphs; `body` sets XML of one's own before them, `more` adds parts. */
export function makeDocx(
  paragraphs: readonly string[],
  options: { body?: string; properties?: Record<string, string>; more?: Zippable; contentType?: string } = {},
): Uint8Array {
  const { body = "", properties = {}, more = {}, contentType = `${docxType}.main+xml` } = options;
  const text = paragraphs.map(
    (line) => `<w:p><w:r><w:t xml:space="preserve">${escapeXml(line)}</w:t></w:r></w:p>`,
  );
  return zipSync({
    "[Content_Types].xml": strToU8(
      `${xml}<Types xmlns="${types}"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${contentType}"/></Types>`,
    ),
    "_rels/.rels": strToU8(
      `${xml}<Relationships xmlns="${relations}"><Relationship Id="r1" Type="${kinds}/officeDocument" Target="word/document.xml"/></Relationships>`,
    ),
    "docProps/core.xml": strToU8(core(properties)),
    "word/document.xml": strToU8(
      `${xml}<w:document xmlns:w="${word}"><w:body>${body}${text.join("")}<w:sectPr/></w:body></w:document>`,
    ),
    ...more,
  });
}

/** An Excel file of one sheet; texts stand in its cells. */
export function makeXlsx(
  rows: readonly (readonly string[])[],
  options: { properties?: Record<string, string>; header?: string; more?: Zippable } = {},
): Uint8Array {
  const { properties = {}, header, more = {} } = options;
  const cells = (row: readonly string[]) =>
    row.map((cell) => `<c t="inlineStr"><is><t>${escapeXml(cell)}</t></is></c>`).join("");
  const printed =
    header === undefined ? "" : `<headerFooter><oddHeader>${escapeXml(header)}</oddHeader></headerFooter>`;
  return zipSync({
    "[Content_Types].xml": strToU8(
      `${xml}<Types xmlns="${types}"><Override PartName="/xl/workbook.xml" ContentType="${xlsxType}.main+xml"/></Types>`,
    ),
    "docProps/core.xml": strToU8(core(properties)),
    "xl/workbook.xml": strToU8(`${xml}<workbook xmlns="${sheet}"/>`),
    "xl/worksheets/sheet1.xml": strToU8(
      `${xml}<worksheet xmlns="${sheet}"><sheetData>${rows.map((row) => `<row>${cells(row)}</row>`).join("")}</sheetData>${printed}</worksheet>`,
    ),
    ...more,
  });
}

function chunk(type: string, data: Uint8Array): Buffer {
  const head = Buffer.alloc(8);
  head.writeUInt32BE(data.length);
  head.write(type, 4, "latin1");
  const tail = Buffer.alloc(4);
  tail.writeUInt32BE(crc32(Buffer.concat([head.subarray(4), data])));
  return Buffer.concat([head, data, tail]);
}

/** A grey picture. */
export function makePng(text?: { keyword: string; value: string }): Uint8Array {
  const head = Buffer.from([0, 0, 0, 4, 0, 0, 0, 4, 8, 0, 0, 0, 0]);
  const lines = Buffer.alloc(4 * 5, 0x7f);
  for (let line = 0; line < 4; line += 1) lines[line * 5] = 0;
  const words = text ? [chunk("tEXt", Buffer.from(`${text.keyword}\0${text.value}`, "latin1"))] : [];
  return Buffer.concat([
    Buffer.from("\x89PNG\r\n\x1a\n", "latin1"),
    chunk("IHDR", head),
    ...words,
    chunk("IDAT", deflateSync(lines)),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

/** The frame of a JPEG with a few drawn bytes: what a reader of its markers sees. */
export function makeJpeg(comment?: string): Uint8Array {
  const segment = (marker: number, data: Buffer) => {
    const head = Buffer.from([0xff, marker, 0, 0]);
    head.writeUInt16BE(data.length + 2, 2);
    return Buffer.concat([head, data]);
  };
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    segment(0xe0, Buffer.from("JFIF\0\x01\x01\0\0\x01\0\x01\0\0", "latin1")),
    ...(comment === undefined ? [] : [segment(0xfe, Buffer.from(comment, "utf8"))]),
    segment(0xc0, Buffer.from([8, 0, 1, 0, 1, 1, 1, 0x11, 0])),
    segment(0xda, Buffer.from([1, 1, 0, 0, 63, 0])),
    Buffer.from([0x12, 0x34, 0xff, 0x00, 0x56, 0xff, 0xd9]),
  ]);
}

type PdfOptions = {
  catalog?: string;
  info?: string;
  objects?: readonly string[];
  streams?: readonly Buffer[];
};

/** A PDF written by hand, one page of Helvetica; for structure, not for Vietnamese letters. */
export function makePlainPdf(text: string, options: PdfOptions = {}): Uint8Array {
  const { catalog = "", info = "", objects = [], streams = [] } = options;
  const content = `BT /F1 12 Tf 72 760 Td (${text.replace(/[()\\]/g, "\\$&")}) Tj ET`;
  const bodies: Buffer[] = [
    Buffer.from(`<< /Type /Catalog /Pages 2 0 R ${catalog} >>`, "latin1"),
    Buffer.from("<< /Type /Pages /Kids [3 0 R] /Count 1 >>", "latin1"),
    Buffer.from(
      "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
      "latin1",
    ),
    Buffer.from(`<< /Length ${content.length} >>\nstream\n${content}\nendstream`, "latin1"),
    Buffer.from("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>", "latin1"),
    Buffer.from(`<< ${info} >>`, "latin1"),
    ...objects.map((object) => Buffer.from(object, "latin1")),
    ...streams,
  ];
  const parts: Buffer[] = [Buffer.from("%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", "latin1")];
  const places: number[] = [];
  let at = parts[0]?.length ?? 0;
  bodies.forEach((body, index) => {
    const part = Buffer.concat([Buffer.from(`${index + 1} 0 obj\n`), body, Buffer.from("\nendobj\n")]);
    places.push(at);
    parts.push(part);
    at += part.length;
  });
  const rows = places.map((place) => `${String(place).padStart(10, "0")} 00000 n \n`).join("");
  parts.push(
    Buffer.from(
      `xref\n0 ${bodies.length + 1}\n0000000000 65535 f \n${rows}trailer\n<< /Size ${bodies.length + 1} /Root 1 0 R /Info 6 0 R >>\nstartxref\n${at}\n%%EOF\n`,
      "latin1",
    ),
  );
  return Buffer.concat(parts);
}

export const eicar = String.raw`X5O!P%@AP[4\PZX54(P^)7CC)7}$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*`;
