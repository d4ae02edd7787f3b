import type { HeadLine } from "./secret-mark";
import { attributeOf, xmlTokens } from "./xml-text";

type Paragraph = { text: string; capitals: boolean; legacyCapitals: boolean };

/** Paragraphs of the head of a Word file, also those in tables and text boxes. */
const headLength = 30;

/** The first lines of a part of a Word file (ISO/IEC 29500: WordprocessingML), as they are seen: capitals by format too. */
export function docxHead(xml: string): HeadLine[] {
  const lines: HeadLine[] = [];
  const open: Paragraph[] = [];
  const rows: { cells: number; first: number }[] = [];
  let reading = false;
  const finish = (paragraph: Paragraph) => {
    for (const text of paragraph.text.split("\n")) if (text.trim() !== "") lines.push({ text });
  };
  for (const token of xmlTokens(xml)) {
    const paragraph = open.at(-1);
    if (token.kind === "text") {
      if (reading && paragraph) {
        const shown = paragraph.capitals || paragraph.legacyCapitals;
        paragraph.text += shown ? token.text.toLocaleUpperCase("vi") : token.text;
      }
      continue;
    }
    const { kind, name, attributes, empty } = token;
    if (name === "t") reading = kind === "open" && !empty;
    else if (name === "p" && kind === "open" && !empty)
      open.push({ text: "", capitals: false, legacyCapitals: false });
    else if (name === "p" && kind === "close") {
      const done = open.pop();
      if (done) finish(done);
      // A table is read to the end of its row, or it would not be known how wide it is.
      if (lines.length >= headLength && rows.length === 0) break;
    } else if (name === "r" && kind === "open" && paragraph) {
      paragraph.capitals = false;
      paragraph.legacyCapitals = false;
    } else if ((name === "caps" || name === "smallCaps") && kind === "open" && paragraph) {
      paragraph.capitals = !/^(0|false|off)$/.test(attributeOf(attributes, "val") ?? "1");
    } else if (name === "rFonts" && paragraph) {
      paragraph.legacyCapitals = /\.Vn\w*H\b/.test(attributes);
    } else if (name === "br" && paragraph) paragraph.text += "\n";
    else if (name === "tab" && kind === "open" && !reading && paragraph) paragraph.text += "\t";
    else if (name === "tr" && kind === "open") rows.push({ cells: 0, first: lines.length });
    else if (name === "tc" && kind === "open") {
      const row = rows.at(-1);
      if (row) row.cells += 1;
    } else if (name === "tr" && kind === "close") {
      const row = rows.pop();
      if (row) for (const line of lines.slice(row.first)) line.cells = Math.max(line.cells ?? 1, row.cells);
    }
  }
  return lines;
}
