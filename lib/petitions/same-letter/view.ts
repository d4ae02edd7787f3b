import type { Day } from "@/lib/platform/dates/days";
import type { SameLetterView, SameWhy, ToldState } from "./types";

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
    state: state as ToldState,
    why: why as SameWhy,
  };
}
