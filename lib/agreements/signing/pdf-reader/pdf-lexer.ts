import { isName, PdfReadError, type PdfValue } from "./pdf-values";

/** No regular character follows: the token ends here. */
const END = "(?![^\\0\\t\\n\\f\\r ()<>[\\]{}/%])";
const REFERENCE = new RegExp(`(\\d{1,9})[ \\r\\n]+(\\d{1,5})[ \\r\\n]+R${END}`, "y");
const NUMBER = new RegExp(`[+-]?(\\d+\\.?\\d*|\\.\\d+)${END}`, "y");
const NAME = /\/([^\0\t\n\f\r ()<>[\]{}/%]*)/y;
const HEXADECIMAL = /<([0-9a-fA-F\0\t\n\f\r ]*)>/y;
const KEYWORD = new RegExp(`(true|false|null)${END}`, "y");
const MAXIMUM_DEPTH = 100;

/**
 * Reads values from a file held as one character per byte. It repairs nothing and takes no comments unless told to:
 * whatever two readers might understand differently is a PdfReadError.
 */
export class PdfLexer {
  constructor(
    private readonly source: string,
    public position = 0,
    private readonly comments: "refused" | "skipped" = "refused",
  ) {}

  /** Matches a sticky pattern here and moves behind it. */
  match(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.position;
    const result = pattern.exec(this.source);
    if (result) this.position = pattern.lastIndex;
    return result;
  }

  need(pattern: RegExp, what: string): RegExpExecArray {
    const result = this.match(pattern);
    if (!result) throw new PdfReadError(`${what} expected`, this.position);
    return result;
  }

  skipWhiteSpace(): void {
    this.match(this.comments === "skipped" ? /([\0\t\n\f\r ]|%[^\r\n]*)*/y : /[\0\t\n\f\r ]*/y);
  }

  value(depth = 0): PdfValue {
    if (depth > MAXIMUM_DEPTH) throw new PdfReadError("nested too deep", this.position);
    this.skipWhiteSpace();
    const start = this.position;
    const reference = this.match(REFERENCE);
    if (reference)
      return { type: "reference", number: Number(reference[1]), generation: Number(reference[2]) };
    const number = this.match(NUMBER);
    if (number) return Number(number[0]);
    const name = this.match(NAME);
    if (name) return { type: "name", value: unescapeName(name[1] ?? "") };
    if (this.match(/<</y)) return this.dictionary(depth);
    const hexadecimal = this.match(HEXADECIMAL);
    if (hexadecimal) return this.hexadecimalString(hexadecimal[1] ?? "", start);
    if (this.match(/\[/y)) return this.array(depth);
    if (this.match(/\(/y)) return this.literalString(start);
    const keyword = this.match(KEYWORD);
    if (keyword) return keyword[1] === "null" ? null : keyword[1] === "true";
    throw new PdfReadError("not a PDF value", start);
  }

  private dictionary(depth: number): PdfValue {
    const entries = new Map<string, PdfValue>();
    for (;;) {
      this.skipWhiteSpace();
      if (this.match(/>>/y)) return entries;
      const at = this.position;
      const key = this.value(depth + 1);
      if (!isName(key)) throw new PdfReadError("dictionary key expected", at);
      if (entries.has(key.value)) throw new PdfReadError(`key /${key.value} twice in one dictionary`, at);
      entries.set(key.value, this.value(depth + 1));
    }
  }

  private array(depth: number): PdfValue {
    const items: PdfValue[] = [];
    for (;;) {
      this.skipWhiteSpace();
      if (this.match(/\]/y)) return items;
      items.push(this.value(depth + 1));
    }
  }

  private hexadecimalString(hex: string, start: number): PdfValue {
    const digits = hex.replace(/[^0-9a-fA-F]/g, "");
    const value = Buffer.from(digits.length % 2 ? `${digits}0` : digits, "hex").toString("latin1");
    return { type: "string", value, hex, start, end: this.position };
  }

  private literalString(start: number): PdfValue {
    let value = "";
    for (let open = 1; ; ) {
      const character = this.source[this.position++];
      if (character === undefined) throw new PdfReadError("string without end", start);
      if (character === "\\") {
        value += this.escape();
        continue;
      }
      if (character === "(") open += 1;
      if (character === ")") open -= 1;
      if (open === 0) return { type: "string", value, start, end: this.position };
      value += character;
    }
  }

  private escape(): string {
    const octal = this.match(/[0-7]{1,3}/y);
    if (octal) return String.fromCharCode(Number.parseInt(octal[0], 8) & 255);
    if (this.match(/\r\n|\r|\n/y)) return "";
    const character = this.source[this.position++] ?? "";
    return ESCAPES.get(character) ?? character;
  }
}

const ESCAPES: ReadonlyMap<string, string> = new Map([
  ["n", "\n"],
  ["r", "\r"],
  ["t", "\t"],
  ["b", "\b"],
  ["f", "\f"],
]);

function unescapeName(name: string): string {
  return name.replace(/#([0-9a-fA-F]{2})/g, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
}
