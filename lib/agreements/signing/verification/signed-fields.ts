import type { PdfRevision } from "../pdf-reader/pdf-file";
import { isArray, isDictionary, isName, isReference, type PdfValue, textOf } from "../pdf-reader/pdf-values";
import type { NewSignatureField } from "./compare-forms";

const deepest = 20;

/** Every field of the form that holds a signature, however it came there. */
export function signedFields(revision: PdfRevision): NewSignatureField[] {
  const found: NewSignatureField[] = [];
  const seen = new Set<number>();
  const visit = (reference: PdfValue, inherited: PdfValue, parent: string, depth: number) => {
    if (depth > deepest || !isReference(reference) || seen.has(reference.number)) return;
    seen.add(reference.number);
    const field = revision.get(reference);
    if (!isDictionary(field)) return;
    const type = revision.get(field.get("FT")) ?? inherited;
    const name = [parent, textOf(revision.get(field.get("T")))].filter((part) => part !== "").join(".");
    const value = field.get("V");
    const signature = revision.get(value);
    if (isName(type, "Sig") && isDictionary(signature)) {
      // A signature that stands in its field has no number of its own.
      const signatureNumber = isReference(value) ? value.number : reference.number;
      found.push({ name, signatureNumber, signature });
    }
    const kids = revision.get(field.get("Kids"));
    if (isArray(kids)) for (const kid of kids) visit(kid, type, name, depth + 1);
  };
  const catalogue = revision.get(revision.trailer.get("Root"));
  const form = isDictionary(catalogue) ? revision.get(catalogue.get("AcroForm")) : null;
  const fields = isDictionary(form) ? revision.get(form.get("Fields")) : null;
  if (isArray(fields)) for (const field of fields) visit(field, null, "", 0);
  return found;
}
