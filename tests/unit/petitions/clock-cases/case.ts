import type { ClockFacts, ClockLaw, ClockStep } from "@/lib/petitions/clocks/types";
import type { Day } from "@/lib/platform/dates/days";

/** One case reckoned by hand. `due` is the day, "stopped N" with so many days left, or why there is none. */
export type ClockCase = {
  says: string;
  /** The article the limit stands in. */
  article: string;
  step: ClockStep;
  startedOn: Day;
  facts?: ClockFacts;
  due: string;
  /** Where the case is about a switch, a day or a rule an administrator changed. */
  law?: (law: ClockLaw) => ClockLaw;
};
