import type { ClockFacts, ClockRule, StoppedTime, WhyStep } from "./types";
import { numberOf } from "./working-calendar";

export type Stop = { time: StoppedTime; from: number; until: number };

/**
 * The stopped times a rule knows, by day. A decision taken before the law knew suspension stops nothing; one taken after it
 * does, also in a case accepted before (NĐ 155/2026 Điều 22, NĐ 156/2026 Điều 10).
 */
export function stopsOf(rule: ClockRule, facts: ClockFacts): { stops: Stop[]; without: StoppedTime[] } {
  const stops: Stop[] = [];
  const without: StoppedTime[] = [];
  for (const time of facts.stopped ?? []) {
    const [from, until] = [
      numberOf(time.from),
      time.until === null ? Number.POSITIVE_INFINITY : numberOf(time.until),
    ];
    if (until < from) throw new RangeError("a time ends before it begins");
    if (rule.stopsFrom === null || time.from < rule.stopsFrom) without.push(time);
    else stops.push({ time, from, until });
  }
  return { stops: stops.sort((a, b) => a.from - b.from), without };
}

/** Whether a day is in one of them, and if so the first day that counts again. */
export function endOfStop(stops: readonly Stop[], number: number): number | null {
  let end: number | null = null;
  for (const stop of stops) {
    const day = end ?? number;
    if (stop.from <= day && day < stop.until) end = stop.until;
  }
  return end;
}

/** Which of them stopped this limit, and which came when it was over. */
export function sayStops(stops: readonly Stop[], start: number, due: number): WhyStep[] {
  return stops
    .filter((stop) => stop.until > Math.max(start + 1, stop.from))
    .map(({ time, from }) =>
      from > due ? { kind: "not-stopped", from: time.from, because: "over" } : { kind: "stopped", ...time },
    );
}
