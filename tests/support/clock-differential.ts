import type pg from "pg";
import type { Random } from "@/bench/lib/random";
import { clockReckoner } from "@/lib/petitions/clocks/compute-clock";
import { defaultLaw } from "@/lib/petitions/clocks/default-law";
import {
  type ClockInput,
  type ClockLaw,
  type ClockResult,
  type ClockRule,
  complexityCriteria,
  type StoppedTime,
} from "@/lib/petitions/clocks/types";
import { dayOf, numberOf } from "@/lib/petitions/clocks/working-calendar";
import { type ClockCase, type ClockStep, drawCase } from "@/tests/support/clock-oracle";

type Asked = Pick<ClockInput, "step"> & { level?: 1 | 2 };

/** The oracle's words for a step and the product's. */
const asked: Record<ClockStep, Asked> = {
  "complaint-time-bar": { step: "complaint-lodge" },
  "complaint-acceptance": { step: "complaint-accept" },
  "complaint-settlement-1": { step: "complaint-settle", level: 1 },
  "complaint-dialogue-notice": { step: "complaint-dialogue-notice" },
  "complaint-decision-1-sending": { step: "complaint-send-decision", level: 1 },
  "complaint-second": { step: "complaint-second" },
  "complaint-lawsuit": { step: "complaint-lawsuit" },
  "complaint-settlement-2": { step: "complaint-settle", level: 2 },
  "complaint-decision-2-sending": { step: "complaint-send-decision", level: 2 },
  "complaint-decision-effective": { step: "complaint-effective" },
  "complaint-suspension-sending": { step: "complaint-send-suspension" },
  "discipline-lodging": { step: "discipline-lodge" },
  "discipline-second": { step: "discipline-second" },
  "discipline-acceptance": { step: "discipline-accept" },
  "discipline-settlement": { step: "discipline-settle" },
  "denunciation-registering": { step: "denunciation-register" },
  "denunciation-forwarding": { step: "denunciation-forward" },
  "denunciation-acceptance-notice": { step: "denunciation-notify-acceptance" },
  "denunciation-settlement": { step: "denunciation-settle" },
  "denunciation-referrer-reply": { step: "denunciation-reply-referrer" },
  "denunciation-further": { step: "denunciation-review-further" },
  "denunciation-overdue-demand": { step: "denunciation-demand-report" },
  "denunciation-overdue-report": { step: "denunciation-send-report" },
  "denunciation-publishing": { step: "denunciation-publish" },
  "desk-outcome": { step: "reception-outcome" },
  "referrer-result": { step: "referral-tell-referrer" },
  "petitioner-result": { step: "referral-pass-result" },
  "refusal-notice": { step: "reception-refusal" },
  "unprocessed-letter": { step: "handler-discipline" },
  "party-head-notice": { step: "party-proposal-notice" },
};

/** What the oracle calls an obstacle ends with its last day, what stands for the product with the first day after it. */
function stoppedOf({ step, facts }: ClockCase): readonly StoppedTime[] {
  return step === "complaint-time-bar"
    ? (facts.obstacles ?? []).map(([from, to]) => ({ from, until: dayOf(numberOf(to) + 1) }))
    : (facts.suspensions ?? []).map(([from, until]) => ({ from, until }));
}

export function inputOf(drawn: ClockCase): ClockInput {
  const { step, level } = asked[drawn.step];
  const { facts, started } = drawn;
  return {
    step,
    startedOn: started,
    facts: {
      ...(level && { level }),
      remote: facts.remote ?? false,
      criteria: complexityCriteria.slice(0, facts.criteria ?? 0),
      dismissal: facts.dismissal ?? false,
      severalPlaces: [facts.several_places, facts.delegated].includes(true),
      extensions: Array.from({ length: facts.extensions ?? 0 }, () => ({ decidedOn: started })),
      stopped: stoppedOf(drawn),
    },
  };
}

/** The law as a tenant begins with it, with the two switches as the case wants them. */
function lawOf(moves: boolean, oldUnit: "calendar" | "working"): ClockLaw {
  const rules = defaultLaw.rules.map(
    (rule): ClockRule => (rule.key.endsWith(".accept.before-2026-07") ? { ...rule, unit: oldUnit } : rule),
  );
  return { ...defaultLaw, rules, movesOffDay: moves };
}

/** Answers of the product's engine, its calendar read once for each setting of the switches. */
export function engine(
  change: (law: ClockLaw) => ClockLaw = (law) => law,
): (drawn: ClockCase) => ClockResult {
  const reckoners = new Map<string, (input: ClockInput) => ClockResult>();
  return (drawn) => {
    const { move_calendar_ends: moves = true, law_unit_before_2026: oldUnit = "calendar" } = drawn.facts;
    const key = `${moves} ${oldUnit}`;
    const known = reckoners.get(key) ?? clockReckoner(change(lawOf(moves, oldUnit)));
    reckoners.set(key, known);
    return known(inputOf(drawn));
  };
}

export type Difference = { drawn: ClockCase; engine: string | null; oracle: string | null };

/** Draws cases, asks both, and tells where they answer differently; one statement a thousand cases. */
export async function differences(
  pool: pg.Pool,
  random: Random,
  count: number,
  reckon: (drawn: ClockCase) => ClockResult,
): Promise<{ asked: number; due: number; different: Difference[] }> {
  const different: Difference[] = [];
  let [done, due] = [0, 0];
  while (done < count) {
    const drawn = Array.from({ length: Math.min(1_000, count - done) }, () => drawCase(random));
    const { rows } = await pool.query<{ due: string | null }>({
      name: "clock oracle",
      text: `select clock_oracle.due_on(c ->> 'step', (c ->> 'started')::date, c -> 'facts')::text as due
        from jsonb_array_elements($1::jsonb) with ordinality as cases (c, n) order by n`,
      values: [JSON.stringify(drawn)],
    });
    drawn.forEach((one, n) => {
      const result = reckon(one);
      const mine = result.status === "due" ? result.dueOn : null;
      const theirs = rows[n]?.due ?? null;
      if (mine !== null) due += 1;
      if (mine !== theirs) different.push({ drawn: one, engine: mine, oracle: theirs });
    });
    done += drawn.length;
  }
  return { asked: done, due, different };
}

/** Days on which the two calendars differ, each written by hand by another person from DOMAIN 10. */
export async function calendarDifferences(
  pool: pg.Pool,
): Promise<{ day: string; engine: boolean; oracle: boolean }[]> {
  const { rows } = await pool.query<{ day: string; working: boolean }>(
    "select day::text, working from clock_oracle.calendar order by day",
  );
  const active = new Map(
    defaultLaw.days.filter((day) => day.active).map((day) => [day.day, day.kind === "make-up"]),
  );
  return rows.flatMap(({ day, working }) => {
    const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
    const mine = active.get(day) ?? (weekday !== 0 && weekday !== 6);
    return mine === working ? [] : [{ day, engine: mine, oracle: working }];
  });
}

/** What is not announced yet is no matter of reckoning: the oracle takes the product's day. */
export async function alignDays(
  pool: pg.Pool,
  days: readonly { day: string; engine: boolean }[],
): Promise<void> {
  for (const { day, engine: working } of days)
    await pool.query("update clock_oracle.calendar set working = $2 where day = $1", [day, working]);
}
