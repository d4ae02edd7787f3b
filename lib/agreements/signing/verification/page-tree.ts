import type { PdfRevision } from "../pdf-reader/pdf-file";
import {
  isArray,
  isDictionary,
  isName,
  isReference,
  type PdfDictionary,
  PdfReadError,
  type PdfValue,
} from "../pdf-reader/pdf-values";

export type PageTreeNode = { number: number; dictionary: PdfDictionary };

export type PageTree = {
  /** Leaves in reading order. */
  pages: readonly PageTreeNode[];
  nodes: readonly PageTreeNode[];
};

/** The pages of a revision; PdfReadError when the tree is broken, shared or circular. */
export function readPageTree(revision: PdfRevision): PageTree {
  const pages: PageTreeNode[] = [];
  const nodes: PageTreeNode[] = [];
  const seen = new Set<number>();
  const walk = (reference: PdfValue | undefined) => {
    if (!isReference(reference) || seen.has(reference.number)) throw new PdfReadError("broken page tree");
    seen.add(reference.number);
    const dictionary = revision.get(reference);
    if (!isDictionary(dictionary)) throw new PdfReadError("broken page tree");
    if (!isName(revision.get(dictionary.get("Type")), "Pages")) {
      pages.push({ number: reference.number, dictionary });
      return;
    }
    nodes.push({ number: reference.number, dictionary });
    const kids = revision.get(dictionary.get("Kids"));
    if (!isArray(kids)) throw new PdfReadError("broken page tree");
    for (const kid of kids) walk(kid);
  };
  const root = revision.get(revision.trailer.get("Root"));
  walk(isDictionary(root) ? root.get("Pages") : undefined);
  return { pages, nodes };
}

/** Equal when the same objects stand in the same order. */
export function sameOrder(before: readonly PageTreeNode[], after: readonly PageTreeNode[]): boolean {
  return (
    before.length === after.length && before.every((node, index) => node.number === after[index]?.number)
  );
}
