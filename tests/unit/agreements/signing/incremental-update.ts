import { PdfFile, type PdfRevision } from "@/lib/agreements/signing/pdf-reader/pdf-file";
import {
  isArray,
  isDictionary,
  isReference,
  isStream,
  type PdfDictionary,
  type PdfReference,
  type PdfValue,
} from "@/lib/agreements/signing/pdf-reader/pdf-values";

type Loose = PdfValue | undefined;

/** One object of an update; `body` is what stands between "obj" and "endobj". */
export type UpdateObject = { number: number; generation?: number; body: string };

export type UpdateOptions = {
  freed?: readonly number[];
  /** Replaces or adds trailer entries, already written: { Root: "90 0 R" }. */
  trailer?: Readonly<Record<string, string>>;
  /** Bytes put between the objects and the xref. */
  hidden?: string;
  previous?: number;
  /** What stands behind "startxref"; the place of the xref unless given. */
  startxref?: number;
};

/** A signed file and the means to write into it what no honest tool would. */
export class Tampering {
  readonly file: PdfFile;
  readonly revision: PdfRevision;
  readonly source: string;

  constructor(
    readonly bytes: Uint8Array,
    maker: "portal" | "anybody" = "portal",
  ) {
    this.file = new PdfFile(bytes, maker);
    this.revision = this.file.revision(this.file.sections.length - 1);
    this.source = Buffer.from(bytes).toString("latin1");
  }

  get rootNumber(): number {
    return this.reference(this.revision.trailer.get("Root")).number;
  }

  get catalogue(): PdfDictionary {
    return this.dictionary(this.revision.trailer.get("Root"));
  }

  get pagesNumber(): number {
    return this.reference(this.catalogue.get("Pages")).number;
  }

  get pages(): { number: number; dictionary: PdfDictionary }[] {
    const kids = this.revision.get(this.dictionary(this.catalogue.get("Pages")).get("Kids"));
    if (!isArray(kids)) throw new Error("no pages");
    return kids.map((kid) => ({ number: this.reference(kid).number, dictionary: this.dictionary(kid) }));
  }

  page(index: number) {
    const page = this.pages[index];
    if (!page) throw new Error("no such page");
    return page;
  }

  /** An object number that the file does not use. */
  fresh(offset = 0): number {
    return Number(this.revision.trailer.get("Size")) + offset;
  }

  reference(value: Loose): PdfReference {
    if (!isReference(value)) throw new Error("not a reference");
    return value;
  }

  dictionary(value: Loose): PdfDictionary {
    const found = this.revision.get(value);
    if (isStream(found)) return found.dictionary;
    if (!isDictionary(found)) throw new Error("not a dictionary");
    return found;
  }

  /** Writes an update that any reader follows: objects, xref table, trailer. */
  update(objects: readonly UpdateObject[], options: UpdateOptions = {}): Uint8Array {
    let out = this.source.endsWith("\n") ? this.source : `${this.source}\n`;
    const lines = new Map<number, string>();
    for (const number of options.freed ?? []) lines.set(number, "0000000000 00001 f \n");
    for (const { number, generation = 0, body } of objects) {
      lines.set(number, `${pad(out.length, 10)} ${pad(generation, 5)} n \n`);
      out += `${number} ${generation} obj\n${body}\nendobj\n`;
    }
    out += options.hidden ?? "";
    const xref = out.length;
    out += "xref\n";
    for (const [number, line] of [...lines].sort(([a], [b]) => a - b)) out += `${number} 1\n${line}`;
    const size = Math.max(
      Number(this.revision.trailer.get("Size")),
      ...[...lines.keys()].map((number) => number + 1),
    );
    const trailer = {
      Size: String(size),
      Root: write(this.revision.trailer.get("Root")),
      Info: write(this.revision.trailer.get("Info")),
      ID: write(this.revision.trailer.get("ID")),
      Prev: String(options.previous ?? this.file.lastSection().at),
      ...options.trailer,
    };
    const entries = Object.entries(trailer).map(([key, value]) => `/${key} ${value}`);
    out += `trailer\n<< ${entries.join(" ")} >>\nstartxref\n${options.startxref ?? xref}\n%%EOF\n`;
    return new Uint8Array(Buffer.from(out, "latin1"));
  }
}

/** A dictionary with some entries replaced or removed, written out. */
export function rewrite(
  dictionary: PdfDictionary,
  entries: Readonly<Record<string, string | undefined>>,
): string {
  const kept = [...dictionary]
    .filter(([key]) => !(key in entries))
    .map(([key, value]) => `/${key} ${write(value)}`);
  const given = Object.entries(entries).flatMap(([key, value]) =>
    value === undefined ? [] : [`/${key} ${value}`],
  );
  return `<< ${[...kept, ...given].join(" ")} >>`;
}

export function stream(data: string, entries = ""): string {
  return `<< /Length ${data.length} ${entries} >>\nstream\n${data}\nendstream`;
}

export function write(value: Loose): string {
  if (value === null || value === undefined) return "null";
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  if (isArray(value)) return `[${value.map((item) => write(item)).join(" ")}]`;
  if (isDictionary(value)) return rewrite(value, {});
  if (value.type === "reference") return `${value.number} ${value.generation} R`;
  if (value.type === "name") return `/${value.value}`;
  if (value.type === "string") return `<${Buffer.from(value.value, "latin1").toString("hex")}>`;
  throw new Error("a stream is an object of its own");
}

function pad(value: number, length: number): string {
  return String(value).padStart(length, "0");
}
