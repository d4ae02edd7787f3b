import { type Day, dayAt, parseTypedDay } from "@/lib/platform/dates/days";
import { parseSlot } from "@/lib/platform/dates/slots";
import { instantOf, parseTypedTime } from "@/lib/platform/dates/times";
import type { Occurrence } from "./series";

type Move = { of: Day; to: string; day: string; from: string; until: string };

type Span = { startsAt: Date; endsAt: Date };

/** Where a clashing day goes: null where it is left out; a fault names the field and what is wrong with it. */
function readMove({ of, to, ...typed }: Move): Span | null | { field: string; key: string } {
  if (to === "skip") return null;
  if (to !== "own") return parseSlot(to) ?? { field: "to", key: "chooseOne" };
  const day = typed.day.trim() === "" ? of : parseTypedDay(typed.day, dayAt(new Date()));
  const [from, until] = [parseTypedTime(typed.from), parseTypedTime(typed.until)];
  if (!day) return { field: "day", key: "dayUnknown" };
  if (!from) return { field: "from", key: typed.from.trim() ? "timeUnknown" : "timeMissing" };
  if (!until) return { field: "until", key: typed.until.trim() ? "timeUnknown" : "timeMissing" };
  const span = { startsAt: instantOf(day, from), endsAt: instantOf(day, until) };
  return span.endsAt > span.startsAt ? span : { field: "until", key: "endsBeforeItStarts" };
}

/**
 * The days of a series as the clerk answered to the list of clashing ones: those left out, or each where it was moved to.
 * What could not be read stays where it was, with its fault.
 */
export function answered(
  occurrences: readonly Occurrence[],
  { answer, seen, moves }: { answer: "rest" | "move" | ""; seen: readonly Day[]; moves: readonly Move[] },
): { wanted: Occurrence[]; faults: Record<string, string[]> } {
  const faults: Record<string, string[]> = {};
  if (answer === "rest") return { wanted: occurrences.filter(({ of }) => !seen.includes(of)), faults };
  // Who picked where one of them goes has said that they are moved.
  if (answer === "" && moves.every(({ to }) => to === "")) return { wanted: [...occurrences], faults };
  const wanted = occurrences.flatMap((occurrence) => {
    const nth = moves.findIndex(({ of }) => of === occurrence.of);
    const move = moves[nth];
    if (!move) return [occurrence];
    const to = readMove(move);
    if (to === null) return [];
    if ("startsAt" in to) return [{ of: occurrence.of, ...to }];
    faults[`moves[${nth}].${to.field}`] = [to.key];
    return [occurrence];
  });
  return { wanted, faults };
}
