import { describe, expect, it } from "vitest";
import { computeClock } from "@/lib/petitions/clocks/compute-clock";
import { defaultLaw } from "@/lib/petitions/clocks/default-law";
import type { ClockResult } from "@/lib/petitions/clocks/types";
import type { ClockCase } from "./case";
import { complaintCases } from "./complaints";
import { denunciationCases } from "./denunciations";
import { receptionCases } from "./reception-and-days";

function answerOf(result: ClockResult): string {
  if (result.status === "due") return result.dueOn;
  return result.status === "stopped" ? `stopped ${result.remaining}` : result.reason;
}

function answerTo({ step, startedOn, facts = {}, law = (same) => same }: ClockCase): string {
  return answerOf(computeClock({ step, startedOn, facts }, law(defaultLaw)));
}

const groups = [
  ["complaints", complaintCases],
  ["denunciations", denunciationCases],
  ["reception, proposals and the years", receptionCases],
] as const;

describe.each(groups)("%s reckoned by hand", (_, cases) => {
  it.each(cases)("$step from $startedOn: $says ($article)", (one) => {
    expect(answerTo(one)).toBe(one.due);
  });
});

it("holds at least sixty cases", () => {
  expect(complaintCases.length + denunciationCases.length + receptionCases.length).toBeGreaterThanOrEqual(60);
});

const all: readonly ClockCase[] = [...complaintCases, ...denunciationCases, ...receptionCases];

function wrongAnswers(change: (one: ClockCase) => ClockCase): number {
  return all.filter((one) => answerTo(change(one)) !== one.due).length;
}

const withLimit = defaultLaw.rules.filter((rule) => rule.limit !== null);

describe("a planted fault is found by the cases", () => {
  it("changes nothing when nothing is planted", () => {
    expect(wrongAnswers((one) => one)).toBe(0);
  });

  it.each(withLimit)("$key: a limit one longer", ({ key }) => {
    const found = wrongAnswers((one) => ({
      ...one,
      law: (law) => {
        const changed = one.law?.(law) ?? law;
        const rules = changed.rules.map((rule) =>
          rule.key === key && rule.limit !== null ? { ...rule, limit: rule.limit + 1 } : rule,
        );
        return { ...changed, rules };
      },
    }));
    expect(found).toBeGreaterThan(0);
  });

  it.each(withLimit.filter((rule) => rule.unit !== "year"))("$key: the other unit", ({ key, unit }) => {
    const other = unit === "working" ? ("calendar" as const) : ("working" as const);
    const found = wrongAnswers((one) => ({
      ...one,
      law: (law) => {
        const changed = one.law?.(law) ?? law;
        return {
          ...changed,
          rules: changed.rules.map((rule) => (rule.key === key ? { ...rule, unit: other } : rule)),
        };
      },
    }));
    expect(found).toBeGreaterThan(0);
  });

  it.each(withLimit)("$key: no rule at all", ({ key }) => {
    const found = wrongAnswers((one) => ({
      ...one,
      law: (law) => {
        const changed = one.law?.(law) ?? law;
        return { ...changed, rules: changed.rules.filter((rule) => rule.key !== key) };
      },
    }));
    expect(found).toBeGreaterThan(0);
  });
});
