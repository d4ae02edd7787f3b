import { inflateSync } from "node:zlib";
import { isArray, isDictionary, isName, PdfReadError, type PdfStream, type PdfValue } from "./pdf-values";

const MAXIMUM_BYTES = 1 << 26;

/** The data of an xref or object stream. Only what such streams use is read: no filter, or one FlateDecode. */
export function unpackStream(stream: PdfStream): Buffer {
  const filter = single(stream.dictionary.get("Filter"));
  if (filter === undefined) return Buffer.from(stream.raw);
  if (!isName(filter, "FlateDecode")) throw new PdfReadError("filter of an xref or object stream");
  const data = inflate(stream.raw);
  const parameters = single(stream.dictionary.get("DecodeParms"));
  if (!isDictionary(parameters)) return data;
  const predictor = parameters.get("Predictor") ?? 1;
  return predictor === 1 ? data : undoPredictor(data, parameters.get("Columns") ?? 1);
}

function single(value: PdfValue | undefined): PdfValue | undefined {
  if (!isArray(value)) return value ?? undefined;
  if (value.length > 1) throw new PdfReadError("filter chain");
  return value[0] ?? undefined;
}

function inflate(raw: Buffer): Buffer {
  try {
    return inflateSync(raw, { maxOutputLength: MAXIMUM_BYTES });
  } catch {
    throw new PdfReadError("a compressed stream cannot be unpacked");
  }
}

/** PNG predictors None, Sub and Up on one byte per sample (ISO 32000-2 §7.4.4.4). */
function undoPredictor(data: Buffer, columns: PdfValue): Buffer {
  if (typeof columns !== "number" || !Number.isInteger(columns) || columns < 1)
    throw new PdfReadError("predictor");
  const rows = Math.floor(data.length / (columns + 1));
  const out = Buffer.alloc(rows * columns);
  for (let row = 0; row < rows; row += 1) {
    const kind = data[row * (columns + 1)];
    if (kind !== 0 && kind !== 1 && kind !== 2) throw new PdfReadError(`predictor ${kind}`);
    for (let column = 0; column < columns; column += 1) {
      const at = row * columns + column;
      const above = kind === 2 && row > 0 ? (out[at - columns] ?? 0) : 0;
      const left = kind === 1 && column > 0 ? (out[at - 1] ?? 0) : 0;
      out[at] = (data[row * (columns + 1) + 1 + column] ?? 0) + above + left;
    }
  }
  return out;
}
