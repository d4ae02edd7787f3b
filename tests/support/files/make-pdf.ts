import type { Content } from "pdfmake/interfaces.js";
import { typesetPdf } from "@/lib/platform/documents/typeset-pdf";

/** A PDF as an office's program prints it, in the letters of Times New Roman. */
export async function makePdf(content: Content, info: Record<string, string> = {}): Promise<Uint8Array> {
  return typesetPdf({
    content,
    info,
    defaultStyle: { font: "Tinos", fontSize: 13 },
    pageMargins: [85, 57, 57, 57],
  });
}
