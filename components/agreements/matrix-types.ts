import type { OfficeMark } from "@/components/ui/office-label";
import type { WhyContent } from "@/components/ui/why";
import type { MatrixCell } from "@/lib/agreements/types";

export type MatrixOffice = OfficeMark & {
  id: string;
  /** The column of the acting office lies on a wash. */
  mine?: boolean | undefined;
};

/** `lead-or-assist`: the lead follows the item, and the office assists when it does not lead. */
export type MatrixPart = "lead" | "assist" | "informed" | "lead-or-assist" | "none";

export type MatrixDuty = {
  key: string;
  /** "4.1" */
  clause: string;
  href?: string | undefined;
  text: string;
  /** One for each office, in the order of the columns. */
  parts: readonly MatrixPart[];
  /** How the lead is settled, in words; left out when the agreement names it. */
  rule?: string | undefined;
  /** Why it cannot be written otherwise, when the law settles it. */
  why?: WhyContent | undefined;
};

export type MatrixArea = {
  key: string;
  /** The article: "4". */
  number: string;
  title: string;
  duties: readonly MatrixDuty[];
};

/** How a cell of an agreement's matrix is drawn. */
export const partOfCell: Readonly<Record<MatrixCell, MatrixPart>> = {
  CT: "lead",
  PH: "assist",
  B: "informed",
  "CT|PH": "lead-or-assist",
  "": "none",
};
