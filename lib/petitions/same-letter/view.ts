import type { Day } from "@/lib/platform/dates/days";
import type { StoredPetitionState } from "../types";
import type { Why } from "./compare";

/**
 * All an office is told of another office's letter. Of one that denounces, or may, only whom to ask (Luật Tố cáo 2018,
 * art. 8(3)): neither code, day nor state.
 */
export type SameLetterView =
  | { kind: "told"; office: string; code: string; since: Day; state: StoredPetitionState; why: Why }
  | { kind: "contact"; office: string };

type Found = {
  officeCode: string;
  sealed: boolean;
  code: string | null;
  since: Day | null;
  state: string | null;
  why: string;
};

export function sameLetterView({ officeCode, sealed, code, since, state, why }: Found): SameLetterView {
  if (sealed || code === null || since === null || state === null)
    return { kind: "contact", office: officeCode };
  return {
    kind: "told",
    office: officeCode,
    code,
    since,
    state: state as StoredPetitionState,
    why: why as Why,
  };
}

/** On the page of a letter: what looks the same, whether it came first, and what was said of the two. */
export type SameOnPage = {
  found: SameLetterView;
  earlier: boolean;
  /** `own`: said of this letter, and so undone here; otherwise of the other one, by the office that has it. */
  answer: { id: string; kind: "joined" | "apart"; reason: string; own: boolean } | null;
};
