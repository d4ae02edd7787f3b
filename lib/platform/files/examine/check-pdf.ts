import "server-only";
import { NotTaken } from "./problem";
import { readPdf } from "./read-pdf";
import { endOfZip } from "./read-zip";
import { hasSecretMark, isSecretProperty } from "./secret-mark";

/** A PDF from its first byte to its end mark (ISO 32000-2), with nothing in it that runs. Answers whether it holds text. */
export async function checkPdf(bytes: Buffer): Promise<boolean> {
  if (!/^%PDF-[12]\.\d/.test(bytes.toString("latin1", 0, 9))) throw new NotTaken("notWhatItSays");
  const tail = bytes.toString("latin1", Math.max(0, bytes.length - 2_048));
  const end = tail.lastIndexOf("%%EOF");
  if (end < 0) throw new NotTaken("broken");
  if (!/^[\s\0]*$/.test(tail.slice(end + 5)) || endOfZip(bytes) >= 0) throw new NotTaken("foreignData");
  if (/<(!doctype|html|script|\?php)/i.test(bytes.toString("latin1", 0, 1_024)))
    throw new NotTaken("foreignData");
  const { lines, values, read } = await readPdf(bytes);
  if (hasSecretMark(lines) || values.some(isSecretProperty)) throw new NotTaken("secretMark");
  return read;
}
