import { isArray, isStream } from "@/lib/agreements/signing/pdf-reader/pdf-values";
import { rewrite, stream, type Tampering, write } from "./incremental-update";

export type Attack = { name: string; change: (file: Tampering) => Uint8Array };

const PAINT = "q 1 1 1 rg 60 60 480 700 re f Q BT /F1 14 Tf 80 600 Td (Van phong A chu tri) Tj ET";

/** Updates that any reader follows: written after a signature, the pages or the document behave otherwise. */
export const updates: readonly Attack[] = [
  {
    name: "a page gets another content",
    change: (file) => {
      const page = file.page(1);
      return file.update([
        { number: page.number, body: rewrite(page.dictionary, { Contents: `${file.fresh()} 0 R` }) },
        { number: file.fresh(), body: stream(PAINT) },
      ]);
    },
  },
  {
    name: "the content of a page is written over under its own number",
    change: (file) => file.update([{ number: contentNumber(file, 1), body: stream(PAINT) }]),
  },
  {
    name: "one byte of a content is exchanged",
    change: (file) => {
      const number = contentNumber(file, 1);
      const content = file.revision.get({ type: "reference", number, generation: 0 });
      if (!isStream(content)) throw new Error("no content");
      const raw = Buffer.from(content.raw);
      raw.writeUInt8(raw.readUInt8(40) ^ 1, 40);
      const body = `${rewrite(content.dictionary, {})}\nstream\n${raw.toString("latin1")}\nendstream`;
      return file.update([{ number, body }]);
    },
  },
  {
    name: "a second content is painted over the first",
    change: (file) => {
      const page = file.page(0);
      const contents = `[${write(page.dictionary.get("Contents"))} ${file.fresh()} 0 R]`;
      return file.update([
        { number: page.number, body: rewrite(page.dictionary, { Contents: contents }) },
        { number: file.fresh(), body: stream(PAINT) },
      ]);
    },
  },
  {
    name: "a free-text annotation covers a clause",
    change: (file) =>
      annotate(file, "/Subtype /FreeText /DA (/Helv 12 Tf 0 g) /Contents (Van phong A chu tri)"),
  },
  { name: "a stamp covers a clause", change: (file) => annotate(file, "/Subtype /Stamp /Name /Approved") },
  {
    name: "a link runs a script",
    change: (file) => annotate(file, "/Subtype /Link /A << /S /JavaScript /JS (app.alert(1)) >>"),
  },
  {
    name: "a text widget is drawn without a field",
    change: (file) =>
      annotate(file, "/Subtype /Widget /FT /Tx /T (x) /V (Van phong A) /DA (/Helv 12 Tf 0 g)"),
  },
  {
    name: "two pages change places",
    change: (file) => withKids(file, (kids) => [kids[1] ?? "", kids[0] ?? "", ...kids.slice(2)]),
  },
  { name: "the last page is left out", change: (file) => withKids(file, (kids) => kids.slice(0, -1)) },
  { name: "a page is shown twice", change: (file) => withKids(file, (kids) => [...kids, kids[0] ?? ""]) },
  {
    name: "a page is added",
    change: (file) => {
      const added = `<< /Type /Page /Parent ${file.pagesNumber} 0 R /MediaBox [0 0 595 842] /Contents ${file.fresh(1)} 0 R >>`;
      return withKids(file, (kids) => [...kids, `${file.fresh()} 0 R`], [
        { number: file.fresh(), body: added },
        { number: file.fresh(1), body: stream(PAINT) },
      ]);
    },
  },
  { name: "a page shrinks", change: (file) => withPage(file, { MediaBox: "[0 0 595 400]" }) },
  { name: "a page is cropped", change: (file) => withPage(file, { CropBox: "[0 400 595 842]" }) },
  { name: "a page is turned", change: (file) => withPage(file, { Rotate: "180" }) },
  { name: "a page is scaled", change: (file) => withPage(file, { UserUnit: "2" }) },
  {
    name: "a page acts when opened",
    change: (file) => withPage(file, { AA: "<< /O << /S /Named /N /LastPage >> >>" }),
  },
  { name: "a page takes other resources", change: (file) => withPage(file, { Resources: "<< >>" }) },
  {
    name: "a font is exchanged for another",
    change: (file) => {
      const fonts = fontsOf(file);
      const [first, second] = [...fonts.keys()];
      if (!first || !second) throw new Error("two fonts needed");
      const swapped = rewrite(fonts, {
        [first]: write(fonts.get(second)),
        [second]: write(fonts.get(first)),
      });
      const resources = file.dictionary(file.page(0).dictionary.get("Resources"));
      return withPage(file, { Resources: rewrite(resources, { Font: swapped }) });
    },
  },
  {
    name: "a font is written over under its own number",
    change: (file) => {
      const [font] = [...fontsOf(file).values()];
      const number = file.reference(font).number;
      return file.update([{ number, body: "<< /Type /Font /Subtype /Type1 /BaseFont /Symbol >>" }]);
    },
  },
  {
    name: "the letters of a font are given other meanings",
    change: (file) => {
      const [font] = [...fontsOf(file).values()];
      const map = file.reference(file.dictionary(font).get("ToUnicode")).number;
      return file.update([{ number: map, body: stream("begincmap endcmap") }]);
    },
  },
  {
    name: "a script runs on opening",
    change: (file) => withCatalogue(file, { OpenAction: "<< /S /JavaScript /JS (1) >>" }),
  },
  {
    name: "the document acts when printed",
    change: (file) => withCatalogue(file, { AA: "<< /WP << /S /JavaScript /JS (1) >> >>" }),
  },
  {
    name: "a file is attached",
    change: (file) =>
      withCatalogue(file, { Names: "<< /EmbeddedFiles << /Names [(a) << /Type /Filespec /F (a) >>] >> >>" }),
  },
  {
    name: "layers are added",
    change: (file) => withCatalogue(file, { OCProperties: "<< /OCGs [] /D << >> >>" }),
  },
  { name: "the version is raised", change: (file) => withCatalogue(file, { Version: "/2.0" }) },
  { name: "the language is changed", change: (file) => withCatalogue(file, { Lang: "(en)" }) },
  {
    name: "the way of viewing is changed",
    change: (file) => withCatalogue(file, { ViewerPreferences: "<< /Direction /R2L >>" }),
  },
  {
    name: "a structure for screen readers is added",
    change: (file) => withCatalogue(file, { StructTreeRoot: "<< /Type /StructTreeRoot >>" }),
  },
  {
    name: "the catalogue is another object",
    change: (file) =>
      file.update([{ number: file.fresh(), body: rewrite(file.catalogue, {}) }], {
        trailer: { Root: `${file.fresh()} 0 R` },
      }),
  },
  {
    name: "the title is changed",
    change: (file) => {
      const info = file.revision.trailer.get("Info");
      const body = rewrite(file.dictionary(info), { Title: "(Khac)" });
      return file.update([{ number: file.reference(info).number, body }]);
    },
  },
  {
    name: "the title in the metadata is changed",
    change: (file) => {
      const packet = "<x:xmpmeta><dc:title>Khac</dc:title></x:xmpmeta>";
      const number = file.reference(file.catalogue.get("Metadata")).number;
      return file.update([{ number, body: stream(packet, "/Type /Metadata /Subtype /XML") }]);
    },
  },
  {
    name: "the content of a page is deleted",
    change: (file) => file.update([], { freed: [contentNumber(file, 1)] }),
  },
  {
    name: "an unknown entry stands in the trailer",
    change: (file) => file.update([], { trailer: { Extra: "true" } }),
  },
  { name: "an update changes nothing at all", change: (file) => file.update([]) },
];

/** Updates of the form: signatures taken away, replaced or shown, and fields that are none. */
export const formUpdates: readonly Attack[] = [
  {
    name: "a signature is taken out of the form",
    change: (file) =>
      withForm(file, {
        Fields: `[${fieldsOf(file)
          .slice(1)
          .map((field) => write(field))
          .join(" ")}]`,
      }),
  },
  { name: "the form is taken away", change: (file) => withCatalogue(file, { AcroForm: undefined }) },
  {
    name: "a signature is emptied",
    change: (file) => withFirstField(file, { V: undefined }),
  },
  {
    name: "a signature's value is replaced",
    change: (file) => withFirstField(file, { V: "<< /Type /Sig /Filter /Adobe.PPKLite >>" }),
  },
  { name: "a signature's field is renamed", change: (file) => withFirstField(file, { T: "(other)" }) },
  {
    name: "a signed field becomes a picture on the page",
    change: (file) => {
      const appearance = stream(PAINT, "/Type /XObject /Subtype /Form /BBox [0 0 400 400]");
      const [field] = fieldsOf(file);
      const entries = { Rect: "[60 60 460 460]", AP: `<< /N ${file.fresh()} 0 R >>` };
      return file.update([
        { number: file.reference(field).number, body: rewrite(file.dictionary(field), entries) },
        { number: file.fresh(), body: appearance },
      ]);
    },
  },
  {
    name: "a text field is added",
    change: (file) => {
      const field = `<< /Type /Annot /Subtype /Widget /FT /Tx /T (x) /V (A) /Rect [60 60 460 460] >>`;
      const fields = [...fieldsOf(file).map((item) => write(item)), `${file.fresh()} 0 R`].join(" ");
      return withForm(file, { Fields: `[${fields}]` }, [{ number: file.fresh(), body: field }]);
    },
  },
  { name: "fields are to be drawn anew", change: (file) => withForm(file, { NeedAppearances: "true" }) },
  { name: "an XFA form is put in place of the pages", change: (file) => withForm(file, { XFA: "(<xdp/>)" }) },
  { name: "fields are calculated by a script", change: (file) => withForm(file, { CO: "[]" }) },
];

/** Files that readers understand differently, or that hide bytes. None of them may be read at all. */
export const brokenFiles: readonly Attack[] = [
  { name: "bytes after the end", change: (file) => append(file, "chủ trì") },
  { name: "a comment after the end", change: (file) => append(file, "% x\n") },
  { name: "blank lines after the end", change: (file) => append(file, "\n\n\n") },
  { name: "a second end", change: (file) => append(file, "%%EOF\n") },
  { name: "bytes before the beginning", change: (file) => bytesOf(`x\n${file.source}`) },
  { name: "the last letter is missing", change: (file) => file.bytes.slice(0, -2) },
  {
    name: "the file is cut in the middle",
    change: (file) => file.bytes.slice(0, Math.floor(file.bytes.length / 2)),
  },
  { name: "no file at all", change: () => new Uint8Array(0) },
  {
    name: "one number for two objects",
    change: (file) => {
      const number = contentNumber(file, 1);
      return file.update([
        { number, body: stream(PAINT) },
        { number, body: stream("q Q") },
      ]);
    },
  },
  {
    name: "an object that the xref does not list",
    change: (file) =>
      file.update([], { hidden: `${contentNumber(file, 1)} 0 obj\n${stream(PAINT)}\nendobj\n` }),
  },
  { name: "a comment between objects", change: (file) => file.update([], { hidden: "% x\n" }) },
  { name: "a hybrid xref", change: (file) => file.update([], { trailer: { XRefStm: "15" } }) },
  { name: "an encryption dictionary", change: (file) => file.update([], { trailer: { Encrypt: "<< >>" } }) },
  {
    name: "startxref points elsewhere",
    change: (file) => file.update([], { startxref: file.file.lastSection().at }),
  },
  {
    name: "the chain of xrefs skips the signatures",
    change: (file) => file.update([], { previous: file.file.sections[0]?.at ?? 0 }),
  },
  {
    name: "the chain of xrefs points forward",
    change: (file) => file.update([], { previous: file.bytes.length + 5 }),
  },
  {
    name: "a doubled key",
    change: (file) => {
      const page = file.page(1);
      const body = rewrite(page.dictionary, {}).replace(/>>$/, `/Contents ${contentNumber(file, 0)} 0 R >>`);
      return file.update([{ number: page.number, body }]);
    },
  },
  {
    name: "an object number beyond the size",
    change: (file) => file.update([{ number: file.fresh(), body: "null" }], { trailer: { Size: "3" } }),
  },
  {
    name: "a stream that is longer than it says",
    change: (file) =>
      file.update([{ number: contentNumber(file, 1), body: "<< /Length 3 >>\nstream\nq Q q Q\nendstream" }]),
  },
  {
    name: "an object in an object stream that the xref does not list",
    change: (file) => {
      const data = `${contentNumber(file, 1)} 0 null `;
      return file.update([{ number: file.fresh(), body: stream(data, "/Type /ObjStm /N 1 /First 5") }]);
    },
  },
  {
    name: "a stream whose length refers to itself",
    change: (file) => {
      const number = file.fresh();
      return file.update([{ number, body: `<< /Length ${number} 0 R >>\nstream\nq Q\nendstream` }]);
    },
  },
];

/** Changes in the one place that a signature's own digest does not cover. */
export const signatureChanges: readonly Attack[] = [
  {
    name: "the last signature in the other case",
    change: (file) =>
      inLastContents(file, (hex) =>
        hex.toLowerCase() === hex
          ? hex.toUpperCase().replace(/^(.*?)[A-F]/, (all) => all.toLowerCase())
          : hex.replace(/[A-F]/, (digit) => digit.toLowerCase()),
      ),
  },
  {
    name: "a digit in the filling of the last signature",
    change: (file) => inLastContents(file, (hex) => `${hex.slice(0, -1)}1`),
  },
  {
    name: "a blank in the last signature",
    change: (file) => inLastContents(file, (hex) => `${hex.slice(0, -1)} `),
  },
  {
    name: "the last signature is all zeros",
    change: (file) => inLastContents(file, (hex) => "0".repeat(hex.length)),
  },
  {
    name: "the last signature is half zeros",
    change: (file) => inLastContents(file, (hex) => hex.slice(0, 800).padEnd(hex.length, "0")),
  },
  {
    name: "the last signature is a copy of the first",
    change: (file) => {
      const first = /\/Contents <([0-9a-fA-F]{1000,})>/.exec(file.source)?.[1] ?? "";
      return inLastContents(file, (hex) => first.padEnd(hex.length, "0").slice(0, hex.length));
    },
  },
];

/** What the n-th signature added to a file, and where in it that began. */
function increment(files: readonly Uint8Array[], signature: number): { begin: number; update: string } {
  const [before, after] = [files[signature - 1], files[signature]];
  if (!before || !after) throw new Error("no such signature");
  const update = Buffer.from(after.subarray(before.length)).toString("latin1");
  return { begin: before.length, update };
}

/** The update behind another file than the one it was made for, with all that it says of places made right. */
function behind(source: string, { begin, update }: { begin: number; update: string }): string {
  const by = source.length - begin;
  const place = (digits: string) => String(Number(digits) + by).padStart(digits.length, "0");
  const last = /startxref\n(\d+)\n%%EOF\n?$/.exec(source)?.[1] ?? "";
  const moved = update
    .replace(/^(\d{10}) (\d{5}) n/gm, (_, at: string, generation: string) => `${place(at)} ${generation} n`)
    .replace(/\/Prev \d+/, `/Prev ${last}`);
  const xref = source.length + moved.indexOf("\nxref\n") + 1;
  return source + moved.replace(/startxref\n\d+/, `startxref\n${xref}`);
}

/** The file as issued with the updates of these signatures behind it, in this order, so that any reader follows them. */
export function stacked(files: readonly Uint8Array[], order: readonly number[]): Uint8Array {
  return bytesOf(order.reduce((file, each) => behind(file, increment(files, each)), issuedOf(files)));
}

/**
 * The second signature before the first, each a whole update of its own. The order of signing is part of what is signed: a later
 * signature stands over the one before.
 */
export const swappedRevisions: readonly {
  name: string;
  change: (files: readonly Uint8Array[]) => Uint8Array;
}[] = [
  {
    name: "swapped revisions, as they were",
    change: (files) =>
      bytesOf([2, 1, 3].reduce((file, each) => file + increment(files, each).update, issuedOf(files))),
  },
  {
    name: "swapped revisions, with every place in them made right",
    change: (files) => stacked(files, [2, 1, 3]),
  },
  {
    name: "swapped revisions, and none behind them",
    change: (files) => stacked(files, [2, 1]),
  },
];

function issuedOf(files: readonly Uint8Array[]): string {
  return Buffer.from(files[0] ?? []).toString("latin1");
}

function bytesOf(source: string): Uint8Array {
  return new Uint8Array(Buffer.from(source, "latin1"));
}

function append(file: Tampering, text: string): Uint8Array {
  return new Uint8Array(Buffer.concat([file.bytes, Buffer.from(text)]));
}

function contentNumber(file: Tampering, index: number): number {
  const contents = file.page(index).dictionary.get("Contents");
  const [first] = isArray(contents) ? contents : [contents];
  const reference = file.reference(first);
  if (!isStream(file.revision.get(reference))) throw new Error("no content");
  return reference.number;
}

function fontsOf(file: Tampering) {
  const resources = file.dictionary(file.page(0).dictionary.get("Resources"));
  return file.dictionary(resources.get("Font"));
}

function fieldsOf(file: Tampering) {
  const fields = file.revision.get(file.dictionary(file.catalogue.get("AcroForm")).get("Fields"));
  if (!isArray(fields)) throw new Error("no fields");
  return fields;
}

type Entries = Parameters<typeof rewrite>[1];
type Objects = Parameters<Tampering["update"]>[0];

function withPage(file: Tampering, entries: Entries): Uint8Array {
  const page = file.page(0);
  return file.update([{ number: page.number, body: rewrite(page.dictionary, entries) }]);
}

function withCatalogue(file: Tampering, entries: Entries): Uint8Array {
  return file.update([{ number: file.rootNumber, body: rewrite(file.catalogue, entries) }]);
}

function withForm(file: Tampering, entries: Entries, more: Objects = []): Uint8Array {
  const form = file.catalogue.get("AcroForm");
  const body = rewrite(file.dictionary(form), entries);
  return file.update([{ number: file.reference(form).number, body }, ...more]);
}

function withFirstField(file: Tampering, entries: Entries): Uint8Array {
  const [field] = fieldsOf(file);
  return file.update([
    { number: file.reference(field).number, body: rewrite(file.dictionary(field), entries) },
  ]);
}

function withKids(file: Tampering, order: (kids: string[]) => string[], more: Objects = []): Uint8Array {
  const pages = file.dictionary(file.catalogue.get("Pages"));
  const kids = order(file.pages.map((page) => `${page.number} 0 R`));
  const body = rewrite(pages, { Kids: `[${kids.join(" ")}]`, Count: String(kids.length) });
  return file.update([{ number: file.pagesNumber, body }, ...more]);
}

function annotate(file: Tampering, entries: string): Uint8Array {
  const page = file.page(1);
  const body = `<< /Type /Annot /Rect [60 500 540 700] /F 4 ${entries} >>`;
  return file.update([
    { number: page.number, body: rewrite(page.dictionary, { Annots: `[${file.fresh()} 0 R]` }) },
    { number: file.fresh(), body },
  ]);
}

function inLastContents(file: Tampering, change: (hex: string) => string): Uint8Array {
  const found = [...file.source.matchAll(/\/Contents <([0-9a-fA-F]{1000,})>/g)].at(-1);
  const hex = found?.[1] ?? "";
  if (!found) throw new Error("no signature");
  const start = found.index + "/Contents <".length;
  return bytesOf(file.source.slice(0, start) + change(hex) + file.source.slice(start + hex.length));
}
