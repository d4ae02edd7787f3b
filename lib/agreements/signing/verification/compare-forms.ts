import {
  isArray,
  isDictionary,
  isName,
  isReference,
  isStream,
  type PdfArray,
  type PdfDictionary,
  type PdfReference,
  type PdfValue,
  textOf,
} from "../pdf-reader/pdf-values";
import { keysOfBoth, type ObjectComparison } from "./object-comparison";
import type { PageTreeNode } from "./page-tree";
import { boxOf, isInsideReservedPlace, isVisible, overlaps, type ReservedPlace } from "./reserved-place";

const FIELD_KEYS: ReadonlySet<string> = new Set(
  "Type Subtype FT T TU V F Ff P Rect AP AS DA M Border NM MK Lock".split(" "),
);
const SIGNATURE_KEYS: ReadonlySet<string> = new Set(
  "Type Filter SubFilter ByteRange Contents M Name Reason Location ContactInfo Prop_Build Prop_AuthTime".split(
    " ",
  ),
);
/** What signing an empty field sets in it. */
const FILLED_KEYS = ["V", "AP", "AS", "M", "DA", "F", "Border", "P"];
const EMPTY: PdfDictionary = new Map();

export type NewSignatureField = {
  name: string;
  /** Object number of the signature dictionary. */
  signatureNumber: number;
  signature: PdfDictionary;
};

type Forms = {
  before: PdfValue | undefined;
  after: PdfValue | undefined;
  pagesBefore: readonly PageTreeNode[];
  pagesAfter: readonly PageTreeNode[];
  /** Annotations new in this revision: object number → index of the page. */
  addedToPages: ReadonlyMap<number, number>;
  reserved: readonly ReservedPlace[];
};

/** The form may gain one signature field, or see an empty one filled; all else in it stays. */
export function compareForms(comparison: ObjectComparison, forms: Forms): NewSignatureField[] {
  const { before, after } = comparison;
  const formBefore = asDictionary(before.get(forms.before));
  const formAfter = asDictionary(after.get(forms.after));
  const oldFields = asArray(before.get(formBefore.get("Fields")));
  const newFields = asArray(after.get(formAfter.get("Fields")));
  const filled = findFilledFields(comparison, oldFields, newFields);
  if (isReference(forms.before) && isReference(forms.after) && forms.before.number !== forms.after.number) {
    comparison.report("form", "AcroForm");
  }
  compareFormEntries(comparison, formBefore, formAfter, oldFields, forms.before === undefined);
  const found: { reference: PdfReference; field: NewSignatureField }[] = [];
  const take = (reference: PdfReference, old: PdfDictionary | undefined) => {
    const field = checkNewField(comparison, forms, reference, old, oldFields);
    if (field) found.push({ reference, field });
  };
  oldFields.forEach((field, index) => {
    const pair = isReference(field) ? filled.get(field.number) : undefined;
    if (!pair || !isReference(field)) {
      comparison.requireEqual(field, newFields[index], "form", `Fields[${index}]`);
      return;
    }
    comparison.requireEqualEntries(pair.before, pair.after, "form", "field", FILLED_KEYS);
    take(field, pair.before);
  });
  for (const field of newFields.slice(oldFields.length)) {
    if (isReference(field) && !before.has(field.number)) take(field, undefined);
    else comparison.report("form", "Fields");
  }
  for (const [number, index] of forms.addedToPages) {
    if (found.some(({ reference }) => reference.number === number)) continue;
    comparison.page = index + 1;
    comparison.report("annotation", `object ${number}`);
    comparison.page = undefined;
  }
  return found.map(({ field }) => field);
}

function findFilledFields(comparison: ObjectComparison, oldFields: PdfArray, newFields: PdfArray) {
  const filled = new Map<number, { before: PdfDictionary; after: PdfDictionary }>();
  oldFields.forEach((field, index) => {
    const other = newFields[index];
    if (!isReference(field) || !isReference(other) || other.number !== field.number) return;
    const [a, b] = [comparison.before.get(field), comparison.after.get(other)];
    if (!isDictionary(a) || !isDictionary(b)) return;
    if (!isName(a.get("FT"), "Sig") || a.has("V") || !b.has("V")) return;
    filled.set(field.number, { before: a, after: b });
    comparison.compared.add(field.number);
  });
  return filled;
}

function compareFormEntries(
  comparison: ObjectComparison,
  formBefore: PdfDictionary,
  formAfter: PdfDictionary,
  oldFields: PdfArray,
  isNewForm: boolean,
): void {
  // With fields that show text, another default font would change how that text reads.
  const holdsOnlySignatures = oldFields.every((field) => {
    const dictionary = comparison.before.get(field);
    return isDictionary(dictionary) && isName(dictionary.get("FT"), "Sig");
  });
  for (const key of keysOfBoth(formBefore, formAfter)) {
    const [a, b] = [formBefore.get(key), formAfter.get(key)];
    if (key === "Fields" || key === "SigFlags" || (isNewForm && key === "Type")) continue;
    if (key === "NeedAppearances" && a === undefined && b === false) continue;
    if (holdsOnlySignatures && a === undefined && (key === "DR" || key === "DA")) comparison.claimNew(b, key);
    else if (holdsOnlySignatures && key === "DR") compareFormResources(comparison, a, b);
    else comparison.requireEqual(a, b, "form", `AcroForm/${key}`);
  }
}

function compareFormResources(
  comparison: ObjectComparison,
  before: PdfValue | undefined,
  after: PdfValue | undefined,
): void {
  const [a, b] = [asDictionary(comparison.before.get(before)), asDictionary(comparison.after.get(after))];
  for (const key of keysOfBoth(a, b)) {
    const [x, y] = [comparison.before.get(a.get(key)), comparison.after.get(b.get(key))];
    if (key !== "Font" || !isDictionary(x) || !isDictionary(y)) {
      comparison.requireEqual(a.get(key), b.get(key), "form", `DR/${key}`);
      continue;
    }
    for (const name of keysOfBoth(x, y)) {
      if (x.has(name)) comparison.requireEqual(x.get(name), y.get(name), "form", `DR/Font/${name}`);
      else comparison.claimNew(y.get(name), "DR");
    }
  }
}

function checkNewField(
  comparison: ObjectComparison,
  forms: Forms,
  reference: PdfReference,
  old: PdfDictionary | undefined,
  oldFields: PdfArray,
): NewSignatureField | undefined {
  const { before, after } = comparison;
  const field = after.get(reference);
  const value = isDictionary(field) ? field.get("V") : undefined;
  const signature = isReference(value) && !before.has(value.number) ? after.get(value) : undefined;
  if (
    !isDictionary(field) ||
    !isReference(value) ||
    !isDictionary(signature) ||
    !isName(field.get("FT"), "Sig")
  ) {
    comparison.report("form", `new field ${reference.number} is no signature`);
    return undefined;
  }
  for (const key of field.keys()) {
    if (!FIELD_KEYS.has(key) && !old?.has(key)) comparison.report("signature-field", `field/${key}`);
  }
  for (const key of signature.keys()) {
    if (!SIGNATURE_KEYS.has(key)) comparison.report("signature-field", `signature/${key}`);
  }
  const name = textOf(after.get(field.get("T")));
  const isTaken = oldFields.some((other) => fieldName(comparison, other) === name);
  // Readers merge fields of one name, and a full stop makes a tree of them.
  if (!name || name.includes(".") || (!old && isTaken)) comparison.report("signature-field", "field/T");
  checkWidget(comparison, forms, { reference, field, old, name });
  comparison.claimNew(reference, "field");
  comparison.claimNew(value, "signature");
  for (const [key, item] of field) if (key !== "P") comparison.claimNew(item, `field/${key}`);
  return { name, signatureNumber: value.number, signature };
}

function fieldName(comparison: ObjectComparison, field: PdfValue): string {
  const dictionary = comparison.before.get(field);
  return isDictionary(dictionary) ? textOf(comparison.before.get(dictionary.get("T"))) : "";
}

type NewWidget = {
  reference: PdfReference;
  field: PdfDictionary;
  old: PdfDictionary | undefined;
  name: string;
};

/** The widget is invisible, or lies in a reserved place, covers no other annotation and shows one picture. */
function checkWidget(
  comparison: ObjectComparison,
  forms: Forms,
  { reference, field, old, name }: NewWidget,
): void {
  const { after } = comparison;
  const page = field.get("P");
  const pageNumber = isReference(page) ? page.number : undefined;
  const index =
    forms.addedToPages.get(reference.number) ??
    forms.pagesAfter.findIndex((node) => node.number === pageNumber);
  if (pageNumber !== undefined && forms.pagesAfter[index]?.number !== pageNumber) {
    comparison.report("signature-field", "field/P");
  }
  const rectangle = after.get(field.get("Rect"));
  const box = rectangle === null ? { left: 0, bottom: 0, right: 0, top: 0 } : boxOf(rectangle);
  comparison.page = index + 1;
  const visible = box === undefined || isVisible(box);
  const placed = box && (!visible || old || isInsideReservedPlace(forms.reserved, index + 1, name, box));
  if (!placed) comparison.report("signature-place", "Rect");
  if (box && visible && coversAnother(comparison, forms.pagesBefore[index], reference, box)) {
    comparison.report("signature-place", "covers another annotation");
  }
  const appearances = after.get(field.get("AP"));
  for (const [key, appearance] of asDictionary(appearances)) {
    const stream = after.get(appearance);
    if (key !== "N" || !isStream(stream)) comparison.report("signature-field", `AP/${key}`);
    else if (!visible && stream.raw.length > 0 && !hasEmptyBox(after.get(stream.dictionary.get("BBox")))) {
      comparison.report("signature-place", "an invisible signature with a picture");
    }
  }
  comparison.page = undefined;
}

function hasEmptyBox(box: PdfValue): boolean {
  return isArray(box) && box.every((side) => side === 0);
}

function coversAnother(
  comparison: ObjectComparison,
  page: PageTreeNode | undefined,
  reference: PdfReference,
  box: NonNullable<ReturnType<typeof boxOf>>,
): boolean {
  const annotations = asArray(comparison.before.get(page?.dictionary.get("Annots")));
  return annotations.some((annotation) => {
    if (isReference(annotation) && annotation.number === reference.number) return false;
    const dictionary = comparison.before.get(annotation);
    const other = isDictionary(dictionary) ? boxOf(comparison.before.get(dictionary.get("Rect"))) : undefined;
    return other !== undefined && overlaps(box, other);
  });
}

function asDictionary(value: PdfValue): PdfDictionary {
  return isDictionary(value) ? value : EMPTY;
}

function asArray(value: PdfValue): PdfArray {
  return isArray(value) ? value : [];
}
