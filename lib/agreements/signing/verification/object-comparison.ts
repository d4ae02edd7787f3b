import type { PdfRevision } from "../pdf-reader/pdf-file";
import {
  isArray,
  isDictionary,
  isName,
  isReference,
  isStream,
  isString,
  type PdfArray,
  type PdfDictionary,
  type PdfValue,
} from "../pdf-reader/pdf-values";
import { type Change, type ChangeKind, kindOfKey } from "./change";

type Loose = PdfValue | undefined;

/** Entries that make a reader do something or show something else. */
const ACTIVE_KEYS: ReadonlySet<string> = new Set(
  "A AA JS JavaScript OpenAction Dest RichMediaContent OC EmbeddedFiles EF XFA".split(" "),
);
const MAXIMUM_DEPTH = 50;

/**
 * Compares what hangs on two revisions of one file and collects the differences. Every object is compared
 * once, however many ways lead to it; `compared` and `claimed` say which were met.
 */
export class ObjectComparison {
  readonly changes: Change[] = [];
  readonly compared = new Set<number>();
  readonly claimed = new Set<number>();
  /** Page at hand, from 1; set while a page is compared. */
  page: number | undefined;

  constructor(
    readonly before: PdfRevision,
    readonly after: PdfRevision,
  ) {}

  report(kind: ChangeKind, path: string): void {
    const page = this.page;
    if (this.changes.some((change) => change.kind === kind && change.page === page)) return;
    this.changes.push(page === undefined ? { kind, path } : { kind, page, path });
  }

  /** Strict: the same value, and the same behind every reference. */
  requireEqual(before: Loose, after: Loose, kind: ChangeKind, path: string): void {
    const [a, b] = [before ?? null, after ?? null];
    if (isReference(a) && isReference(b)) {
      if (a.number !== b.number || a.generation !== b.generation) this.report(kind, path);
      else if (!this.compared.has(a.number)) {
        this.compared.add(a.number);
        this.requireEqual(this.before.get(a), this.after.get(b), kind, `${path}→${a.number}`);
      }
    } else if (isStream(a) && isStream(b)) {
      if (!a.raw.equals(b.raw)) this.report(kind, path);
      this.requireEqualEntries(a.dictionary, b.dictionary, kind, path);
    } else if (isDictionary(a) && isDictionary(b)) this.requireEqualEntries(a, b, kind, path);
    else if (isArray(a) && isArray(b)) this.requireEqualItems(a, b, kind, path);
    else if (!isSameScalar(a, b)) this.report(kind, path);
  }

  requireEqualEntries(
    before: PdfDictionary,
    after: PdfDictionary,
    kind: ChangeKind,
    path: string,
    except: readonly string[] = [],
  ): void {
    for (const key of keysOfBoth(before, after)) {
      if (except.includes(key)) continue;
      this.requireEqual(before.get(key), after.get(key), kindOfKey(key, kind), `${path}/${key}`);
    }
  }

  /**
   * Takes note of new objects that hang on a new signature. They may draw and name, but hold no action, no
   * script and no content from outside the file.
   */
  claimNew(value: Loose, path: string, depth = 0): void {
    if (depth > MAXIMUM_DEPTH) return this.report("new-object", path);
    if (isReference(value)) {
      if (this.claimed.has(value.number)) return;
      this.claimed.add(value.number);
      if (!this.before.has(value.number))
        this.claimNew(this.after.get(value), `${path}→${value.number}`, depth + 1);
      return;
    }
    if (isArray(value)) {
      for (const item of value) this.claimNew(item, path, depth + 1);
      return;
    }
    if (isStream(value) && value.dictionary.has("F")) this.report("action", `${path}/F`);
    const dictionary = isStream(value) ? value.dictionary : value;
    if (!isDictionary(dictionary)) return;
    for (const [key, item] of dictionary) {
      if (ACTIVE_KEYS.has(key)) this.report("action", `${path}/${key}`);
      this.claimNew(item, `${path}/${key}`, depth + 1);
    }
  }

  private requireEqualItems(before: PdfArray, after: PdfArray, kind: ChangeKind, path: string): void {
    if (before.length !== after.length) return this.report(kind, path);
    before.forEach((item, index) => {
      this.requireEqual(item, after[index], kind, `${path}[${index}]`);
    });
  }
}

export function keysOfBoth(before: PdfDictionary, after: PdfDictionary): Set<string> {
  return new Set([...before.keys(), ...after.keys()]);
}

function isSameScalar(a: PdfValue, b: PdfValue): boolean {
  // Writers that copy an object shorten its decimals: 595.303937007874 comes back as 595.303937.
  if (typeof a === "number" && typeof b === "number") return a === b || Math.abs(a - b) <= 1e-6 * Math.abs(a);
  if (isName(a)) return isName(b, a.value);
  if (isString(a)) return isString(b) && a.value === b.value;
  return a === b;
}
