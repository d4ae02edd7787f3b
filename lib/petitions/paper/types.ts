import type { Day } from "@/lib/platform/dates/days";
import type { PaperKind } from "./forms";
import type { OfficialPaper } from "./official-paper";

/** A paper that left: its line in the register. Its text opens to who handles the letter. */
export type PaperView = {
  id: string;
  kind: PaperKind;
  number: string;
  issuedOn: Day;
  signer: string;
  /** When it was signed, outside of the portal; null of papers from before that was asked. */
  signedOn: Day | null;
  office: string;
  /** Why it took the place of another; "" where it did not. */
  reason: string;
  replaces: string | null;
  corrects: string | null;
  replacedBy: string | null;
  correctedBy: readonly string[];
  /** Whether the acting person may open it, replace or correct it now. */
  mayOpen: boolean;
  mayReplace: boolean;
};

/** A paper that is about to be written: as it will be, and what it is looked at for. */
export type PaperAdvice = { stage: "preview" | "confirm"; paper: OfficialPaper; signer: string; today: Day };

export type PaperSigner = { postId: string; label: string };
