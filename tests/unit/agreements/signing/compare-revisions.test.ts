import { beforeAll, describe, expect, test } from "vitest";
import { PdfFile } from "@/lib/agreements/signing/pdf-reader/pdf-file";
import { compareRevisions } from "@/lib/agreements/signing/verification/compare-revisions";
import type { ReservedPlace } from "@/lib/agreements/signing/verification/reserved-place";
import { rewrite, stream, Tampering, type UpdateObject } from "./incremental-update";
import { makeScene } from "./signed-agreement";

const PLACE: ReservedPlace = { page: 1, rectangle: [60, 60, 260, 160], fieldName: "token" };
const INSIDE = "/Rect [70 70 250 150]";

let file: Tampering;

beforeAll(async () => {
  const scene = await makeScene(1);
  file = new Tampering(scene.files[1] ?? scene.issued);
});

/** An update with signature fields as a token's tool writes them; only its structure is looked at here. */
function withFields(widgets: readonly string[], more: readonly UpdateObject[] = []): Uint8Array {
  const form = file.reference(file.catalogue.get("AcroForm"));
  const page = file.page(0);
  const numbers = widgets.map((_, index) => file.fresh(2 * index));
  const added = numbers.map((number) => `${number} 0 R`).join(" ");
  const [old] = /\d+ 0 R/.exec(rewrite(file.dictionary(form), {}).replace(/^.*\/Fields \[/, "")) ?? [""];
  const objects = widgets.flatMap((widget, index) => [
    {
      number: file.fresh(2 * index),
      body: `<< /Type /Annot /Subtype /Widget /FT /Sig /F 132 /V ${file.fresh(2 * index + 1)} 0 R ${widget} >>`,
    },
    { number: file.fresh(2 * index + 1), body: "<< /Type /Sig /Filter /Adobe.PPKLite >>" },
  ]);
  return file.update([
    { number: form.number, body: rewrite(file.dictionary(form), { Fields: `[${old} ${added}]` }) },
    { number: page.number, body: rewrite(page.dictionary, { Annots: `[${added}]` }) },
    ...objects,
    ...more,
  ]);
}

function compare(bytes: Uint8Array, reserved: readonly ReservedPlace[] = [PLACE]) {
  const after = new PdfFile(bytes);
  const last = after.sections.length - 1;
  const { changes, fields } = compareRevisions(after.revision(last - 1), after.revision(last), reserved);
  return { kinds: changes.map((change) => change.kind), names: fields.map((field) => field.name) };
}

describe("a visible signature mark", () => {
  test("may stand in the place reserved for its field", () => {
    expect(compare(withFields([`/T (token) ${INSIDE}`]))).toEqual({ kinds: [], names: ["token"] });
  });

  test.each([
    ["outside the place", "/T (token) /Rect [70 70 270 150]"],
    ["with its corners given the other way round, outside the place", "/T (token) /Rect [270 150 70 70]"],
    ["as a line outside the place", "/T (token) /Rect [300 300 300 310]"],
    ["in the place of another field", `/T (stranger) ${INSIDE}`],
    ["in a rectangle that is none", "/T (token) /Rect [70 70 (250) 150]"],
  ])("may not stand %s", (_, widget) => {
    expect(compare(withFields([widget])).kinds).toEqual(["signature-place"]);
  });

  test("may not stand anywhere where no place is reserved", () => {
    expect(compare(withFields([`/T (token) ${INSIDE}`]), []).kinds).toEqual(["signature-place"]);
  });

  test("may not say that it belongs to another page than the one that shows it", () => {
    const widget = `/T (token) ${INSIDE} /P ${file.page(1).number} 0 R`;
    expect(compare(withFields([widget])).kinds).toEqual(["signature-field"]);
  });

  test.each([
    ["acts when clicked", "/A << /S /JavaScript /JS (1) >>", "action"],
    ["acts by itself", "/AA << /E << /S /JavaScript /JS (1) >> >>", "action"],
    ["shows another picture when pointed at", "/AP << /R 3 0 R >>", "signature-field"],
    ["is part of a tree of fields", "/Parent 3 0 R", "signature-field"],
  ])("is refused when it %s", (_, entry, kind) => {
    expect(compare(withFields([`/T (token) ${INSIDE} ${entry}`])).kinds).toContain(kind);
  });

  test("is refused when its picture comes from outside the file", () => {
    const number = file.fresh(9);
    const picture = { number, body: stream("q Q", "/F (other.pdf) /BBox [0 0 9 9]") };
    const bytes = withFields([`/T (token) ${INSIDE} /AP << /N ${number} 0 R >>`], [picture]);
    expect(compare(bytes).kinds).toEqual(["action"]);
  });
});

describe("an invisible signature", () => {
  test("needs no place", () => {
    expect(compare(withFields(["/T (token) /Rect [0 0 0 0]"]), []).kinds).toEqual([]);
  });

  test("may not hide a picture", () => {
    const number = file.fresh(9);
    const picture = { number, body: stream("q Q", "/BBox [0 0 500 500]") };
    const widget = `/T (token) /Rect [0 0 0 0] /AP << /N ${number} 0 R >>`;
    expect(compare(withFields([widget], [picture])).kinds).toEqual(["signature-place"]);
  });
});

describe("a signature field", () => {
  test.each([
    ["the name of an older one", "/T (signature-1)"],
    ["a full stop in its name", "/T (signature-1.x)"],
    ["no name", ""],
  ])("is refused with %s", (_, name) => {
    expect(compare(withFields([`${name} /Rect [0 0 0 0]`])).kinds).toEqual(["signature-field"]);
  });
});

test("two signatures in one update are both seen", () => {
  const bytes = withFields(["/T (one) /Rect [0 0 0 0]", "/T (two) /Rect [0 0 0 0]"]);
  expect(compare(bytes).names).toEqual(["one", "two"]);
});

test("an object may not be written over in passing, even where nothing known leads to it", () => {
  const unused = file.fresh(20);
  const first = new Tampering(withFields(["/T (one) /Rect [0 0 0 0]"], [{ number: unused, body: "(a)" }]));
  const again = first.update([{ number: unused, body: "(b)" }]);
  expect(compare(first.bytes).kinds).toEqual([]);
  expect(compare(again).kinds).toEqual(["new-object"]);
});
