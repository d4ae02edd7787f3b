import type { HeadLine } from "./secret-mark";
import { attributeOf, xmlTokens } from "./xml-text";

const headRows = 15;

/** Shared texts by their number (ISO/IEC 29500: SpreadsheetML), as far as the head of a sheet could need them. */
export function sharedTexts(xml: string, most = 5_000): string[] {
  const texts: string[] = [];
  let text = "";
  let reading = false;
  for (const token of xmlTokens(xml)) {
    if (token.kind === "text") text += reading ? token.text : "";
    else if (token.name === "t") reading = token.kind === "open" && !token.empty;
    else if (token.name === "si" && token.kind === "open") text = "";
    else if (token.name === "si") {
      texts.push(text);
      if (texts.length >= most) break;
    }
  }
  return texts;
}

/** The first rows of a sheet, a line a cell, and what is printed above and below it. */
export function xlsxHead(xml: string, shared: readonly string[]): HeadLine[] {
  const lines: HeadLine[] = [];
  let cells: string[] = [];
  let kind = "";
  let value = "";
  let reading = false;
  let printed = false;
  let rows = 0;
  for (const token of xmlTokens(xml)) {
    if (token.kind === "text") {
      // "&C&\"Arial\"&12MẬT": places, fonts and sizes of what is printed at the edge of the page.
      if (printed) {
        for (const piece of token.text.split(/&[LCR]/)) {
          const text = piece.replace(/&"[^"]*"|&\d+|&[A-Z]/g, "");
          if (text.trim() !== "") lines.push({ text });
        }
      } else if (reading) value += token.text;
      continue;
    }
    const opens = token.kind === "open" && !token.empty;
    if (/^(odd|even|first)(Header|Footer)$/.test(token.name)) printed = opens;
    else if (token.name === "c" && opens) {
      kind = attributeOf(token.attributes, "t") ?? "";
      value = "";
    } else if (token.name === "v" || token.name === "t") reading = opens && rows < headRows;
    else if (token.name === "c" && value !== "") {
      cells.push(kind === "s" ? (shared[Number(value)] ?? "") : value);
      value = "";
    } else if (token.name === "row" && token.kind === "close") {
      rows += 1;
      for (const text of cells) lines.push({ text, cells: cells.length });
      cells = [];
    }
  }
  return lines;
}
