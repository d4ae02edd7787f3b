import type { AgreementState } from "./rule-table";
import type { Silence } from "./template/types";

export type VersionState = Exclude<AgreementState, "none">;

/** What a version says it is today: the stored state, and for a signed one what follows from its dates. */
export type StandingState = Exclude<VersionState, "signed"> | "not-yet-in-force" | "in-force" | "expired";

export type OfficeRef = { id: string; code: string; name: string; tint: number };

export type LeadRule =
  | { kind: "fixed"; officeId: string }
  | { kind: "office-serving" }
  | { kind: "host-of" }
  | { kind: "by-table"; rows: readonly { subjectKey: string; label: string; officeId: string; basis: string }[] };

export type DutyPart = "assist" | "informed";

export type Duty = {
  id: string;
  dutyKey: string;
  areaKey: string;
  ordinal: number;
  /** Ordinal of its article and of its clause in it: 4 and 1 for "4.1". */
  article: number;
  clause: number;
  text: string;
  shortText: string;
  leadRule: LeadRule;
  basis: string | null;
  fixedByLaw: boolean;
  noticeDays: number | null;
  paperDays: number | null;
  opinionDays: number;
  silence: Silence;
  offices: readonly { officeId: string; part: DutyPart; responsiblePostId: string | null }[];
};

export type Article = {
  articleKey: string;
  ordinal: number;
  chapterOrdinal: number;
  chapterTitle: string;
  heading: string;
  clauses: readonly string[];
};

export type Area = { areaKey: string; ordinal: number; title: string; article: number };

export type Party = {
  id: string;
  ordinal: number;
  office: OfficeRef;
  signingPostId: string;
  signingPostTitle: string;
  /** Who holds the signing post today; null when it is vacant. */
  signer: { personId: string; name: string; accountId: string | null } | null;
};

/** Everything that is signed, as one reads it. */
export type AgreementContent = {
  articles: readonly Article[];
  areas: readonly Area[];
  duties: readonly Duty[];
};
