import type { PdfRevision } from "../pdf-reader/pdf-file";
import {
  isArray,
  isDictionary,
  isName,
  isReference,
  isStream,
  type PdfDictionary,
  PdfReadError,
  type PdfReference,
  type PdfValue,
} from "../pdf-reader/pdf-values";
import { type Change, kindOfKey } from "./change";
import { compareForms, type NewSignatureField } from "./compare-forms";
import { hasSameMetadata } from "./metadata";
import { keysOfBoth, ObjectComparison } from "./object-comparison";
import { type PageTree, readPageTree, sameOrder } from "./page-tree";
import type { ReservedPlace } from "./reserved-place";

const TRAILER_KEYS: ReadonlySet<string> = new Set(
  "Size Prev ID Info Root Type W Index Filter DecodeParms Length".split(" "),
);
const EMPTY: PdfDictionary = new Map();

export type RevisionComparison = {
  changes: readonly Change[];
  fields: readonly NewSignatureField[];
  /** True when the only addition to the catalogue is validation material (DSS, ETSI EN 319 142-1 §5.4). */
  addsOnlyValidationData: boolean;
};

/**
 * What one revision changed in the one before. Everything reachable from the catalogue must stay equal, except
 * what adding one signature needs: a field, its widget in one page's annotations, the form, validation data.
 */
export function compareRevisions(
  before: PdfRevision,
  after: PdfRevision,
  reserved: readonly ReservedPlace[],
): RevisionComparison {
  const comparison = new ObjectComparison(before, after);
  compareTrailers(comparison);
  const rootBefore = before.trailer.get("Root");
  const rootAfter = after.trailer.get("Root");
  const [catalogueBefore, catalogueAfter] = [before.get(rootBefore), after.get(rootAfter)];
  if (
    !isSameReference(rootBefore, rootAfter) ||
    !isDictionary(catalogueBefore) ||
    !isDictionary(catalogueAfter)
  ) {
    comparison.report("catalogue", "Root");
    return { changes: comparison.changes, fields: [], addsOnlyValidationData: false };
  }
  comparison.compared.add(rootAfter.number);
  const trees = comparePageTrees(comparison);
  const addedToPages = comparePages(comparison, trees.before, trees.after);
  const fields = compareForms(comparison, {
    before: catalogueBefore.get("AcroForm"),
    after: catalogueAfter.get("AcroForm"),
    pagesBefore: trees.before.pages,
    pagesAfter: trees.after.pages,
    addedToPages,
    reserved,
  });
  compareCatalogues(comparison, catalogueBefore, catalogueAfter);
  reportStrangers(comparison, catalogueAfter, trees.after);
  const addsOnlyValidationData =
    catalogueAfter.has("DSS") &&
    [...catalogueAfter.keys()].every((key) => key === "DSS" || catalogueBefore.has(key));
  return { changes: comparison.changes, fields, addsOnlyValidationData };
}

function isSameReference(before: PdfValue | undefined, after: PdfValue | undefined): after is PdfReference {
  return (
    isReference(before) &&
    isReference(after) &&
    before.number === after.number &&
    before.generation === after.generation
  );
}

function compareTrailers(comparison: ObjectComparison): void {
  const { before, after } = comparison;
  for (const key of after.trailer.keys()) if (!TRAILER_KEYS.has(key)) comparison.report("trailer", key);
  const [infoBefore, infoAfter] = [
    before.get(before.trailer.get("Info")),
    after.get(after.trailer.get("Info")),
  ];
  if (isDictionary(infoBefore ?? EMPTY) && isDictionary(infoAfter ?? EMPTY)) {
    const [a, b] = [
      isDictionary(infoBefore) ? infoBefore : EMPTY,
      isDictionary(infoAfter) ? infoAfter : EMPTY,
    ];
    comparison.requireEqualEntries(a, b, "metadata", "Info", ["ModDate", "Producer"]);
  } else comparison.requireEqual(infoBefore, infoAfter, "metadata", "Info");
  for (const number of after.section.freed) {
    if (before.has(number)) comparison.report("deleted-object", `object ${number}`);
  }
}

function comparePageTrees(comparison: ObjectComparison): { before: PageTree; after: PageTree } {
  const { before, after } = comparison;
  const none: PageTree = { pages: [], nodes: [] };
  const trees = { before: treeOrUndefined(before), after: treeOrUndefined(after) };
  if (
    !trees.before ||
    !trees.after ||
    !sameOrder(trees.before.pages, trees.after.pages) ||
    !sameOrder(trees.before.nodes, trees.after.nodes)
  ) {
    comparison.report("page-tree", "Pages");
    return { before: none, after: none };
  }
  // Compared here in their role as pages; a later way to them needs no second look.
  for (const { number } of [...trees.after.pages, ...trees.after.nodes]) comparison.compared.add(number);
  trees.before.nodes.forEach((node, index) => {
    const other = trees.after?.nodes[index]?.dictionary ?? EMPTY;
    comparison.requireEqualEntries(node.dictionary, other, "page-tree", "Pages", ["Kids"]);
    const [kidsBefore, kidsAfter] = [before.get(node.dictionary.get("Kids")), after.get(other.get("Kids"))];
    comparison.requireEqual(kidsBefore, kidsAfter, "page-tree", "Kids");
  });
  return { before: trees.before, after: trees.after };
}

function treeOrUndefined(revision: PdfRevision): PageTree | undefined {
  try {
    return readPageTree(revision);
  } catch (error) {
    if (error instanceof PdfReadError) return undefined;
    throw error;
  }
}

/** Returns the annotations that were added: object number → index of the page. */
function comparePages(comparison: ObjectComparison, before: PageTree, after: PageTree): Map<number, number> {
  const added = new Map<number, number>();
  before.pages.forEach((node, index) => {
    comparison.page = index + 1;
    const other = after.pages[index]?.dictionary ?? EMPTY;
    comparison.requireEqualEntries(node.dictionary, other, "page", `page ${index + 1}`, ["Annots"]);
    const annotationsBefore = comparison.before.get(node.dictionary.get("Annots")) ?? [];
    const annotationsAfter = comparison.after.get(other.get("Annots")) ?? [];
    if (
      !isArray(annotationsBefore) ||
      !isArray(annotationsAfter) ||
      annotationsAfter.length < annotationsBefore.length
    ) {
      comparison.report("annotation", "Annots");
      return;
    }
    annotationsBefore.forEach((annotation, at) => {
      comparison.requireEqual(annotation, annotationsAfter[at], "annotation", `Annots[${at}]`);
    });
    for (const annotation of annotationsAfter.slice(annotationsBefore.length)) {
      if (isReference(annotation) && !added.has(annotation.number)) added.set(annotation.number, index);
      else comparison.report("annotation", "Annots");
    }
  });
  comparison.page = undefined;
  return added;
}

function compareCatalogues(comparison: ObjectComparison, before: PdfDictionary, after: PdfDictionary): void {
  for (const key of keysOfBoth(before, after)) {
    if (key === "AcroForm" || key === "Pages") continue;
    if (key === "DSS" || (key === "Extensions" && !before.has(key))) {
      comparison.claimNew(after.get(key), key);
    } else if (key === "Metadata" && isReference(after.get(key))) {
      comparison.claimNew(after.get(key), key);
      const [old, fresh] = [comparison.before.get(before.get(key)), comparison.after.get(after.get(key))];
      if (!hasSameMetadata(old, fresh)) comparison.report("metadata", key);
    } else {
      comparison.requireEqual(
        before.get(key),
        after.get(key),
        kindOfKey(key, "catalogue"),
        `catalogue/${key}`,
      );
    }
  }
}

/**
 * An object that the revision wrote over an old one although nothing known leads to it was not needed for a
 * signature. Wholly new objects that nothing leads to change nothing; some signing tools leave such behind.
 */
function reportStrangers(comparison: ObjectComparison, catalogue: PdfDictionary, tree: PageTree): void {
  const { before, after } = comparison;
  const form = after.get(catalogue.get("AcroForm"));
  const roles = [
    after.trailer.get("Info"),
    catalogue.get("AcroForm"),
    isDictionary(form) ? form.get("Fields") : undefined,
    ...tree.pages.map((page) => page.dictionary.get("Annots")),
    ...tree.nodes.map((node) => node.dictionary.get("Kids")),
  ];
  const known = new Set(roles.flatMap((role) => (isReference(role) ? [role.number] : [])));
  for (const [number, entry] of after.section.entries) {
    if (!before.has(number) || number === after.section.ownNumber) continue;
    if (comparison.compared.has(number) || comparison.claimed.has(number) || known.has(number)) continue;
    const value = after.get({ type: "reference", number, generation: entry.generation });
    if (isStream(value) && isName(value.dictionary.get("Type"), "ObjStm")) continue;
    comparison.report("new-object", `object ${number}`);
  }
}
