import type { Day } from "@/lib/platform/dates/days";
import type { PaperKind } from "./forms";

/** A paper that left: its line in the register. Its text opens to who handles the letter. */
export type PaperView = {
  id: string;
  kind: PaperKind;
  number: string;
  issuedOn: Day;
  signer: string;
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

export type PaperSigner = { postId: string; label: string };
