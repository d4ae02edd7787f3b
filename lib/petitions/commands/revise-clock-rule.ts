import "server-only";
import { defineCommand } from "@/lib/platform/commands/define-command";
import { type Day, dayFromColumn, dayToColumn, plusDays } from "@/lib/platform/dates/days";
import { DomainError } from "@/lib/platform/errors/domain-error";
import { newId } from "@/lib/platform/ids";
import { clockRuleRevised } from "../clocks/events";
import { allowOnCalendar } from "../clocks/policy";
import { recomputeClocksQueue } from "../clocks/queues";
import { reviseClockRuleSchema } from "../clocks/schema";
import { lockCalendar, type RuleRow, raiseRevision } from "../clocks/store";

/** The day a new law takes the place of the old one: inside the span of the rule it replaces. */
function startOfLaw(rule: RuleRow, from: Day | null): Day {
  const inside =
    from !== null &&
    from > dayFromColumn(rule.validFrom) &&
    (rule.validUntil === null || from <= dayFromColumn(rule.validUntil));
  if (!inside) throw new DomainError("invalid", "invalid", { fields: { from: ["outsideSpan"] } });
  return from;
}

/**
 * Replaces a limit: a mistake in it, for everything still open, or by a new law, for what begins from a day on. What stood
 * before stays as a version of its own.
 */
export const reviseClockRule = defineCommand({
  name: "petitions.reviseClockRule",
  input: reviseClockRuleSchema,
  async subject({ tx, actor, input }) {
    if (!(await lockCalendar(tx, actor.tenantId))) return null;
    return tx.clockRuleRow.findFirst({ where: { tenantId: actor.tenantId, key: input.key, current: true } });
  },
  allow: ({ actor }) => allowOnCalendar(actor, "reviseRule"),
  async run({ tx, actor, input, subject, now }) {
    if (subject.version !== input.version) throw new DomainError("stale", "staleCalendar");
    const { tenantId, accountId } = actor;
    const { days, unit, movesOffDay, basis, reason } = input;
    const next = { ...subject, id: newId(), version: subject.version + 1, reason, accountId, createdAt: now };
    const said = { days, unit, movesOffDay, basis, mark: "text" };
    let { key } = subject;
    if (input.mode === "correct") await tx.clockRuleRow.createMany({ data: [{ ...next, ...said }] });
    else {
      const from = startOfLaw(subject, input.from);
      key = `${subject.key.replace(/@.*$/, "")}@${from}`;
      // The old one first: from then on there is room for the new one.
      await tx.clockRuleRow.createMany({ data: [{ ...next, validUntil: dayToColumn(plusDays(from, -1)) }] });
      await tx.clockRuleRow.createMany({
        data: [
          {
            ...next,
            ...said,
            id: newId(),
            key,
            version: 1,
            validFrom: dayToColumn(from),
            validUntil: subject.validUntil,
          },
        ],
      });
    }
    await raiseRevision(tx, { tenantId, accountId, now });
    const before = { days: subject.days, unit: subject.unit };
    return {
      result: { key },
      events: [
        clockRuleRevised(tenantId, {
          key: subject.key,
          mode: input.mode,
          from: input.from,
          days,
          unit,
          before,
          reason,
        }),
      ],
      jobs: [{ queue: recomputeClocksQueue, data: { tenantId } }],
    };
  },
});
