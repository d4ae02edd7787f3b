import type { Day } from "@/lib/platform/dates/days";

export type KeptRow = {
  id: string;
  subjectKey: string;
  label: string;
  officeId: string;
  officeCode: string;
  basis: string;
  validFrom: Day;
  validUntil: Day | null;
  keptBy: string | null;
  /** Holds today, will hold, did hold, or was taken back before it did. */
  standing: "holds" | "to-come" | "over" | "withdrawn";
};

export type SignedRow = { key: string; label: string; officeId: string; officeCode: string; basis: string };

/** One subject with where it leads today, and why. */
export type SubjectLine = {
  key: string;
  label: string;
  /** Null where no row holds today. */
  today: { officeCode: string; basis: string; by: "agreement" | "kept" } | null;
  signed: SignedRow | null;
  rows: readonly KeptRow[];
};

export type CompetenceView = {
  today: Day;
  /** The agreement whose table is read; null where none is in force. */
  paper: string | null;
  subjects: readonly SubjectLine[];
  offices: readonly { id: string; name: string }[];
  /** Subjects a row may be kept for, beside a new one. */
  choices: readonly { key: string; label: string }[];
  /** Rows there are, for who saved before somebody else. */
  count: number;
  mayKeep: boolean;
};
