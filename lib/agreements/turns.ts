import type { Turn } from "./types";

export const signingOrders = ["parallel", "in-order", "groups"] as const;
export type SigningOrder = (typeof signingOrders)[number];

/**
 * The turns of a round as chosen at its opening. Steps are counted anew from 1 without a gap, so that "2, 5, 5" reads "1, 2, 2".
 * Null where the chosen steps do not fit the order: a party without a step, two of one step in a row, groups that are none.
 */
export function turnsOf(
  order: SigningOrder,
  partyIds: readonly string[],
  steps: Readonly<Record<string, number>>,
): Turn[] | null {
  if (order === "parallel") return partyIds.map((partyId) => ({ partyId, step: 1 }));
  const chosen = partyIds.map((partyId) => steps[partyId]);
  const ranks = [...new Set(chosen)].filter((step) => step !== undefined).toSorted((a, b) => a - b);
  const turns = partyIds.map((partyId, index) => ({ partyId, step: ranks.indexOf(chosen[index] ?? 0) + 1 }));
  if (turns.some(({ step }) => step === 0)) return null;
  const fits = order === "in-order" ? ranks.length === partyIds.length : ranks.length > 1;
  return fits ? turns : null;
}

export function orderOf(turns: readonly Turn[]): SigningOrder {
  const steps = new Set(turns.map(({ step }) => step));
  if (steps.size <= 1) return "parallel";
  return steps.size === turns.length ? "in-order" : "groups";
}

/** Whose signatures a party still waits for before its own turn comes; nobody's once it has come. */
export function partiesBefore(
  turns: readonly Turn[],
  signedPartyIds: readonly string[],
  partyId: string,
): string[] {
  const mine = turns.find((turn) => turn.partyId === partyId);
  return turns
    .filter((turn) => mine && turn.step < mine.step && !signedPartyIds.includes(turn.partyId))
    .map((turn) => turn.partyId);
}
