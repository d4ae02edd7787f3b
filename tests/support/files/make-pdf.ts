import pdfmake from "pdfmake";
import type { Content } from "pdfmake/interfaces.js";
import { findDocumentFonts } from "@/lib/platform/documents/document-fonts";

/** A PDF as an office's program prints it, in the letters of Times New Roman. */
export async function makePdf(content: Content, info: Record<string, string> = {}): Promise<Uint8Array> {
  const fonts = findDocumentFonts();
  const allowed = new Set<string>(Object.values(fonts));
  pdfmake.setFonts({ Tinos: { ...fonts } });
  pdfmake.setUrlAccessPolicy(() => false);
  pdfmake.setLocalAccessPolicy((path) => allowed.has(path));
  const bytes = await pdfmake
    .createPdf({
      content,
      info,
      defaultStyle: { font: "Tinos", fontSize: 13 },
      pageMargins: [85, 57, 57, 57],
    })
    .getBuffer();
  return new Uint8Array(bytes);
}
