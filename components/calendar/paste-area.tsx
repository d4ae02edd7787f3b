"use client";

import { type ClipboardEvent, useId } from "react";
import type { FieldProps } from "@/components/forms/field-frame";
import { TextArea } from "@/components/forms/text-area";

function quoted(text: string): string {
  return /["\t\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** A table of the clipboard as tab separated text; a cell of several lines stays one cell. */
function tableText(html: string): string | null {
  const rows = [...new DOMParser().parseFromString(html, "text/html").querySelectorAll("table tr")];
  if (rows.length === 0) return null;
  const cellText = (cell: Element) => {
    const lines = cell.querySelectorAll("p, div, li");
    const parts =
      lines.length > 0 ? [...lines].map((line) => line.textContent ?? "") : [cell.textContent ?? ""];
    return parts
      .map((part) => part.replaceAll(/\s+/g, " ").trim())
      .filter((part) => part !== "")
      .join("\n");
  };
  return rows
    .map((row) => [...row.querySelectorAll("td, th")].map((cell) => quoted(cellText(cell))).join("\t"))
    .join("\n");
}

/**
 * Where rows are pasted. A table that Word or Excel puts on the clipboard is taken with its cells; without script the plain
 * text of the clipboard is, which Excel and most of Word part by tabs as well.
 */
export function PasteArea(props: FieldProps) {
  const id = useId();
  const paste = (event: ClipboardEvent<HTMLDivElement>) => {
    const text = tableText(event.clipboardData.getData("text/html"));
    if (text === null || !(event.target instanceof HTMLTextAreaElement)) return;
    event.preventDefault();
    const { target } = event;
    target.setRangeText(text, target.selectionStart, target.selectionEnd, "end");
    target.dispatchEvent(new Event("input", { bubbles: true }));
  };
  return (
    <div id={id} onPaste={paste}>
      <TextArea {...props} rows={10} maxLength={200_000} />
    </div>
  );
}
