import "server-only";
import { loadServingMap } from "@/lib/agreements/queries/load-serving-map";
import { defineCommand } from "@/lib/platform/commands/define-command";
import { dayAt, daysBetween, dayToColumn, plusDays } from "@/lib/platform/dates/days";
import { instantOf, timeAt } from "@/lib/platform/dates/times";
import { DomainError } from "@/lib/platform/errors/domain-error";
import { newId } from "@/lib/platform/ids";
import { meetingFiled } from "../events";
import { writeNewMeetings } from "../filing";
import { leadNeedsAnswer, leadUnder } from "../lead";
import { checkContent, contentColumns, takenBy } from "../parts";
import { loadFilingDuty, questionOfMeeting } from "../queries/load-filing-duty";
import { holdDaysOf } from "../queries/load-hold-days";
import { loadSeriesAdvice } from "../queries/load-series-advice";
import { allowFiling } from "../refusal";
import { holdUntil } from "../rules";
import { fileSeriesSchema } from "../schema";
import { daysOf, mostOccurrences, type Occurrence, ruleOf, type SeriesPlan } from "../series";
import { answered } from "../series-answer";
import { lockResources, resourcesOf } from "../store";

function fieldError(field: string, key: string): DomainError {
  return new DomainError("invalid", "invalid", { fields: { [field]: [key] } });
}

/**
 * A repeating meeting filed at once: each of its days is a meeting of its own that knows its series. Before anything is
 * written the form is told which days clash, and the clerk files the rest, moves those, or files nothing; a day that
 * was not on that list is never left out and never moved (article 4 clauses 7 and 9).
 */
export const fileSeries = defineCommand({
  name: "meetings.fileSeries",
  input: fileSeriesSchema,
  async subject({ tx, actor, input }) {
    const duty = await loadFilingDuty(tx, actor.tenantId, input);
    return duty === "unknown" ? null : { duty };
  },
  allow: ({ tx, actor, subject }) => allowFiling(tx, actor, subject.duty),
  async run({ tx, actor, input, subject: { duty }, now }) {
    const { tenantId } = actor;
    const today = dayAt(now);
    const { overrideReason, roomId, kindKey } = input;
    if (input.endsAt <= now) throw fieldError("day", "dayPast");
    if (input.holdUntil && input.holdUntil < today) throw fieldError("holdUntil", "dayPast");
    const parts = await checkContent(tx, tenantId, input);
    const asked = await questionOfMeeting(tx, tenantId, input);
    const lead = leadUnder(duty, asked, actor.officeId, await loadServingMap(tx, tenantId));
    if (!lead) throw leadNeedsAnswer(duty);

    const firstDay = dayAt(input.startsAt);
    const { repeat, every, lastDay, times, except } = input;
    const plan: SeriesPlan = { firstDay, repeat, every, lastDay, times, except };
    const days = daysOf(plan);
    if (days.length === 0) throw fieldError("lastDay", "seriesEmpty");
    if (days.length > mostOccurrences) throw fieldError("lastDay", "seriesTooLong");
    const moved = (instant: Date, by: number) => instantOf(plusDays(dayAt(instant), by), timeAt(instant));
    const occurrences = days.map((of): Occurrence => {
      const by = daysBetween(firstDay, of);
      return { of, startsAt: moved(input.startsAt, by), endsAt: moved(input.endsAt, by) };
    });
    const resourceIds = await resourcesOf(tx, tenantId, takenBy(input));
    await lockResources(tx, resourceIds);
    const { wanted, faults } = answered(occurrences, input);
    const taken = { resourceIds, roomId, kindKey, overrideReason };
    const asks = { occurrences, wanted, seen: input.seen, faulty: Object.keys(faults).length > 0 };
    const advice = await loadSeriesAdvice(tx, tenantId, asks, taken, now);
    if (asks.faulty) throw new DomainError("invalid", "invalid", { fields: faults, advice });
    if (advice) {
      throw new DomainError("conflict", "clash.series", { values: { count: advice.days.length }, advice });
    }
    if (wanted.length === 0) throw fieldError("answer", "seriesEmpty");
    if (wanted.some(({ endsAt }) => endsAt <= now)) throw fieldError("answer", "dayPast");

    const seriesId = newId();
    const left = days.filter((day) => !wanted.some(({ of }) => of === day));
    await tx.meetingSeries.createMany({
      data: [
        {
          tenantId,
          id: seriesId,
          officeId: actor.officeId,
          accountId: actor.accountId,
          rule: ruleOf(plan),
          firstDay: dayToColumn(firstDay),
          exceptDays: [...new Set([...except, ...left])].sort().map(dayToColumn),
          createdAt: now,
        },
      ],
    });
    const holdDays = await holdDaysOf(tx, tenantId);
    const columns = contentColumns(input);
    const meetings = wanted.map(({ startsAt, endsAt }) => ({
      meetingId: newId(),
      seriesId,
      columns,
      lead,
      parts,
      startsAt,
      endsAt,
      holdUntil: holdUntil(input.holdUntil, dayAt(startsAt), today, holdDays),
      overrideReason,
    }));
    await writeNewMeetings(tx, actor, meetings, { override: overrideReason, now });
    const [first, ...later] = meetings;
    if (!first) throw fieldError("lastDay", "seriesEmpty");
    const eventOf = ({ meetingId, startsAt, endsAt }: typeof first) =>
      meetingFiled(meetingId, {
        seriesId,
        dutyKey: duty?.dutyKey ?? null,
        leadOfficeId: lead.leadOfficeId,
        startsAt: startsAt.toISOString(),
        endsAt: endsAt.toISOString(),
        override: overrideReason,
        ...(meetingId === first.meetingId ? { rule: ruleOf(plan), left } : {}),
      });
    return {
      result: { meetingId: first.meetingId, seriesId, count: meetings.length },
      events: [eventOf(first), ...later.map(eventOf)],
    };
  },
});
