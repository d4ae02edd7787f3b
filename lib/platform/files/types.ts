import type { Day } from "@/lib/platform/dates/days";

/** Why a file is not taken: keys under `files.problems` in the message files. */
export type FileProblem =
  | "empty"
  | "tooBig"
  | "tooMany"
  | "kindNotTaken"
  | "notWhatItSays"
  | "encrypted"
  | "oldOffice"
  | "macros"
  | "nested"
  | "bomb"
  | "foreignData"
  | "activeContent"
  | "broken"
  | "notUnicode"
  | "tooComplex"
  | "secretMark"
  | "infected"
  | "scannerAway";

/** A kept file as pages list it. */
export type FileView = {
  id: string;
  officeId: string | null;
  name: string;
  type: string;
  size: number;
  sha256: string;
  /** Whether text was read; where not, only the sender's word says that nothing secret is in it. */
  textRead: boolean;
  on: Day;
};
