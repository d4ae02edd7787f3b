/*
 * A second reckoning of the legal limits for citizens' letters: every day is looked up in a calendar of its own and
 * counted, one after another. Slow and plain on purpose. It shares nothing with the product but the law.
 *
 * Steps. The day of the event is not counted (Civil Code art. 147(2)). KN = Luật Khiếu nại 2011, TC = Luật Tố cáo 2018,
 * TCD = Luật Tiếp công dân 2013. w = working days, c = calendar days.
 *
 * | step                          | counts from                        | limit                         | article                    |
 * |-------------------------------|------------------------------------|-------------------------------|----------------------------|
 * | complaint-time-bar            | decision known                     | 90 c, without obstacles       | KN 9                       |
 * | complaint-acceptance          | letter received                    | 7 w; before 1/7/2026 10, of   | NĐ 155/2026 10;            |
 * |                               |                                    | law_unit_before_2026          | before: KN 27, 36          |
 * | complaint-settlement-1        | acceptance                         | 30 c, complex 45; remote 45,  | KN 28                      |
 * |                               |                                    | complex 60                    |                            |
 * | complaint-dialogue-notice     | day of the dialogue, backwards     | 5 c; none before 1/7/2026     | NĐ 155/2026 11             |
 * | complaint-decision-1-sending  | decision                           | 3 w                           | KN 32                      |
 * | complaint-second              | limit run out or decision received | 30 c; remote 45               | KN 33(1)                   |
 * | complaint-lawsuit             | decision known                     | 1 year                        | Luật TTHC 116              |
 * | complaint-settlement-2        | acceptance                         | 45 c, complex 60; remote 60,  | KN 37                      |
 * |                               |                                    | complex 70                    |                            |
 * | complaint-decision-2-sending  | decision                           | 7 c                           | KN 41                      |
 * | complaint-decision-effective  | decision; its last day to complain | 30 c; remote 45               | KN 44                      |
 * | complaint-suspension-sending  | decision to suspend, end, resume   | 3 w; none before 1/7/2026     | NĐ 155/2026 11 (new 28b)   |
 * | discipline-lodging            | decision received                  | 15 c                          | KN 48                      |
 * | discipline-second             | first settlement received          | 10 c; dismissal 30            | KN 48                      |
 * | discipline-acceptance         | letter received                    | as complaint-acceptance       | NĐ 155/2026 10; KN 50      |
 * | discipline-settlement         | acceptance                         | 30 c, complex 45              | KN 50                      |
 * | denunciation-registering      | letter received                    | 7 w; several places or        | TC 24(1)                   |
 * |                               |                                    | delegated 10                  |                            |
 * | denunciation-forwarding       | letter received                    | 5 w                           | TC 24(2)                   |
 * | denunciation-acceptance-notice| acceptance decision                | 5 w                           | TC 29(3), NĐ 31/2019 9     |
 * | denunciation-settlement       | acceptance                         | 30 c and 30 an extension      | TC 30(1)–(3), NĐ 31/2019 3 |
 * | denunciation-referrer-reply   | letter received from press or body | 20 c                          | TC 26(2)                   |
 * | denunciation-further          | further denunciation received      | 20 c                          | TC 37(2)                   |
 * | denunciation-overdue-demand   | denunciation of the delay received | 5 w                           | TC 38(2)                   |
 * | denunciation-overdue-report   | demand received                    | 5 w                           | TC 38(3)                   |
 * | denunciation-publishing       | conclusion or handling decision    | 7 w                           | TC 40(1)                   |
 * | desk-outcome                  | received from the visitor          | 10 w                          | TCD 28(1)                  |
 * | referrer-result               | settlement                         | 7 w                           | TCD 27(2)                  |
 * | petitioner-result             | result received by the referrer    | 5 w                           | TCD 28(2)                  |
 * | refusal-notice                | refusal                            | 3 w; none before 1/7/2026     | NĐ 154/2026 4(3)           |
 * | unprocessed-letter            | letter received                    | 45 c; none before 1/7/2026    | NĐ 154/2026 41(3b)         |
 * | party-head-notice             | proposal received                  | 10 w                          | QĐ 11-QĐi/TW               |
 *
 * Facts. A fact that does not touch the step is ignored; an unknown one is refused. Which law holds is told by the day the
 * limit is counted from.
 *
 * | fact                 | value                         | if absent | touches                                                  |
 * |----------------------|-------------------------------|-----------|----------------------------------------------------------|
 * | remote               | boolean                       | false     | complaint-settlement-1, -2, -second, -decision-effective |
 * | criteria             | 0–7 of NĐ 155/2026 art. 2 or  | 0         | settlements: a complaint is complex from 1; a            |
 * |                      | NĐ 31/2019 art. 3 on record   |           | denunciation may be extended once from 1, twice from 2   |
 * | extensions           | 0–2                           | 0         | denunciation-settlement; more than criteria allow: error |
 * | suspensions          | [[from, to or null], …]       | []        | settlements: from is not counted, to (the resumption) is |
 * |                      |                               |           | again; to null: no date, unless the limit ran out before |
 * |                      |                               |           | (KN new 11a from 1/7/2026; denunciations: TC 34, not     |
 * |                      |                               |           | verified)                                                |
 * | obstacles            | [[from, to], …]               | []        | complaint-time-bar: neither end is counted               |
 * | several_places       | boolean                       | false     | denunciation-registering                                 |
 * | delegated            | boolean                       | false     | denunciation-registering                                 |
 * | dismissal            | boolean                       | false     | discipline-second                                        |
 * | move_calendar_ends   | boolean (Civil Code 148(5))   | error     | limits in calendar days or a year, not those backwards   |
 * | law_unit_before_2026 | 'calendar' or 'working'       | error     | -acceptance of what was received before 1/7/2026         |
 *
 * The answer is the last day on which the step is in time; null where there is no limit yet or the clock stands. A day of
 * clock_oracle.calendar may be updated to ask what another calendar would give (24 November is a working day in it).
 */
import type { Random } from "@/bench/lib/random";

export const clockSteps = [
  "complaint-time-bar",
  "complaint-acceptance",
  "complaint-settlement-1",
  "complaint-dialogue-notice",
  "complaint-decision-1-sending",
  "complaint-second",
  "complaint-lawsuit",
  "complaint-settlement-2",
  "complaint-decision-2-sending",
  "complaint-decision-effective",
  "complaint-suspension-sending",
  "discipline-lodging",
  "discipline-second",
  "discipline-acceptance",
  "discipline-settlement",
  "denunciation-registering",
  "denunciation-forwarding",
  "denunciation-acceptance-notice",
  "denunciation-settlement",
  "denunciation-referrer-reply",
  "denunciation-further",
  "denunciation-overdue-demand",
  "denunciation-overdue-report",
  "denunciation-publishing",
  "desk-outcome",
  "referrer-result",
  "petitioner-result",
  "refusal-notice",
  "unprocessed-letter",
  "party-head-notice",
] as const;
export type ClockStep = (typeof clockSteps)[number];

export type ClockFacts = {
  remote?: boolean;
  criteria?: number;
  extensions?: number;
  suspensions?: readonly (readonly [from: string, to: string | null])[];
  obstacles?: readonly (readonly [from: string, to: string])[];
  several_places?: boolean;
  delegated?: boolean;
  dismissal?: boolean;
  move_calendar_ends?: boolean;
  law_unit_before_2026?: "calendar" | "working";
};

/** Days as `2026-07-01`. */
export type ClockCase = { step: ClockStep; started: string; facts: ClockFacts };

/** Installs the schema `clock_oracle`; asked by `clock_oracle.due_on(step, started, facts)`. */
export const clockOracleSql = `
CREATE SCHEMA clock_oracle;

CREATE TABLE clock_oracle.calendar (day date PRIMARY KEY, working boolean NOT NULL, name text);

INSERT INTO clock_oracle.calendar (day, working)
  SELECT day::date, extract(isodow FROM day) < 6
    FROM generate_series(timestamp '2022-01-01', timestamp '2027-12-31', interval '1 day') AS day;

-- Bộ luật Lao động 2019 art. 111(3), 112 and the calendars announced for each year.
CREATE TABLE clock_oracle.named_days (first date, last date, working boolean, name text);
INSERT INTO clock_oracle.named_days VALUES
  ('2022-01-01', '2022-01-01', false, 'Tết Dương lịch'),
  ('2022-01-03', '2022-01-03', false, 'Nghỉ bù Tết Dương lịch'),
  ('2022-01-31', '2022-02-04', false, 'Tết Nguyên đán'),
  ('2022-04-10', '2022-04-10', false, 'Giỗ Tổ Hùng Vương'),
  ('2022-04-11', '2022-04-11', false, 'Nghỉ bù Giỗ Tổ Hùng Vương'),
  ('2022-04-30', '2022-05-01', false, 'Ngày Chiến thắng, Quốc tế Lao động'),
  ('2022-05-02', '2022-05-03', false, 'Nghỉ bù 30/4, 1/5'),
  ('2022-09-01', '2022-09-02', false, 'Quốc khánh'),
  ('2023-01-01', '2023-01-01', false, 'Tết Dương lịch'),
  ('2023-01-02', '2023-01-02', false, 'Nghỉ bù Tết Dương lịch'),
  ('2023-01-20', '2023-01-24', false, 'Tết Nguyên đán'),
  ('2023-01-25', '2023-01-26', false, 'Nghỉ bù Tết Nguyên đán'),
  ('2023-04-29', '2023-04-29', false, 'Giỗ Tổ Hùng Vương'),
  ('2023-04-30', '2023-05-01', false, 'Ngày Chiến thắng, Quốc tế Lao động'),
  ('2023-05-02', '2023-05-03', false, 'Nghỉ bù Giỗ Tổ Hùng Vương, 30/4'),
  ('2023-09-01', '2023-09-02', false, 'Quốc khánh'),
  ('2023-09-04', '2023-09-04', false, 'Nghỉ bù Quốc khánh'),
  ('2024-01-01', '2024-01-01', false, 'Tết Dương lịch'),
  ('2024-02-08', '2024-02-12', false, 'Tết Nguyên đán'),
  ('2024-02-13', '2024-02-14', false, 'Nghỉ bù Tết Nguyên đán'),
  ('2024-04-18', '2024-04-18', false, 'Giỗ Tổ Hùng Vương'),
  ('2024-04-29', '2024-04-29', false, 'Hoán đổi với 4/5'),
  ('2024-04-30', '2024-05-01', false, 'Ngày Chiến thắng, Quốc tế Lao động'),
  ('2024-05-04', '2024-05-04', true, 'Làm bù 29/4'),
  ('2024-09-02', '2024-09-03', false, 'Quốc khánh'),
  ('2025-01-01', '2025-01-01', false, 'Tết Dương lịch'),
  ('2025-01-27', '2025-01-31', false, 'Tết Nguyên đán'),
  ('2025-04-07', '2025-04-07', false, 'Giỗ Tổ Hùng Vương'),
  ('2025-04-26', '2025-04-26', true, 'Làm bù 2/5'),
  ('2025-04-30', '2025-05-01', false, 'Ngày Chiến thắng, Quốc tế Lao động'),
  ('2025-05-02', '2025-05-02', false, 'Hoán đổi với 26/4'),
  ('2025-09-01', '2025-09-02', false, 'Quốc khánh'),
  ('2026-01-01', '2026-01-01', false, 'Tết Dương lịch'),
  ('2026-01-02', '2026-01-02', false, 'Hoán đổi với 10/1'),
  ('2026-01-10', '2026-01-10', true, 'Làm bù 2/1'),
  ('2026-02-16', '2026-02-20', false, 'Tết Nguyên đán'),
  ('2026-04-26', '2026-04-26', false, 'Giỗ Tổ Hùng Vương'),
  ('2026-04-27', '2026-04-27', false, 'Nghỉ bù Giỗ Tổ Hùng Vương'),
  ('2026-04-30', '2026-05-01', false, 'Ngày Chiến thắng, Quốc tế Lao động'),
  ('2026-08-22', '2026-08-22', true, 'Làm bù 31/8'),
  ('2026-08-31', '2026-08-31', false, 'Hoán đổi với 22/8'),
  ('2026-09-01', '2026-09-02', false, 'Quốc khánh'),
  ('2027-01-01', '2027-01-01', false, 'Tết Dương lịch'),
  -- Not announced: one day before and four from lunar New Year's Day, and 3 September, as in 2021.
  ('2027-02-05', '2027-02-09', false, 'Tết Nguyên đán'),
  ('2027-02-10', '2027-02-11', false, 'Nghỉ bù Tết Nguyên đán'),
  ('2027-04-16', '2027-04-16', false, 'Giỗ Tổ Hùng Vương'),
  ('2027-04-30', '2027-05-01', false, 'Ngày Chiến thắng, Quốc tế Lao động'),
  ('2027-05-03', '2027-05-03', false, 'Nghỉ bù 1/5'),
  ('2027-09-02', '2027-09-03', false, 'Quốc khánh');

UPDATE clock_oracle.calendar AS calendar
   SET working = named.working, name = named.name
  FROM clock_oracle.named_days AS named
 WHERE calendar.day BETWEEN named.first AND named.last;

ANALYZE clock_oracle.calendar;

CREATE FUNCTION clock_oracle.fact(p_facts jsonb, p_name text) RETURNS boolean
LANGUAGE sql IMMUTABLE AS $$ SELECT coalesce((p_facts ->> p_name)::boolean, false) $$;

-- unit: working, calendar, year, or calendar-back; amount null where there is no limit on that day.
CREATE FUNCTION clock_oracle.limit_of(p_step text, p_started date, p_facts jsonb, OUT amount integer, OUT unit text)
LANGUAGE plpgsql IMMUTABLE AS $$
DECLARE
  remote boolean := clock_oracle.fact(p_facts, 'remote');
  criteria integer := coalesce((p_facts ->> 'criteria')::integer, 0);
  extensions integer := coalesce((p_facts ->> 'extensions')::integer, 0);
  complex boolean := criteria >= 1;
  -- Luật 136/2025/QH15, NĐ 154, 155 and 156/2026.
  in_force boolean := p_started >= date '2026-07-01';
BEGIN
  IF criteria NOT BETWEEN 0 AND 7 THEN RAISE EXCEPTION 'there are 7 criteria, not %', criteria; END IF;
  unit := 'calendar';
  CASE p_step
    WHEN 'complaint-time-bar' THEN amount := 90;
    WHEN 'complaint-acceptance', 'discipline-acceptance' THEN
      IF in_force THEN
        amount := 7;
        unit := 'working';
      ELSE
        amount := 10;
        unit := p_facts ->> 'law_unit_before_2026';
        IF unit IS NULL OR unit NOT IN ('calendar', 'working') THEN
          RAISE EXCEPTION '% of % needs law_unit_before_2026', p_step, p_started;
        END IF;
      END IF;
    WHEN 'complaint-settlement-1' THEN
      IF remote AND complex THEN amount := 60;
      ELSIF remote THEN amount := 45;
      ELSIF complex THEN amount := 45;
      ELSE amount := 30;
      END IF;
    WHEN 'complaint-dialogue-notice' THEN
      unit := 'calendar-back';
      IF in_force THEN amount := 5; END IF;
    WHEN 'complaint-decision-1-sending' THEN amount := 3; unit := 'working';
    WHEN 'complaint-second' THEN
      IF remote THEN amount := 45; ELSE amount := 30; END IF;
    WHEN 'complaint-lawsuit' THEN amount := 1; unit := 'year';
    WHEN 'complaint-settlement-2' THEN
      IF remote AND complex THEN amount := 70;
      ELSIF remote THEN amount := 60;
      ELSIF complex THEN amount := 60;
      ELSE amount := 45;
      END IF;
    WHEN 'complaint-decision-2-sending' THEN amount := 7;
    WHEN 'complaint-decision-effective' THEN
      IF remote THEN amount := 45; ELSE amount := 30; END IF;
    WHEN 'complaint-suspension-sending' THEN
      unit := 'working';
      IF in_force THEN amount := 3; END IF;
    WHEN 'discipline-lodging' THEN amount := 15;
    WHEN 'discipline-second' THEN
      IF clock_oracle.fact(p_facts, 'dismissal') THEN amount := 30; ELSE amount := 10; END IF;
    WHEN 'discipline-settlement' THEN
      IF complex THEN amount := 45; ELSE amount := 30; END IF;
    WHEN 'denunciation-registering' THEN
      unit := 'working';
      IF clock_oracle.fact(p_facts, 'several_places') OR clock_oracle.fact(p_facts, 'delegated') THEN
        amount := 10;
      ELSE
        amount := 7;
      END IF;
    WHEN 'denunciation-forwarding' THEN amount := 5; unit := 'working';
    WHEN 'denunciation-acceptance-notice' THEN amount := 5; unit := 'working';
    WHEN 'denunciation-settlement' THEN
      IF extensions = 0 THEN amount := 30;
      ELSIF extensions = 1 AND criteria >= 1 THEN amount := 60;
      ELSIF extensions = 2 AND criteria >= 2 THEN amount := 90;
      ELSE RAISE EXCEPTION '% extensions with % criteria', extensions, criteria;
      END IF;
    WHEN 'denunciation-referrer-reply' THEN amount := 20;
    WHEN 'denunciation-further' THEN amount := 20;
    WHEN 'denunciation-overdue-demand' THEN amount := 5; unit := 'working';
    WHEN 'denunciation-overdue-report' THEN amount := 5; unit := 'working';
    WHEN 'denunciation-publishing' THEN amount := 7; unit := 'working';
    WHEN 'desk-outcome' THEN amount := 10; unit := 'working';
    WHEN 'referrer-result' THEN amount := 7; unit := 'working';
    WHEN 'petitioner-result' THEN amount := 5; unit := 'working';
    WHEN 'refusal-notice' THEN
      unit := 'working';
      IF in_force THEN amount := 3; END IF;
    WHEN 'unprocessed-letter' THEN
      IF in_force THEN amount := 45; END IF;
    WHEN 'party-head-notice' THEN amount := 10; unit := 'working';
    ELSE RAISE EXCEPTION 'no step %', p_step;
  END CASE;
END $$;

-- Whether a day is left out of the count; null where it lies in a suspension that has no end yet.
CREATE FUNCTION clock_oracle.stands(p_step text, p_day date, p_facts jsonb) RETURNS boolean
LANGUAGE plpgsql IMMUTABLE AS $$
DECLARE
  span jsonb;
BEGIN
  IF p_step LIKE '%-settlement%' THEN
    FOR span IN SELECT * FROM jsonb_array_elements(coalesce(p_facts -> 'suspensions', '[]')) LOOP
      IF p_step NOT LIKE 'denunciation%' AND (span ->> 0)::date < date '2026-07-01' THEN
        RAISE EXCEPTION 'no complaint could be suspended on %', span ->> 0;
      END IF;
      IF p_day >= (span ->> 0)::date AND span ->> 1 IS NULL THEN RETURN NULL; END IF;
      IF p_day >= (span ->> 0)::date AND p_day < (span ->> 1)::date THEN RETURN true; END IF;
    END LOOP;
  ELSIF p_step = 'complaint-time-bar' THEN
    FOR span IN SELECT * FROM jsonb_array_elements(coalesce(p_facts -> 'obstacles', '[]')) LOOP
      IF p_day >= (span ->> 0)::date AND p_day <= (span ->> 1)::date THEN RETURN true; END IF;
    END LOOP;
  END IF;
  RETURN false;
END $$;

CREATE FUNCTION clock_oracle.due_on(p_step text, p_started date, p_facts jsonb) RETURNS date
LANGUAGE plpgsql STABLE AS $$
DECLARE
  amount integer;
  unit text;
  moves boolean := (p_facts ->> 'move_calendar_ends')::boolean;
  today record;
  counted integer := 0;
  full_count boolean := false;
  may_stand boolean := p_facts -> 'suspensions' <> '[]' OR p_facts -> 'obstacles' <> '[]';
  standing boolean := false;
  unknown text;
BEGIN
  SELECT key INTO unknown FROM jsonb_object_keys(p_facts) AS key
   WHERE key NOT IN ('remote', 'criteria', 'extensions', 'suspensions', 'obstacles', 'several_places', 'delegated',
                     'dismissal', 'move_calendar_ends', 'law_unit_before_2026') LIMIT 1;
  IF unknown IS NOT NULL THEN RAISE EXCEPTION 'no fact %', unknown; END IF;

  SELECT l.amount, l.unit INTO amount, unit FROM clock_oracle.limit_of(p_step, p_started, p_facts) AS l;
  IF amount IS NULL THEN RETURN NULL; END IF;
  IF NOT EXISTS (SELECT FROM clock_oracle.calendar WHERE day = p_started) THEN
    RAISE EXCEPTION 'the calendar does not know %', p_started;
  END IF;

  IF unit = 'calendar-back' THEN
    FOR today IN SELECT day FROM clock_oracle.calendar WHERE day < p_started ORDER BY day DESC LOOP
      counted := counted + 1;
      IF counted = amount THEN RETURN today.day; END IF;
    END LOOP;
    RAISE EXCEPTION 'the calendar ends before % of %', p_step, p_started;
  END IF;

  IF unit <> 'working' AND moves IS NULL THEN RAISE EXCEPTION '% needs move_calendar_ends', p_step; END IF;

  FOR today IN SELECT day, working FROM clock_oracle.calendar WHERE day > p_started ORDER BY day LOOP
    -- A limit that ran out on a day off still runs until the next working day, so that it can be suspended on that day too.
    IF may_stand THEN standing := clock_oracle.stands(p_step, today.day, p_facts); END IF;
    IF standing IS NULL THEN RETURN NULL; END IF;
    IF NOT full_count THEN
      IF NOT standing THEN
        IF unit = 'working' THEN
          IF today.working THEN counted := counted + 1; END IF;
          full_count := counted = amount;
        ELSIF unit = 'calendar' THEN
          counted := counted + 1;
          full_count := counted = amount;
        ELSE
          -- The same day of the next year (Civil Code art. 148(4)), the last of February where there is none.
          full_count := to_char(today.day, 'MM-DD') = to_char(p_started, 'MM-DD')
            OR (to_char(p_started, 'MM-DD') = '02-29' AND to_char(today.day, 'MM-DD') = '02-28');
        END IF;
      END IF;
    END IF;
    IF full_count AND NOT standing AND (unit = 'working' OR NOT moves OR today.working) THEN RETURN today.day; END IF;
  END LOOP;
  RAISE EXCEPTION 'the calendar ends before % of %', p_step, p_started;
END $$;
`;

const lawDay = "2026-07-01";

/** Days near which holidays, swapped days, a leap day and new law bend a count. */
const bends = [
  "2022-02-01",
  "2022-05-01",
  "2022-09-02",
  "2023-01-22",
  "2023-04-30",
  "2023-09-02",
  "2024-02-10",
  "2024-02-29",
  "2024-05-01",
  "2024-09-02",
  "2025-01-29",
  "2025-04-26",
  "2025-05-02",
  "2025-09-02",
  "2026-01-01",
  "2026-01-10",
  "2026-02-17",
  "2026-04-26",
  "2026-05-01",
  lawDay,
  "2026-08-22",
  "2026-09-02",
  "2027-01-01",
  "2027-02-06",
  "2027-04-30",
] as const;

const newIn2026: readonly ClockStep[] = [
  "complaint-dialogue-notice",
  "complaint-suspension-sending",
  "refusal-notice",
  "unprocessed-letter",
];

function plus(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

function drawDay(random: Random, first: string, last: string): string {
  const near = plus(random.pick(bends), -random.integer(0, 95));
  if (random.chance(0.5) && near >= first && near <= last) return near;
  const days = (Date.parse(last) - Date.parse(first)) / 86_400_000;
  return plus(first, random.integer(0, days));
}

/** One after another, never touching; the last may have no end. No suspension is older than the law that knows it. */
function drawSuspensions(random: Random, started: string): [string, string | null][] {
  const suspensions: [string, string | null][] = [];
  let from = plus(started, random.integer(1, 40));
  if (from < lawDay) from = plus(lawDay, random.integer(0, 20));
  for (let left = random.integer(1, 2); left > 0; left -= 1) {
    if (left === 1 && random.chance(0.1)) return [...suspensions, [from, null]];
    const to = plus(from, random.integer(1, 40));
    suspensions.push([from, to]);
    from = plus(to, random.integer(1, 30));
  }
  return suspensions;
}

function drawObstacles(random: Random, started: string): [string, string][] {
  const obstacles: [string, string][] = [];
  let from = plus(started, random.integer(1, 60));
  for (let left = random.integer(1, 2); left > 0; left -= 1) {
    const to = plus(from, random.integer(0, 30));
    obstacles.push([from, to]);
    from = plus(to, random.integer(2, 40));
  }
  return obstacles;
}

/** A case that may happen under the law; facts that do not touch its step come with it, and must change nothing. */
export function drawCase(random: Random): ClockCase {
  const step = random.pick(clockSteps);
  const settles = step.includes("-settlement");
  const suspended = settles && random.chance(0.5);
  let first = "2022-01-01";
  if (newIn2026.includes(step)) first = lawDay;
  if (suspended) first = "2026-04-20";
  // The calendar ends with 2027, and so must the longest count.
  const started = drawDay(random, first, step === "complaint-lawsuit" ? "2026-12-20" : "2027-06-30");
  const criteria = random.chance(0.4) ? 0 : random.integer(1, 7);
  const mayExtend = Math.min(criteria, 2);
  return {
    step,
    started,
    facts: {
      remote: random.chance(0.5),
      criteria,
      extensions: step === "denunciation-settlement" ? random.integer(0, mayExtend) : 0,
      suspensions: suspended ? drawSuspensions(random, started) : [],
      obstacles: step === "complaint-time-bar" && random.chance(0.5) ? drawObstacles(random, started) : [],
      several_places: random.chance(0.5),
      delegated: random.chance(0.2),
      dismissal: random.chance(0.5),
      move_calendar_ends: random.chance(0.5),
      law_unit_before_2026: random.pick(["calendar", "working"]),
    },
  };
}
