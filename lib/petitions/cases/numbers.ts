import { type CaseStepKind, caseSteps } from "./types";

/** From so many people on a case is of many (TT 05/2021/TT-TTCP, art. 6), and is answered through representatives. */
export const manyPeople = 5;

/**
 * How many may speak for the senders: of 5 to 10 people one or two, of more at most five (Luật Tiếp công dân 2013, art. 29;
 * Nghị định 155/2026/NĐ-CP, art. 4). The database counts the same.
 */
export function mostRepresentatives(people: number): number {
  if (people < manyPeople) return 0;
  return people <= 10 ? 2 : 5;
}

type Step = { kind: CaseStepKind; onDay: string };

/** The step without which this one is not recorded; null for the first. */
export function stepBefore(kind: CaseStepKind): (typeof caseSteps)[number] | null {
  const at = kind === "persistent" ? caseSteps.length : caseSteps.indexOf(kind);
  return caseSteps[at - 1] ?? null;
}

/**
 * What is missing for a step on a day: the step before it, by then; for "dragged on" also a letter that came after the matter was
 * explained (Luật Tiếp công dân 2013, art. 9(3)). Null where nothing is.
 */
export function stepMissing(
  kind: CaseStepKind,
  onDay: string,
  steps: readonly Step[],
  letters: readonly { since: string }[],
): "stepBefore" | "noLetterAfter" | null {
  const before = stepBefore(kind);
  if (before === null) return null;
  const earlier = steps.filter((step) => step.kind === before && step.onDay <= onDay);
  if (earlier.length === 0) return "stepBefore";
  if (kind !== "persistent") return null;
  return earlier.some((step) => letters.some(({ since }) => since > step.onDay)) ? null : "noLetterAfter";
}
