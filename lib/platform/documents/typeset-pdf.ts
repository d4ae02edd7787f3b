import pdfmake from "pdfmake";
import type { TDocumentDefinitions } from "pdfmake/interfaces.js";
import type { DocumentFonts } from "./document-fonts";
import { sharedFace, shareFonts } from "./shared-fonts";

// Its types leave out where it looks for a font by name.
const { virtualfs } = pdfmake as unknown as {
  virtualfs: { writeFileSync: (name: string, bytes: Uint8Array) => void };
};
const faces: readonly (keyof DocumentFonts)[] = ["normal", "bold", "italics", "bolditalics"];

/** Sets a paper in Tinos (Times metrics) and gives its bytes, which depend on the definition alone. Reads no file and no address. */
export async function typesetPdf(definition: TDocumentDefinitions): Promise<Uint8Array> {
  shareFonts();
  for (const face of faces) virtualfs.writeFileSync(face, sharedFace(face));
  pdfmake.setFonts({
    Tinos: { normal: "normal", bold: "bold", italics: "italics", bolditalics: "bolditalics" },
  });
  pdfmake.setUrlAccessPolicy(() => false);
  pdfmake.setLocalAccessPolicy(() => false);
  return new Uint8Array(await pdfmake.createPdf(definition).getBuffer());
}
