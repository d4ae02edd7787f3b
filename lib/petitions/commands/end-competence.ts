import "server-only";
import { defineCommand } from "@/lib/platform/commands/define-command";
import { dayAt, dayToColumn } from "@/lib/platform/dates/days";
import { DomainError } from "@/lib/platform/errors/domain-error";
import { competenceEnded } from "../competence/events";
import { loadKept } from "../competence/load-rows";
import { allowKeepingCompetence } from "../competence/policy";
import { endCompetenceSchema } from "../competence/schema";

function wrong(message: string): DomainError {
  return new DomainError("invalid", "invalid", { fields: { lastDay: [message] } });
}

/** Ends a row with a day, today or later; one that has not begun is taken back. What held stays on the page. */
export const endCompetence = defineCommand({
  name: "petitions.endCompetence",
  input: endCompetenceSchema,
  async subject({ tx, actor, input, now }) {
    await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended('competence ' || ${actor.tenantId}, 0))`;
    const kept = await loadKept(tx, actor.tenantId, dayAt(now));
    return kept.find(({ id }) => id === input.rowId) ?? null;
  },
  allow: ({ actor }) => allowKeepingCompetence(actor),
  async run({ tx, actor, input, subject: row, now }) {
    const { tenantId, accountId } = actor;
    const where = { tenantId, id: row.id };
    if (row.standing === "over" || row.standing === "withdrawn") {
      throw new DomainError("stale", "staleCompetence");
    }
    if (row.standing === "to-come") {
      await tx.competenceRow.updateMany({ where, data: { withdrawnAt: now, endedBy: accountId } });
    } else {
      const { lastDay } = input;
      if (lastDay === null) throw wrong("dayMissing");
      if (lastDay < dayAt(now)) throw wrong("dayPast");
      if (row.validUntil !== null && lastDay >= row.validUntil) {
        throw new DomainError("stale", "staleCompetence");
      }
      await tx.competenceRow.updateMany({
        where,
        data: { validUntil: dayToColumn(lastDay), endedBy: accountId },
      });
    }
    const withdrawn = row.standing === "to-come";
    return {
      result: { rowId: row.id },
      events: [
        competenceEnded(tenantId, {
          rowId: row.id,
          subjectKey: row.subjectKey,
          ...(withdrawn ? { withdrawn } : { lastDay: input.lastDay }),
        }),
      ],
    };
  },
});
