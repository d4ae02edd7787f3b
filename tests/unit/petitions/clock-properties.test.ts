import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { computeClock } from "@/lib/petitions/clocks/compute-clock";
import { defaultLaw } from "@/lib/petitions/clocks/default-law";
import { namesOf } from "@/lib/petitions/clocks/select-rule";
import {
  type ClockFacts,
  type ClockInput,
  type ClockLaw,
  clockSteps,
  complexityCriteria,
} from "@/lib/petitions/clocks/types";
import { numberOf, workingCalendar } from "@/lib/petitions/clocks/working-calendar";
import { plusDays } from "@/lib/platform/dates/days";

const day = fc.integer({ min: 0, max: 5 * 365 }).map((days) => plusDays("2022-01-01", days));

const stop = fc
  .tuple(day, fc.integer({ min: 0, max: 40 }))
  .map(([from, days]) => ({ from, until: plusDays(from, days) }));

const facts: fc.Arbitrary<ClockFacts> = fc.record({
  level: fc.constantFrom(1, 2),
  remote: fc.boolean(),
  criteria: fc.subarray([...complexityCriteria]),
  dismissal: fc.boolean(),
  severalPlaces: fc.boolean(),
  extensions: fc.array(fc.record({ decidedOn: day, days: fc.integer({ min: 1, max: 40 }) }), {
    maxLength: 3,
  }),
  stopped: fc.array(stop, { maxLength: 3 }),
});

const input: fc.Arbitrary<ClockInput> = fc.record({
  step: fc.constantFrom(...clockSteps),
  startedOn: day,
  facts,
});

function dueOn(one: ClockInput, law: ClockLaw = defaultLaw): string | null {
  const result = computeClock(one, law);
  return result.status === "due" ? result.dueOn : null;
}

/** Asks only inputs that have a date. */
function forDue(check: (one: ClockInput, due: string) => void): void {
  fc.assert(
    fc.property(input, (one) => {
      const due = dueOn(one);
      if (due !== null) check(one, due);
    }),
    { numRuns: 2_000, seed: 20261127 },
  );
}

const calendar = workingCalendar(defaultLaw);

describe("any clock", () => {
  it("is due after its event, and before it only where the limit lies ahead", () => {
    forDue((one, due) => expect(due < one.startedOn).toBe(one.step === "complaint-dialogue-notice"));
  });

  it("never ends on a day off, except a notice that must not be late", () => {
    forDue((one, due) => {
      if (one.step !== "complaint-dialogue-notice") expect(calendar.isOff(numberOf(due))).toBe(false);
    });
  });

  it("does not come earlier by a further criterion, an extension or time stopped", () => {
    fc.assert(
      fc.property(input, stop, (one, more) => {
        const [base, plain] = [one.facts ?? {}, dueOn(one)];
        if (plain === null) return;
        const longer = [
          { ...base, criteria: complexityCriteria },
          { ...base, stopped: [...(base.stopped ?? []), more] },
          {
            ...base,
            criteria: complexityCriteria,
            extensions: [...(base.extensions ?? []), { decidedOn: "2027-12-31" }],
          },
        ];
        for (const changed of longer) expect((dueOn({ ...one, facts: changed }) ?? "") >= plain).toBe(true);
      }),
      { numRuns: 1_000, seed: 20261128 },
    );
  });

  it("does not come earlier by a further day off", () => {
    fc.assert(
      fc.property(input, day, (one, off) => {
        const extra = {
          day: off,
          kind: "holiday",
          name: "nghỉ",
          source: "",
          decidedOn: null,
          active: true,
          mark: "general",
        } as const;
        const days = [...defaultLaw.days.filter((known) => known.day !== off), extra];
        const [plain, later] = [dueOn(one), dueOn(one, { ...defaultLaw, days })];
        if (plain !== null && later !== null && one.step !== "complaint-dialogue-notice")
          expect(later >= plain).toBe(true);
      }),
      { numRuns: 1_000, seed: 20261129 },
    );
  });

  it("does not depend on the order in which stopped times and extensions were written down", () => {
    fc.assert(
      fc.property(input, (one) => {
        const turned: ClockFacts = {
          ...one.facts,
          stopped: [...(one.facts?.stopped ?? [])].reverse(),
        };
        expect(dueOn({ ...one, facts: turned })).toBe(dueOn(one));
      }),
      { numRuns: 500, seed: 20261130 },
    );
  });

  it("says its event first and the rule it used", () => {
    forDue((one) => {
      const result = computeClock(one, defaultLaw);
      if (result.status !== "due") return;
      expect(result.why[0]).toMatchObject({ kind: "start", on: one.startedOn });
      expect(result.why.filter((step) => step.kind === "rule")).toHaveLength(1);
    });
  });
});

describe("the table of rules", () => {
  it("has at most one rule for any facts on any day", () => {
    fc.assert(
      fc.property(input, ({ step, startedOn, facts: known = {} }) => {
        const result = computeClock({ step, startedOn, facts: known }, defaultLaw);
        if (result.status === "none") return;
        const without = {
          ...defaultLaw,
          rules: defaultLaw.rules.filter((rule) => rule.key !== result.rule.key),
        };
        expect(computeClock({ step, startedOn, facts: known }, without)).toEqual({
          status: "none",
          reason: "no-rule",
        });
      }),
      { numRuns: 1_000, seed: 20261131 },
    );
  });

  it("has every step, each key once, each with its basis", () => {
    expect(new Set(defaultLaw.rules.map((rule) => rule.step))).toEqual(new Set(clockSteps));
    expect(new Set(defaultLaw.rules.map((rule) => rule.key)).size).toBe(defaultLaw.rules.length);
    for (const rule of defaultLaw.rules) expect(rule.basis).not.toBe("");
  });

  it("asks of a discipline complaint no remoteness, of a denunciation neither level nor remoteness", () => {
    for (const rule of defaultLaw.rules) {
      if (rule.step.startsWith("discipline")) expect(namesOf(rule)).not.toContain("remote");
      if (rule.step.startsWith("denunciation")) expect(namesOf(rule)).not.toContain("remote");
    }
  });
});

describe("the days", () => {
  it("are listed once, and only weekends are worked in exchange", () => {
    const days = defaultLaw.days.map((one) => one.day);
    expect(new Set(days).size).toBe(days.length);
    for (const one of defaultLaw.days) {
      const weekend = [0, 6].includes(new Date(`${one.day}T00:00:00Z`).getUTCDay());
      if (one.kind === "make-up") expect(weekend).toBe(true);
      if (one.kind === "compensation" || one.kind === "swap-off") expect(weekend).toBe(false);
    }
  });

  it.each(["2022", "2023", "2024", "2025", "2026"])("of %s hold the eleven days of the law", (year) => {
    const count = defaultLaw.days.filter(
      (one) => one.day.startsWith(year) && one.active && one.kind === "holiday",
    ).length;
    expect(count).toBe(11);
  });

  it("refuses a time that ends before it begins", () => {
    const stopped = [{ from: "2026-07-10", until: "2026-07-09" }];
    expect(() =>
      computeClock({ step: "complaint-settle", startedOn: "2026-07-06", facts: { stopped } }, defaultLaw),
    ).toThrow(RangeError);
  });
});
