import { conditionsOf, countCriteria, namesOf, selectRule } from "./select-rule";
import { endOfStop, type Stop, sayStops, stopsOf } from "./stopped-days";
import type { ClockFact, ClockFacts, ClockInput, ClockLaw, ClockResult, ClockRule, WhyStep } from "./types";
import { dayOf, numberOf, type WorkingCalendar, weekdayOf, workingCalendar } from "./working-calendar";

type Context = { rule: ClockRule; calendar: WorkingCalendar; stops: readonly Stop[]; moves: boolean };

/** Where the counting came to: the last day of the limit, or how much was counted when it stood still for good. */
type Counted = { end: number } | { stoppedAfter: number };

/** Bộ luật Dân sự 2015 Điều 147: the day of the event is not counted, the one after it is the first. */
function countDays({ rule, calendar, stops }: Context, start: number, limit: number): Counted {
  let [day, counted] = [start, 0];
  while (counted < limit) {
    day += 1;
    const resumed = endOfStop(stops, day);
    if (resumed === Number.POSITIVE_INFINITY) return { stoppedAfter: counted };
    if (resumed !== null) day = resumed;
    if (rule.unit === "calendar" || !calendar.isOff(day)) counted += 1;
  }
  return { end: day };
}

/** A notice that has to go out so many days before: the last day it may. */
function countBack({ rule, calendar }: Context, start: number, limit: number): Counted {
  let [day, counted] = [start, 0];
  while (counted < limit) {
    day -= 1;
    if (rule.unit === "calendar" || !calendar.isOff(day)) counted += 1;
  }
  return { end: day };
}

/** Điều 148: a year ends on the same day of the last year, or on the month's last day where that has no such day. */
function countYears(start: number, years: number): Counted {
  const [year = 0, month = 1, day = 1] = dayOf(start).split("-").map(Number);
  const last = new Date(Date.UTC(year + years, month, 0)).getUTCDate();
  return { end: Date.UTC(year + years, month - 1, Math.min(day, last)) / 86_400_000 };
}

function count(context: Context, start: number, limit: number): Counted {
  if (context.rule.direction === "before") return countBack(context, start, limit);
  return context.rule.unit === "year" ? countYears(start, limit) : countDays(context, start, limit);
}

function allowedExtensions(rule: ClockRule, facts: ClockFacts): number {
  if (!rule.extension) return 0;
  const criteria = countCriteria(facts);
  if (criteria >= rule.extension.twice) return 2;
  return criteria >= rule.extension.once ? 1 : 0;
}

/** Each extension lengthens the one limit (Luật Tố cáo Điều 30: at most 30 days each); it is no limit of its own. */
function extend(context: Context, facts: ClockFacts, start: number, why: WhyStep[]): number {
  const base = context.rule.limit ?? 0;
  const { extension } = context.rule;
  if (!extension) return base;
  const allowed = allowedExtensions(context.rule, facts);
  return [...(facts.extensions ?? [])]
    .sort((a, b) => a.decidedOn.localeCompare(b.decidedOn))
    .reduce((limit, { decidedOn, days }, index) => {
      if (index >= allowed) {
        why.push({ kind: "not-extended", decidedOn, allowed });
        return limit;
      }
      const before = count(context, start, limit);
      const end = "end" in before ? moveEnd(context, before.end, []) : null;
      const granted = Math.max(0, Math.min(days ?? extension.days, extension.days));
      why.push({
        kind: "extended",
        decidedOn,
        days: granted,
        late: end !== null && end < numberOf(decidedOn),
      });
      return limit + granted;
    }, base);
}

/** A last day on a day off passes to the next working day; one on which the clock stands still, to the day it goes on. */
function moveEnd({ calendar, stops, moves }: Context, end: number, why: WhyStep[]): number | null {
  let day = end;
  if (!moves || !calendar.isOff(day)) return day;
  for (;;) {
    const resumed = endOfStop(stops, day);
    if (resumed === Number.POSITIVE_INFINITY) return null;
    if (resumed !== null && resumed > day) {
      why.push({ kind: "off", on: dayOf(day), because: "stopped" });
      day = resumed;
    } else if (calendar.isOff(day)) {
      why.push({ kind: "off", on: dayOf(day), because: whyOff(calendar, day) });
      day += 1;
    } else break;
  }
  why.push({ kind: "moved", to: dayOf(day) });
  return day;
}

function whyOff(calendar: WorkingCalendar, day: number): "saturday" | "sunday" | { name: string } {
  const special = calendar.special(day);
  if (special) return { name: special.name };
  return weekdayOf(day) === 0 ? "sunday" : "saturday";
}

/** Days the counting of working days left out or took in against their weekday. */
function sayDays({ rule, calendar }: Context, start: number, end: number, why: WhyStep[]): void {
  if (rule.unit !== "working") return;
  const skipped: { day: string; name: string }[] = [];
  const worked: { day: string; name: string }[] = [];
  for (let day = Math.min(start + 1, end); day <= Math.max(start - 1, end); day += 1) {
    const special = calendar.special(day);
    if (!special) continue;
    (special.kind === "make-up" ? worked : skipped).push({ day: dayOf(day), name: special.name });
  }
  if (skipped.length > 0) why.push({ kind: "skipped", days: skipped });
  if (worked.length > 0) why.push({ kind: "worked", days: worked });
}

function sayUnknownYears(law: ClockLaw, context: Context, start: number, end: number, why: WhyStep[]): void {
  if (context.rule.unit !== "working" && !context.moves) return;
  const known = new Set(law.days.map(({ day }) => day.slice(0, 4)));
  const [from, to] =
    context.rule.unit === "working" ? [Math.min(start, end), Math.max(start, end)] : [end, end];
  for (let year = Number(dayOf(from).slice(0, 4)); year <= Number(dayOf(to).slice(0, 4)); year += 1) {
    if (!known.has(String(year))) why.push({ kind: "no-calendar", year });
  }
}

function dependencies(rule: ClockRule, law: ClockLaw): ClockFact[] {
  return [
    ...namesOf(rule),
    ...(rule.extension ? (["extensions"] as const) : []),
    ...(rule.stopsFrom === null ? [] : (["stopped"] as const)),
    ...(rule.unit === "working" || (rule.movesOffDay && law.movesOffDay) ? (["days"] as const) : []),
    ...(rule.movesOffDay && rule.unit !== "working" ? (["movesOffDay"] as const) : []),
  ];
}

/** Reckons many clocks under one law, whose calendar is read once. */
export function clockReckoner(law: ClockLaw): (input: ClockInput) => ClockResult {
  const calendar = workingCalendar(law);
  return (input) => reckon(input, law, calendar);
}

/** When a step is due, and why. Pure: the same facts, rules and days give the same answer anywhere. */
export function computeClock(input: ClockInput, law: ClockLaw): ClockResult {
  return clockReckoner(law)(input);
}

function reckon(input: ClockInput, law: ClockLaw, calendar: WorkingCalendar): ClockResult {
  const facts = input.facts ?? {};
  const rule = selectRule(law.rules, input.step, input.startedOn, facts);
  if (!rule) return { status: "none", reason: "no-rule" };
  if (rule.limit === null) return { status: "none", reason: "no-limit" };
  const start = numberOf(input.startedOn);
  const known = conditionsOf(facts);
  const { stops, without } = stopsOf(rule, facts);
  const context: Context = { rule, calendar, stops, moves: rule.movesOffDay && law.movesOffDay };
  const { unit, direction, basis, mark } = rule;
  const why: WhyStep[] = [
    { kind: "start", event: input.event ?? rule.start, on: input.startedOn },
    ...namesOf(rule).map((fact): WhyStep => ({ kind: "because", fact, value: known[fact] })),
    { kind: "rule", limit: rule.limit, unit, direction, basis, mark },
  ];
  const limit = extend(context, facts, start, why);
  const answer = { rule: { key: rule.key, version: rule.version }, dependsOn: dependencies(rule, law), why };
  for (const time of without) why.push({ kind: "not-stopped", from: time.from, because: "no-basis" });

  const counted = count(context, start, limit);
  const moved: WhyStep[] = [];
  const due = "end" in counted ? moveEnd(context, counted.end, moved) : null;
  why.push(...sayStops(stops, start, due ?? Number.POSITIVE_INFINITY));
  if ("end" in counted) {
    sayDays(context, start, counted.end, why);
    why.push({ kind: "ends", on: dayOf(counted.end) }, ...moved);
  }
  if (due === null) {
    const done = "end" in counted ? limit : counted.stoppedAfter;
    why.push({ kind: "standing", counted: done, remaining: limit - done });
    return { status: "stopped", remaining: limit - done, ...answer };
  }
  if (rule.step.endsWith("-effective")) why.push({ kind: "effective", from: dayOf(due + 1) });
  sayUnknownYears(law, context, start, due, why);
  return { status: "due", dueOn: dayOf(due), ...answer };
}
