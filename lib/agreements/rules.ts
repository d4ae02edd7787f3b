import { type Day, plusDays } from "@/lib/platform/dates/days";
import type { PaperForm } from "./paper-form";
import type { AgreementAct } from "./rule-table";
import type { StandingState, VersionState } from "./types";

/** Wrong passphrases in a row after which a key of the portal opens no more. */
export const triesBeforeLock = 5;

/** Which act leads from which state to which. An act that is not here leaves the state as it is. */
export const transitions: Readonly<
  Partial<Record<AgreementAct, Partial<Record<VersionState, VersionState>>>>
> = {
  send: { draft: "negotiating" },
  openRound: { negotiating: "awaiting-signatures" },
  declineToSign: { "awaiting-signatures": "declined" },
  withdraw: { draft: "withdrawn", negotiating: "withdrawn", "awaiting-signatures": "withdrawn" },
};

export function nextState(act: AgreementAct, state: VersionState): VersionState {
  return transitions[act]?.[state] ?? state;
}

/** After a signature: signed when it was the last one. */
export function stateAfterSignature(signatures: number, parties: number): VersionState {
  return signatures === parties ? "signed" : "awaiting-signatures";
}

/** In force, expired: never stored, they follow from the dates. `effectiveUntil` is the first day after. */
export function standingState(
  version: { state: VersionState; effectiveFrom: Day | null; effectiveUntil: Day | null },
  today: Day,
): StandingState {
  if (version.state !== "signed") return version.state;
  if (version.effectiveFrom === null || version.effectiveFrom > today) return "not-yet-in-force";
  if (version.effectiveUntil !== null && version.effectiveUntil <= today) return "expired";
  return "in-force";
}

/** In force from the planned day, or from the day of the last signature where that is later (article 15 clause 1). */
export function effectiveFrom(plannedFrom: Day | null, lastSignedOn: Day): Day {
  return plannedFrom !== null && plannedFrom > lastSignedOn ? plannedFrom : lastSignedOn;
}

/** Signed this day, the text would never be in force: its last day is over. `plannedUntil` is the first day after. */
export function isTermOver(
  { plannedFrom, plannedUntil }: { plannedFrom: Day | null; plannedUntil: Day | null },
  today: Day,
): boolean {
  return plannedUntil !== null && plannedUntil <= effectiveFrom(plannedFrom, today);
}

/** The number on the paper: 01/QCPH-VPTU-VPĐĐBQH&HĐND-VPUBND (NĐ 30/2020 art. 15: from 01 each year). */
export function documentNumber(number: number | string, symbol: string): string {
  const digits = String(number).padStart(2, "0");
  return symbol.startsWith(partyType) ? `${digits}-${symbol}` : `${digits}/${symbol}`;
}

/** Where no number is taken yet its place stays open, as a draft on paper has it: "......-QC/VPTU-VPUBND". */
export function openNumber(symbol: string): string {
  return documentNumber("......", symbol);
}

/** The Party parts number and type by a hyphen, type and offices by a stroke: "01-QC/VPTU-VPUBND" (36-HD/VPTW). */
const partyType = "QC/";

/** What follows the number: its type, QC in the official forms (NĐ 30/2020, Phụ lục III), and the offices, lead first. */
export function documentSymbol(form: PaperForm, officeSymbols: readonly string[]): string {
  if (form === "party") return `${partyType}${officeSymbols.join("-")}`;
  return [form === "state" ? "QC" : "QCPH", ...officeSymbols].join("-");
}

/** A day as papers write it. */
export function dayInWords(day: Day): string {
  return `ngày ${day.slice(8, 10)} tháng ${day.slice(5, 7)} năm ${day.slice(0, 4)}`;
}

/**
 * The sentence that prints the agreed dates as the last clause of the article on effect; null when the text's own rule
 * (from signing, open-ended) says it all. Without it people would sign a paper that does not name its term.
 */
export function termClause(plannedFrom: Day | null, plannedUntil: Day | null): string | null {
  const last = plannedUntil === null ? null : dayInWords(plusDays(plannedUntil, -1));
  if (plannedFrom !== null && last !== null) {
    return `Quy chế này ghi thời hạn từ ${dayInWords(plannedFrom)} đến hết ${last}.`;
  }
  if (plannedFrom !== null) return `Quy chế này ghi ngày có hiệu lực là ${dayInWords(plannedFrom)}.`;
  return last === null ? null : `Quy chế này có hiệu lực đến hết ${last}.`;
}

/** The article that the term clause closes. */
export const effectArticleKey = "effect";

/**
 * From when to when the same text goes on. It begins where the signed term ends, so that no day is without rules and none is
 * under two; after that end it begins with the signatures. `until` is the first day after; null: open-ended. What does not go
 * beyond the signed term renews nothing.
 */
export function renewedTerm(
  signed: { effectiveUntil: Day },
  until: Day | null,
  today: Day,
): { from: Day | null; until: Day | null } | "notBeyond" | "past" {
  if (until !== null && until <= today) return "past";
  if (until !== null && until <= signed.effectiveUntil) return "notBeyond";
  return { from: signed.effectiveUntil > today ? signed.effectiveUntil : null, until };
}
