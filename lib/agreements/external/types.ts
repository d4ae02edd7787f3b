import type { Day } from "@/lib/platform/dates/days";

export const linkPurposes = ["consent", "sign"] as const;
export type LinkPurpose = (typeof linkPurposes)[number];

/** How many days a link to a party outside opens. */
export const linkDays = [7, 30, 90] as const;

export const externalAnswers = ["consented", "refused"] as const;
export type ExternalAnswer = (typeof externalAnswers)[number];

/** Whether the party itself said or signed it by its link, or its representing office entered it. */
export type ExternalVia = "link" | "office";

/** An organisation outside the portal that is a party, as it is read. */
export type ExternalParty = {
  id: string;
  /** Its place among the signers on the paper, after the parties of the portal. */
  place: number;
  bodyId: string;
  name: string;
  signingTitle: string;
  signerName: string;
  /** Where another was named to sign than with the party: who it was then, why, and when. */
  renamed: { before: string; reason: string; at: Date } | null;
  /** Who represents it in the portal. */
  office: { id: string; code: string; name: string; tint: number };
};

export type ExternalStanding = ExternalParty & {
  /** What it said last; current where it was said of the text that stands. */
  answer: { answer: ExternalAnswer; words: string; at: Date; via: ExternalVia; current: boolean } | null;
  signature: { at: Date; via: ExternalVia } | null;
  /** It declined to sign, by its link: the round stopped with that. */
  decline: { at: Date; reason: string } | null;
  link: { id: string; purpose: LinkPurpose; expiresAt: Date; open: boolean; used: boolean } | null;
  /** Certificates of the body that can sign today. */
  certificates: readonly { subject: string; notAfter: Date }[];
  /** Until when its office, which held its turn in vain, leaves the round to others; null where it need not. */
  turnRests: Date | null;
};

/** A text as a party outside reads it. */
export type PartyLink = {
  purpose: LinkPurpose;
  expiresAt: string;
  party: string;
  signingTitle: string;
  signerName: string;
  office: string;
  title: string;
  number: number;
  abstract: string;
  bases: readonly string[];
  plannedFrom: Day | null;
  plannedUntil: Day | null;
  contentHash: string;
  words: { articles: readonly PartyArticle[]; duties: readonly PartyDuty[] };
  offices: readonly { id: string; code: string; name: string }[];
  outside: readonly string[];
  round: {
    number: number;
    symbol: string;
    certificates: number;
    turnUntil: string | null;
    takenUntil: string | null;
    /** Why nobody signs it any more: its own last day is over, or what it amends has run out or is to end. */
    over: "term-over" | "amends" | null;
  } | null;
};

/** A row of the matrix in words: "VPTU CT, VP UBND PH". */
type PartyDuty = { dutyKey: string; article: number; clause: number; shortText: string; parts: string };

type PartyArticle = {
  articleKey: string;
  ordinal: number;
  chapterOrdinal: number;
  chapterTitle: string;
  heading: string;
  clauses: readonly string[];
};

/** What the page of a link says was done a moment ago. */
export const partyDone = ["consented", "refused", "turn", "givenBack", "signed", "declined"] as const;
export type PartyDone = (typeof partyDone)[number];

/** What was typed and what is wrong with it, or why nothing came of it. */
export type PartyForm = { act: string; words: string; errors: Readonly<Record<string, string>> };

/** The page a link opens. Null before a secret was given, and for one that opens nothing. */
export type PartyPageView = {
  tenant: string;
  tenantName: string;
  demo: boolean;
  link: PartyLink | null;
  missed: boolean;
  done: PartyDone | null;
  form: PartyForm | null;
};
