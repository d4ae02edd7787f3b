import { type Day, dayAt } from "@/lib/platform/dates/days";
import { DomainError } from "@/lib/platform/errors/domain-error";

/** Nobody can be asked to have done something yesterday. Today is the day in Viet Nam. */
export function refusePastDay(dueOn: Day | null, now: Date): void {
  if (dueOn === null || dueOn >= dayAt(now)) return;
  throw new DomainError("invalid", "invalid", { fields: { dueOn: ["dayPast"] } });
}
