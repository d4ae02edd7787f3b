import { formatDay } from "@/lib/platform/dates/days";
import type { WhyStep } from "./types";

/** A translator of the messages under `clocks.why`. */
export type SayWhy = (key: string, values?: Record<string, string | number>) => string;

function named(t: SayWhy, days: readonly { day: string; name: string }[]): string {
  return days.map(({ day, name }) => t("named", { day: formatDay(day), name })).join(", ");
}

function sayFact(t: SayWhy, step: WhyStep & { kind: "because" }): string[] {
  if (step.fact === "level") return [t(`because.level${Number(step.value)}`)];
  return step.value === true ? [t(`because.${step.fact}`)] : [];
}

function sayOff(t: SayWhy, step: WhyStep & { kind: "off" }): string[] {
  if (step.because === "stopped") return [];
  const day = formatDay(step.on);
  if (typeof step.because === "string") return [t(`off.${step.because}`, { day })];
  return [t("off.named", { day, name: step.because.name })];
}

function sayStep(t: SayWhy, step: WhyStep): string[] {
  switch (step.kind) {
    case "start":
      return [t("start", { event: t(`event.${step.event}`), day: formatDay(step.on) })];
    case "because":
      return sayFact(t, step);
    case "rule": {
      const { limit, basis } = step;
      const said = t(`${step.direction}.${step.unit}`, { limit, basis });
      return step.mark === "undecided" ? [said, t("undecided")] : [said];
    }
    case "extended":
      return [
        t(step.late ? "extendedLate" : "extended", { days: step.days, day: formatDay(step.decidedOn) }),
      ];
    case "not-extended":
      return [t("notExtended", { day: formatDay(step.decidedOn), allowed: step.allowed })];
    case "stopped":
      return step.until === null
        ? [t("standing", { from: formatDay(step.from) })]
        : [t("stopped", { from: formatDay(step.from), until: formatDay(step.until) })];
    case "not-stopped":
      return [t(`notStopped.${step.because}`, { from: formatDay(step.from) })];
    case "skipped":
    case "worked":
      return [t(step.kind, { days: named(t, step.days) })];
    case "ends":
      return [t("ends", { day: formatDay(step.on) })];
    case "off":
      return sayOff(t, step);
    case "moved":
      return [t("moved", { day: formatDay(step.to) })];
    case "effective":
      return [t("effective", { day: formatDay(step.from) })];
    case "standing":
      return [t("remaining", { counted: step.counted, remaining: step.remaining })];
    case "no-calendar":
      return [t("noCalendar", { year: String(step.year) })];
  }
}

/** Of several days off one after another the first is named; of a last day that is moved, not said that it ends there. */
function toSay(why: readonly WhyStep[]): WhyStep[] {
  const firstOff = why.findIndex((step) => step.kind === "off");
  return why.filter(
    (step, index) => (step.kind !== "off" || index === firstOff) && (step.kind !== "ends" || firstOff === -1),
  );
}

/** The reckoning in plain words, a clause a step: why this day and no other. */
export function sayWhy(t: SayWhy, why: readonly WhyStep[]): string {
  const clauses = toSay(why).map((step) => ({
    text: sayStep(t, step).join("; "),
    follows: step.kind === "moved",
  }));
  const said = clauses.filter(({ text }) => text !== "");
  return `${said.map(({ text, follows }, index) => `${index === 0 ? "" : follows ? " " : "; "}${text}`).join("")}.`;
}
