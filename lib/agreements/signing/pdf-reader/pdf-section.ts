import { PdfLexer } from "./pdf-lexer";
import { isArray, isName, isStream, type PdfDictionary, PdfReadError, type PdfValue } from "./pdf-values";
import { readObject } from "./read-object";
import { unpackStream } from "./unpack-stream";

/** Where an object is: at a byte of the file, or at an index of an object stream. */
export type XrefEntry =
  | { kind: "offset"; offset: number; generation: number }
  | { kind: "packed"; stream: number; index: number; generation: 0 };

/** One xref section with its trailer: what one save wrote. */
export type PdfSection = {
  /** Byte of the xref section. */
  at: number;
  entries: ReadonlyMap<number, XrefEntry>;
  freed: ReadonlySet<number>;
  trailer: PdfDictionary;
  previous: number | undefined;
  /** Number of the xref stream's own object, where the section is one. */
  ownNumber: number | undefined;
  /** Byte behind %%EOF, without and with its line end. */
  eof: number;
  end: number;
};

/** Who wrote the first section: this portal, or any program. What later sections may hold is the same for both. */
export type Maker = "portal" | "anybody";

type Draft = { entries: Map<number, XrefEntry>; freed: Set<number>; at: number };

/** Reads the xref section at a byte of the file, as table or as stream (ISO 32000-2 §7.5.4, §7.5.8). */
export function readSection(source: string, bytes: Buffer, told: number, maker: Maker): PdfSection {
  const lexer = new PdfLexer(source, told);
  lexer.skipWhiteSpace();
  const at = lexer.position;
  const draft: Draft = { entries: new Map(), freed: new Set(), at };
  let trailer: PdfDictionary;
  let ownNumber: number | undefined;
  if (lexer.match(/xref[ ]?(\r\n|\r|\n)/y)) {
    trailer = readTable(lexer, draft);
  } else {
    const object = readObject(source, bytes, at, () => {
      throw new PdfReadError("xref stream with an indirect length", at);
    });
    if (!isStream(object.value) || !isName(object.value.dictionary.get("Type"), "XRef")) {
      throw new PdfReadError("no xref section", at);
    }
    trailer = object.value.dictionary;
    readEntries(unpackStream(object.value), trailer, draft);
    ownNumber = object.number;
    lexer.position = object.end;
  }
  if (trailer.has("Encrypt")) throw new PdfReadError("encrypted", at);
  const previous = trailer.get("Prev");
  if (previous !== undefined && !isWhole(previous)) throw new PdfReadError("xref /Prev", at);
  const size = trailer.get("Size");
  if (!isWhole(size)) throw new PdfReadError("xref /Size", at);
  // Some programs that join files write too small a /Size; in the text as first written it misleads nobody.
  const mayExceed = maker === "anybody" && previous === undefined;
  for (const number of draft.entries.keys()) {
    if (number >= size && !mayExceed) throw new PdfReadError("object number beyond /Size", at);
  }
  const start = lexer.need(/\s*startxref[\r\n ]+(\d+)[\r\n ]+%%EOF/y, "startxref");
  if (Number(start[1]) !== told) throw new PdfReadError("startxref points elsewhere", at);
  const eof = lexer.position;
  lexer.match(/\r\n|\r|\n/y);
  return { ...draft, trailer, previous, ownNumber, eof, end: lexer.position };
}

function put(draft: Draft, number: number, entry: XrefEntry | undefined): void {
  if (draft.entries.has(number) || draft.freed.has(number)) {
    throw new PdfReadError(`object ${number} twice in one xref section`, draft.at);
  }
  if (entry) draft.entries.set(number, entry);
  else draft.freed.add(number);
}

function readTable(lexer: PdfLexer, draft: Draft): PdfDictionary {
  for (;;) {
    const head = lexer.match(/(\d+) (\d+)[ ]?(\r\n|\r|\n)/y);
    if (!head) break;
    for (let index = 0; index < Number(head[2]); index += 1) {
      const entry = lexer.need(/(\d{10}) (\d{5}) ([nf])( \r| \n|\r\n)/y, "xref entry");
      const place = { kind: "offset", offset: Number(entry[1]), generation: Number(entry[2]) } as const;
      put(draft, Number(head[1]) + index, entry[3] === "n" ? place : undefined);
    }
  }
  lexer.need(/\s*trailer/y, "trailer");
  const trailer = lexer.value();
  if (!(trailer instanceof Map)) throw new PdfReadError("trailer", draft.at);
  // A hybrid file shows one content to old readers and another to new ones.
  if (trailer.has("XRefStm")) throw new PdfReadError("hybrid xref (/XRefStm)", draft.at);
  return trailer;
}

function readEntries(data: Buffer, trailer: PdfDictionary, draft: Draft): void {
  const widths = wholeNumbers(trailer.get("W"), draft.at);
  const [typeWidth = 0, firstWidth = 0, secondWidth = 0] = widths;
  if (widths.length !== 3 || widths.some((width) => width > 6))
    throw new PdfReadError("xref field widths", draft.at);
  const size = trailer.get("Size") ?? 0;
  const index = trailer.has("Index") ? wholeNumbers(trailer.get("Index"), draft.at) : [0, Number(size)];
  let position = 0;
  const field = (width: number, otherwise: number) => {
    if (width === 0) return otherwise;
    if (position + width > data.length) throw new PdfReadError("xref stream is too short", draft.at);
    position += width;
    return data.readUIntBE(position - width, width);
  };
  for (let pair = 0; pair < index.length; pair += 2) {
    for (let step = 0; step < (index[pair + 1] ?? 0); step += 1) {
      const type = field(typeWidth, 1);
      const first = field(firstWidth, 0);
      const second = field(secondWidth, 0);
      if (type > 2) throw new PdfReadError("xref entry type", draft.at);
      put(draft, (index[pair] ?? 0) + step, entryOf(type, first, second));
    }
  }
  if (position !== data.length) throw new PdfReadError("xref stream has left-over bytes", draft.at);
}

function entryOf(type: number, first: number, second: number): XrefEntry | undefined {
  if (type === 1) return { kind: "offset", offset: first, generation: second };
  return type === 2 ? { kind: "packed", stream: first, index: second, generation: 0 } : undefined;
}

function isWhole(value: PdfValue | undefined): value is number {
  return typeof value === "number" && Number.isSafeInteger(value) && value >= 0;
}

function wholeNumbers(value: PdfValue | undefined, at: number): number[] {
  if (!isArray(value) || !value.every(isWhole)) throw new PdfReadError("xref stream entries", at);
  return [...value];
}
