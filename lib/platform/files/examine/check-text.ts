import { NotTaken } from "./problem";
import { type HeadLine, hasSecretMark } from "./secret-mark";

const headLength = 40;
const otherKinds =
  /^\s*(<(!doctype|html|script|svg|\?xml|\?php|body|iframe)|\{\\rtf|%!PS|%PDF-|MIME-Version:|#!)/i;
// Tab, line feed, form feed and return a text may have; other control characters it has not.
const control = /(?![\t\n\f\r])\p{Cc}/u;

function decode(bytes: Buffer): string {
  const mark = bytes.readUInt16BE(0);
  const encoding = mark === 0xfffe ? "utf-16le" : mark === 0xfeff ? "utf-16be" : "utf-8";
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    throw new NotTaken("notUnicode");
  }
}

function headOf(text: string, isTable: boolean): HeadLine[] {
  const lines = text.split(/\r\n?|\n/, headLength);
  if (!isTable) return lines.filter((line) => line.trim() !== "").map((line) => ({ text: line }));
  return lines.flatMap((line) => {
    const cells = line.split(/[;,\t]/).filter((cell) => cell.trim() !== "");
    return cells.map((cell) => ({ text: cell, cells: cells.length }));
  });
}

/** Text in Unicode that no browser would take for something else, without a mark of a secret. */
export function checkText(bytes: Buffer, isTable: boolean): void {
  const text = decode(bytes.length < 2 ? Buffer.concat([bytes, Buffer.from("\n")]) : bytes);
  if (control.test(text) || otherKinds.test(text)) throw new NotTaken("notWhatItSays");
  if (hasSecretMark(headOf(text, isTable))) throw new NotTaken("secretMark");
}
