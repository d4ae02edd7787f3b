import "server-only";
import { defineCommand } from "@/lib/platform/commands/define-command";
import { dayAt, dayToColumn, plusDays } from "@/lib/platform/dates/days";
import { DomainError } from "@/lib/platform/errors/domain-error";
import { newId } from "@/lib/platform/ids";
import { competenceKept } from "../competence/events";
import { loadKept, loadSigned } from "../competence/load-rows";
import { allowKeepingCompetence } from "../competence/policy";
import { keepCompetenceSchema } from "../competence/schema";
import { subjectLines } from "../competence/subjects";

function wrong(field: string, message: string): DomainError {
  return new DomainError("invalid", "invalid", { fields: { [field]: [message] } });
}

/**
 * Says to which office a subject leads from a day on, and by which law: of the signed table, which stays as it was signed, or of a new
 * subject. The row before ends the day before; what holds later is ended first.
 */
export const keepCompetence = defineCommand({
  name: "petitions.keepCompetence",
  input: keepCompetenceSchema,
  async subject({ tx, actor, now }) {
    // Of two who change the table at once the second waits here, and is told.
    await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended('competence ' || ${actor.tenantId}, 0))`;
    return { kept: await loadKept(tx, actor.tenantId, dayAt(now)) };
  },
  allow: ({ actor }) => allowKeepingCompetence(actor),
  async run({ tx, actor, input, subject: { kept }, now }) {
    const { tenantId, accountId } = actor;
    const { officeId, basis, validFrom } = input;
    if (input.rows !== kept.length) throw new DomainError("stale", "staleCompetence");
    if (validFrom < dayAt(now)) throw wrong("validFrom", "dayPast");
    const lines = subjectLines((await loadSigned(tx, tenantId)).rows, kept);
    const line = lines.find(({ key }) => key === input.subjectKey);
    if (input.subjectKey !== "" && !line) throw wrong("subjectKey", "invalid");
    if (!line && lines.some(({ label }) => label === input.label)) throw wrong("label", "subjectTaken");
    const office = await tx.office.findUnique({
      where: { tenantId_id: { tenantId, id: officeId } },
      select: { id: true },
    });
    if (!office) throw wrong("officeId", "officeMissing");
    const open = line?.rows.filter(({ standing }) => standing === "holds" || standing === "to-come") ?? [];
    if (open.some((row) => row.validFrom >= validFrom)) throw wrong("validFrom", "competenceLater");
    for (const row of open) {
      if (row.validUntil !== null && row.validUntil < validFrom) continue;
      await tx.competenceRow.updateMany({
        where: { tenantId, id: row.id },
        data: { validUntil: dayToColumn(plusDays(validFrom, -1)), endedBy: accountId },
      });
    }
    const id = newId();
    const subjectKey = line?.key ?? `own-${id}`;
    await tx.competenceRow.createMany({
      data: [
        {
          tenantId,
          id,
          subjectKey,
          label: line?.label ?? input.label,
          officeId,
          basis,
          validFrom: dayToColumn(validFrom),
          accountId,
          createdAt: now,
        },
      ],
    });
    return {
      result: { rowId: id },
      events: [competenceKept(tenantId, { rowId: id, subjectKey, officeId, validFrom })],
    };
  },
});
