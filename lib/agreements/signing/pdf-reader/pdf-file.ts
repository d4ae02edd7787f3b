import { PdfLexer } from "./pdf-lexer";
import { type Maker, type PdfSection, readSection, type XrefEntry } from "./pdf-section";
import {
  isName,
  isReference,
  isStream,
  type PdfDictionary,
  PdfReadError,
  type PdfReference,
  type PdfStream,
  type PdfValue,
} from "./pdf-values";
import { type IndirectObject, readObject } from "./read-object";
import { unpackStream } from "./unpack-stream";

type Loose = PdfValue | undefined;

/** No honest file was saved so often; each is compared with the one before it, and a hostile file holds as many as fit. */
const MAXIMUM_REVISIONS = 200;

/** The document as it stood after one save: objects of this section and of all before it. */
export type PdfRevision = {
  section: PdfSection;
  trailer: PdfDictionary;
  /** True when the object exists in this revision and was not freed. */
  has: (objectNumber: number) => boolean;
  /** The value behind any chain of references; null for an object that does not exist. */
  get: (value: Loose) => PdfValue;
};

/**
 * A strict reader of a PDF file with its revisions. Every byte must be accounted for: each revision is exactly
 * the objects its xref lists, the xref, the trailer, startxref and %%EOF. Hidden, doubled or misplaced objects,
 * hybrid xrefs, linearization, encryption and comments are a PdfReadError, because readers disagree about them. What
 * anybody's program wrote before the first update may hold comments.
 */
export class PdfFile {
  readonly bytes: Buffer;
  /** Oldest first; revision i is made of sections 0…i. */
  readonly sections: readonly PdfSection[];
  private readonly source: string;
  private readonly parsed = new Map<number, PdfValue>();
  private readonly packed = new Map<string, readonly { number: number; value: PdfValue }[]>();

  constructor(
    bytes: Uint8Array,
    private readonly maker: Maker = "portal",
  ) {
    this.bytes = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
    // The cheap look at both ends comes before the whole file is turned into text.
    if (!/^%PDF-[12]\.\d[\r\n]/.test(this.bytes.toString("latin1", 0, 16))) {
      throw new PdfReadError("no %PDF header at byte 0");
    }
    const tail = this.bytes.toString("latin1", Math.max(0, this.bytes.length - 80));
    const start = /startxref[\r\n ]+(\d+)[\r\n ]+%%EOF[\r\n]{0,2}$/.exec(tail);
    if (!start) throw new PdfReadError("the file does not end with startxref … %%EOF");
    this.source = this.bytes.toString("latin1");
    this.sections = this.readSections(Number(start[1]));
    for (const index of this.sections.keys()) this.accountForBytes(index);
    if (this.lastSection().end !== this.bytes.length) {
      throw new PdfReadError("bytes after the last %%EOF", this.lastSection().end);
    }
  }

  lastSection(): PdfSection {
    return this.sectionAt(this.sections.length - 1);
  }

  revision(index: number): PdfRevision {
    const section = this.sectionAt(index);
    const resolve = (reference: PdfReference): PdfValue => this.resolve(reference, index);
    return {
      section,
      trailer: section.trailer,
      has: (number) => this.find(number, index) !== undefined,
      get: (value) => {
        let current: PdfValue = value ?? null;
        for (let step = 0; isReference(current); step += 1) {
          if (step > 20) throw new PdfReadError("reference loop");
          current = resolve(current);
        }
        return current;
      },
    };
  }

  private sectionAt(index: number): PdfSection {
    const section = this.sections[index];
    if (!section) throw new PdfReadError("no such revision");
    return section;
  }

  private readSections(last: number): PdfSection[] {
    const sections: PdfSection[] = [];
    for (let at: number | undefined = last; at !== undefined; ) {
      const section = readSection(this.source, this.bytes, at, this.maker);
      sections.unshift(section);
      if (sections.length > MAXIMUM_REVISIONS) throw new PdfReadError("too many revisions", at);
      if (section.previous !== undefined && section.previous >= at) {
        throw new PdfReadError("xref /Prev points forward (linearized files are not supported)", at);
      }
      at = section.previous;
    }
    return sections;
  }

  /** The bytes of a section are its listed objects and nothing else. */
  private accountForBytes(index: number): void {
    const section = this.sectionAt(index);
    const begin = index === 0 ? 0 : this.sectionAt(index - 1).end;
    const lexer = new PdfLexer(this.source, begin, this.commentsAt(begin));
    if (index === 0) lexer.match(/%PDF[^\r\n]*[\r\n]+(%[^\r\n]*[\r\n]+)*/y);
    if (section.at < lexer.position) throw new PdfReadError("xref sections overlap", section.at);
    const found = new Map<number, IndirectObject>();
    for (;;) {
      lexer.skipWhiteSpace();
      if (lexer.position === section.at) break;
      const object = this.readObjectAt(lexer.position, index);
      const entry = section.entries.get(object.number);
      if (
        entry?.kind !== "offset" ||
        entry.offset !== lexer.position ||
        entry.generation !== object.generation
      ) {
        throw new PdfReadError(`object ${object.number} is not where the xref says`, lexer.position);
      }
      found.set(object.number, object);
      this.remember(lexer.position, object.value);
      lexer.position = object.end;
    }
    this.checkEntries(section, index, found);
  }

  private checkEntries(section: PdfSection, index: number, found: ReadonlyMap<number, IndirectObject>): void {
    const packedIn = new Map<number, number>();
    for (const [number, entry] of section.entries) {
      if (entry.kind === "packed") {
        packedIn.set(entry.stream, (packedIn.get(entry.stream) ?? 0) + 1);
        if (section.entries.get(entry.stream)?.kind !== "offset") {
          throw new PdfReadError(`object ${number}: its object stream is not in this section`);
        }
        this.resolve({ type: "reference", number, generation: 0 }, index);
      } else if (!found.has(number) && number !== section.ownNumber) {
        throw new PdfReadError(`object ${number} is listed but not in this section`, entry.offset);
      }
    }
    for (const [number, { value }] of found) {
      if (!isStream(value) || !isName(value.dictionary.get("Type"), "ObjStm")) continue;
      if (value.dictionary.get("N") !== (packedIn.get(number) ?? 0)) {
        throw new PdfReadError(`object stream ${number} holds objects that the xref does not list`);
      }
    }
  }

  private find(number: number, index: number): XrefEntry | undefined {
    for (let at = index; at >= 0; at -= 1) {
      const section = this.sectionAt(at);
      const entry = section.entries.get(number);
      if (entry) return entry;
      if (section.freed.has(number)) return undefined;
    }
    return undefined;
  }

  private resolve(reference: PdfReference, index: number): PdfValue {
    const entry = this.find(reference.number, index);
    if (!entry || entry.generation !== reference.generation) return null;
    return entry.kind === "offset"
      ? this.resolveAt(reference, entry.offset, index)
      : this.resolvePacked(reference.number, entry.stream, entry.index, index);
  }

  private resolveAt(reference: PdfReference, offset: number, index: number): PdfValue {
    const known = this.parsed.get(offset);
    if (known !== undefined) return known;
    const object = this.readObjectAt(offset, index);
    if (object.number !== reference.number || object.generation !== reference.generation) {
      throw new PdfReadError(`object ${reference.number} is not where the xref says`, offset);
    }
    this.remember(offset, object.value);
    return object.value;
  }

  private readObjectAt(offset: number, index: number): IndirectObject {
    const lengthOf = (length: PdfReference) => this.resolve(length, index);
    return readObject(this.source, this.bytes, offset, lengthOf, this.commentsAt(offset));
  }

  private commentsAt(offset: number): "refused" | "skipped" {
    return this.maker === "anybody" && offset < this.sectionAt(0).end ? "skipped" : "refused";
  }

  /** A stream whose length is an object of its own may have another length in another revision. */
  private remember(offset: number, value: PdfValue): void {
    const dependsOnRevision = isStream(value) && isReference(value.dictionary.get("Length"));
    if (!dependsOnRevision) this.parsed.set(offset, value);
  }

  private resolvePacked(number: number, stream: number, at: number, index: number): PdfValue {
    const place = this.find(stream, index);
    const offset = place?.kind === "offset" ? place.offset : -1;
    const key = `${stream}@${offset}`;
    let objects = this.packed.get(key);
    if (!objects) {
      const container = this.resolve({ type: "reference", number: stream, generation: 0 }, index);
      if (!isStream(container) || isReference(container.dictionary.get("Length"))) {
        throw new PdfReadError("object stream");
      }
      objects = unpackObjects(container);
      this.packed.set(key, objects);
    }
    const object = objects[at];
    if (object?.number !== number) throw new PdfReadError(`object ${number} is not in its object stream`);
    return object.value;
  }
}

/** The objects of an object stream in their order (ISO 32000-2 §7.5.7). */
function unpackObjects(stream: PdfStream): { number: number; value: PdfValue }[] {
  const count = stream.dictionary.get("N");
  const first = stream.dictionary.get("First");
  if (
    !isName(stream.dictionary.get("Type"), "ObjStm") ||
    typeof count !== "number" ||
    typeof first !== "number"
  ) {
    throw new PdfReadError("object stream");
  }
  const source = unpackStream(stream).toString("latin1");
  const lexer = new PdfLexer(source);
  const heads: { number: number; offset: number }[] = [];
  for (let index = 0; index < count; index += 1) {
    const number = lexer.value();
    const offset = lexer.value();
    if (typeof number !== "number" || typeof offset !== "number") throw new PdfReadError("object stream");
    heads.push({ number, offset });
  }
  return heads.map(({ number, offset }) => ({ number, value: new PdfLexer(source, first + offset).value() }));
}
