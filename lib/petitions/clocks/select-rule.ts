import type { Day } from "@/lib/platform/dates/days";
import type { ClockFacts, ClockRule, ClockStep, RuleConditions } from "./types";

/** The facts a rule may ask about, with what holds when nothing is on record. */
export function conditionsOf(facts: ClockFacts): Required<RuleConditions> {
  return {
    level: facts.level ?? 1,
    remote: facts.remote ?? false,
    complex: countCriteria(facts) > 0,
    dismissal: facts.dismissal ?? false,
    severalPlaces: facts.severalPlaces ?? false,
  };
}

export function countCriteria(facts: ClockFacts): number {
  return new Set(facts.criteria ?? []).size;
}

function holds(rule: ClockRule, step: ClockStep, startedOn: Day, known: Required<RuleConditions>): boolean {
  if (rule.step !== step || startedOn < rule.validFrom) return false;
  if (rule.validUntil !== null && startedOn > rule.validUntil) return false;
  return namesOf(rule).every((name) => rule.when[name] === known[name]);
}

export function namesOf(rule: ClockRule): (keyof RuleConditions)[] {
  return (["level", "remote", "complex", "dismissal", "severalPlaces"] as const).filter(
    (name) => rule.when[name] !== undefined,
  );
}

/**
 * The rule in force on the day of the start event: a limit keeps the law under which it began (DOMAIN 1.7). Where two hold,
 * which a table should not have, the more particular one, then the later one.
 */
export function selectRule(
  rules: readonly ClockRule[],
  step: ClockStep,
  startedOn: Day,
  facts: ClockFacts,
): ClockRule | null {
  const known = conditionsOf(facts);
  const [best] = rules
    .filter((rule) => holds(rule, step, startedOn, known))
    .sort(
      (a, b) =>
        namesOf(b).length - namesOf(a).length ||
        b.validFrom.localeCompare(a.validFrom) ||
        b.version - a.version ||
        a.key.localeCompare(b.key),
    );
  return best ?? null;
}
