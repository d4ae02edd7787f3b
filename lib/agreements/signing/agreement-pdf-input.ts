import type { PaperForm } from "../paper-form";

/**
 * What one cell of the annex says about an office: it leads (CT), assists (PH), is informed (B), leads or
 * assists depending on the item (CT|PH), or has no part.
 */
export type AgreementPdfCell = "CT" | "PH" | "B" | "CT|PH" | "";

/** Everything that stands on the paper of an agreement, as plain data. The same input gives the same bytes. */
export type AgreementPdfInput = {
  form: PaperForm;
  /** A line each; none on the joint form. */
  recipients: readonly string[];
  /** As printed after "Số:", with its leading zero: "01". */
  number: string;
  /** As printed after the slash: "QCPH-VPTU-VPĐĐBQH&HĐND-VPUBND". */
  symbol: string;
  place: string;
  /** ISO day, e.g. 2026-11-24. */
  date: string;
  /** The kind of document: "Quy chế". Printed in capitals. */
  title: string;
  abstract: string;
  /** The lead office comes first; one signature block is drawn for each. */
  offices: readonly AgreementPdfOffice[];
  /** Legal bases and the sentence that opens the agreement, each a paragraph of the preamble. */
  bases: readonly string[];
  chapters: readonly AgreementPdfChapter[];
  matrix: AgreementPdfMatrix;
  /** Head of the tenant's audit chain, hexadecimal. */
  chainHead: string;
  /** Fingerprint of the tenant's root certificate, hexadecimal: what the signatures of this paper can be held against. */
  rootSha256?: string;
  templateMark?: string;
  /** A file of the demonstration says so on its last page. */
  demo: boolean;
  /** ISO instant; becomes the creation date of the file. */
  issuedAt: string;
};

/** `capacity`: one line for who holds the signing post, two where another signs in that one's place (NĐ 30/2020 art. 13). */
export type AgreementPdfOffice = {
  name: string;
  capacity: readonly string[];
  signerName: string;
  /** A party outside: its own signature comes by the portal, that of its organisation does not. */
  outside?: boolean;
};

/** Without a title its articles stand alone. */
export type AgreementPdfChapter = {
  ordinal: number;
  title: string;
  articles: readonly AgreementPdfArticle[];
};

/** Clauses are printed as given, with the number they carry ("1. …"). */
export type AgreementPdfArticle = { ordinal: number; heading: string; clauses: readonly string[] };

export type AgreementPdfMatrix = {
  offices: readonly { code: string }[];
  rows: readonly AgreementPdfDuty[];
};

/** `cells` has one entry per office of the matrix, in the same order. */
export type AgreementPdfDuty = {
  article: number;
  /** The heading of that article where the paper itself does not hold it. */
  heading?: string;
  clause: number | string;
  text: string;
  cells: readonly AgreementPdfCell[];
};
