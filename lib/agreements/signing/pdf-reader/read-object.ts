import { PdfLexer } from "./pdf-lexer";
import { isDictionary, isReference, PdfReadError, type PdfReference, type PdfValue } from "./pdf-values";

export type IndirectObject = { number: number; generation: number; value: PdfValue; end: number };

/** The indirect object that begins at a byte of the file. `lengthOf` resolves an indirect stream length. */
export function readObject(
  source: string,
  bytes: Buffer,
  at: number,
  lengthOf: (reference: PdfReference) => PdfValue,
  comments: "refused" | "skipped" = "refused",
): IndirectObject {
  const lexer = new PdfLexer(source, at, comments);
  const head = lexer.need(/(\d{1,9}) (\d{1,5}) obj(?![^\0\t\n\f\r ()<>[\]{}/%])/y, "object");
  let value = lexer.value();
  lexer.skipWhiteSpace();
  if (isDictionary(value) && lexer.match(/stream(\r\n|\n)/y)) {
    const given = value.get("Length");
    const length = isReference(given) ? lengthOf(given) : given;
    if (typeof length !== "number" || !Number.isInteger(length) || length < 0) {
      throw new PdfReadError("stream length", at);
    }
    const raw = bytes.subarray(lexer.position, lexer.position + length);
    lexer.position += length;
    lexer.need(/(\r\n|\n|\r)?endstream/y, "endstream");
    lexer.skipWhiteSpace();
    value = { type: "stream", dictionary: value, raw };
  }
  lexer.need(/endobj/y, "endobj");
  return { number: Number(head[1]), generation: Number(head[2]), value, end: lexer.position };
}
