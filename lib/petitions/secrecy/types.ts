import type { Day } from "@/lib/platform/dates/days";
import type { FileView } from "@/lib/platform/files/types";
import type { FormState } from "@/lib/platform/forms/form-state";
import type { Petitioner } from "../identity/person";

/** What a look shows, once, in the answer to its own sending. */
export type OpenedView = { people: readonly Petitioner[]; content: string };

/** The scans of a letter, how often it was opened, and what of both the acting person may. */
export type SecrecyView = {
  scans: readonly FileView[];
  /** Those the acting office put there and may take back. */
  ownScans: readonly string[];
  /** How often people of the acting office opened what is sealed. */
  lookCount: number;
  mayLook: boolean;
  mayReadScans: boolean;
  mayAttach: boolean;
  fileLimits: { megabytes: number; files: number };
  /** A form with files that came back a moment ago. */
  returned: { form: string; state: FormState } | null;
};

/** Who opened a sealed letter, when and why. */
export type LookLine = {
  id: string;
  at: Date;
  personName: string | null;
  petitionId: string;
  /** Null where the office reads the letter no more. */
  code: string | null;
  what: "identity" | "scan" | "unsealed";
  reason: string;
};

export type LooksView = { lines: readonly LookLine[]; next: string | null };

/** What one person asked over all offices on one day, in one way. */
export type LookUpLine = {
  day: Day;
  source: "typing" | "taking" | "import";
  /** Null for what came by the command line. */
  personName: string | null;
  /** Who answers for a register that was brought in so. */
  inChargeName: string | null;
  times: number;
  letters: number;
  answers: number;
  lastAt: Date;
};

export type LookUpsView = {
  from: Day;
  until: Day;
  lines: readonly LookUpLine[];
  review: { until: Date; personName: string | null; note: string } | null;
  /** The moment a review may reach; null where nothing is to be reviewed. */
  reviewable: Date | null;
  /** The last day of the page before; null where nothing is older. */
  older: Day | null;
  newer: Day | null;
};
