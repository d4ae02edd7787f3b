/** The values a PDF file is made of (ISO 32000-2 §7.3). Strings are kept as bytes, one per character. */
export type PdfValue =
  | number
  | boolean
  | null
  | PdfName
  | PdfString
  | PdfReference
  | PdfStream
  | PdfDictionary
  | PdfArray;
export type PdfArray = readonly PdfValue[];
export type PdfDictionary = ReadonlyMap<string, PdfValue>;
export type PdfName = { type: "name"; value: string };
export type PdfReference = { type: "reference"; number: number; generation: number };
export type PdfStream = { type: "stream"; dictionary: PdfDictionary; raw: Buffer };
/** `hex` is the source text of a hexadecimal string; `start` and `end` are its byte places with its delimiters. */
export type PdfString = { type: "string"; value: string; hex?: string; start: number; end: number };

/** The file is not one that every reader understands alike; the message names the reason and the byte. */
export class PdfReadError extends Error {
  constructor(reason: string, at?: number) {
    super(at === undefined ? reason : `${reason} at byte ${at}`);
    this.name = "PdfReadError";
  }
}

type Loose = PdfValue | undefined;

export function isDictionary(value: Loose): value is PdfDictionary {
  return value instanceof Map;
}

export function isArray(value: Loose): value is PdfArray {
  return Array.isArray(value);
}

export function isReference(value: Loose): value is PdfReference {
  return hasType(value, "reference");
}

export function isStream(value: Loose): value is PdfStream {
  return hasType(value, "stream");
}

export function isString(value: Loose): value is PdfString {
  return hasType(value, "string");
}

export function isName(value: Loose, name?: string): value is PdfName {
  return hasType(value, "name") && (name === undefined || (value as PdfName).value === name);
}

/** The text of a string: UTF-16BE behind its byte order mark, else one byte per letter; "" for anything else. */
export function textOf(value: Loose): string {
  if (!isString(value)) return "";
  if (!value.value.startsWith("\xfe\xff")) return value.value;
  const bytes = Buffer.from(value.value.slice(2), "latin1");
  return bytes.length % 2 === 0 ? bytes.swap16().toString("utf16le") : "";
}

function hasType(value: Loose, type: string): boolean {
  return (
    typeof value === "object" &&
    value !== null &&
    "type" in value &&
    !isDictionary(value) &&
    value.type === type
  );
}
