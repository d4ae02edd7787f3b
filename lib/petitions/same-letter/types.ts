import type { Day } from "@/lib/platform/dates/days";
import type { PetitionState } from "../rule-table";

/** The state of a letter as the asker reads it; of one taken up whose verification was decided, that it is being verified. */
export type ToldState = Exclude<PetitionState, "none"> | "verifying";

/** On what an answer rests: what both say, who wrote, or both. */
export type SameWhy = "matter" | "petitioner" | "both";

/**
 * All an office is told of another office's letter. Of one that denounces, or may, only whom to ask (Luật Tố cáo 2018,
 * art. 8(3)): neither code, day nor state.
 */
export type SameLetterView =
  | {
      kind: "told";
      office: string;
      code: string;
      since: Day;
      state: ToldState;
      why: SameWhy;
    }
  | { kind: "contact"; office: string };

/** On the page of a letter: what looks the same, whether it came first, and what was said of the two. */
export type SameOnPage = {
  found: SameLetterView;
  earlier: boolean;
  /** `own`: said of this letter, and so undone here; otherwise of the other one, by the office that has it. */
  answer: { id: string; kind: "joined" | "apart"; reason: string; own: boolean } | null;
};

/** Another household's letter that says the same: perhaps one case, and which, if it is in one. */
export type OfCaseView = { kind: "case"; office: string; code: string; since: Day; caseCode: string | null };
