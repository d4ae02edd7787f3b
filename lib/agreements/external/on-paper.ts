import type { AgreementPdfOffice } from "../signing/agreement-pdf-input";
import type { ExternalParty } from "./types";

/** A party outside among those whose names and blocks stand on the paper. */
export function onPaper({ name, signingTitle, signerName }: ExternalParty): AgreementPdfOffice {
  return { name, capacity: [signingTitle], signerName, outside: true };
}
