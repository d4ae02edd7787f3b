import "server-only";
import { defineCommand } from "@/lib/platform/commands/define-command";
import { dayToColumn } from "@/lib/platform/dates/days";
import { databaseCause } from "@/lib/platform/db/database-error";
import { DomainError } from "@/lib/platform/errors/domain-error";
import { newId } from "@/lib/platform/ids";
import { representativeAppointed } from "../cases/events";
import { mostRepresentatives } from "../cases/numbers";
import { allowOnCase, partInCase } from "../cases/policy";
import { appointRepresentativeSchema } from "../cases/schema";
import { findCaseForUpdate, peopleOfCase } from "../cases/store";

function notAPetitioner(error: unknown): unknown {
  return databaseCause(error)?.detail?.includes("not-a-petitioner")
    ? new DomainError("invalid", "invalid", { fields: { fullName: ["notAPetitioner"] } })
    : error;
}

/**
 * Somebody of the senders speaks for all, appointed in writing (Luật Tiếp công dân 2013, art. 29). How many there may be follows from
 * the people behind the case, and whether the name is a sender's the database answers alone: the letter may be another office's.
 */
export const appointRepresentative = defineCommand({
  name: "petitions.appointRepresentative",
  input: appointRepresentativeSchema,
  subject: ({ tx, actor, input }) => findCaseForUpdate(tx, actor.tenantId, input.caseId),
  allow: ({ actor, subject }) =>
    allowOnCase(
      actor,
      { act: "appoint", part: partInCase(subject, actor.officeId), state: subject.state },
      { subjectKind: "petition-case", subjectId: subject.id, office: subject.leadOffice },
    ),
  async run({ tx, actor, input, subject: found, now }) {
    const { tenantId, officeId, accountId } = actor;
    if (found.revision !== input.revision) throw new DomainError("stale", "staleCase");
    const people = await peopleOfCase(tx, tenantId, found.id);
    const speaking = await tx.petitionCaseRepresentative.count({
      where: { tenantId, caseId: found.id, endedAt: null },
    });
    if (speaking >= mostRepresentatives(people)) {
      throw new DomainError("conflict", speaking === 0 ? "tooFewPeople" : "representativesFull");
    }
    await tx.petitionCase.updateMany({
      where: { tenantId, id: found.id },
      data: { changedAt: now, revision: found.revision + 1 },
    });
    const representativeId = newId();
    try {
      await tx.petitionCaseRepresentative.createMany({
        data: [
          {
            tenantId,
            id: representativeId,
            caseId: found.id,
            petitionId: input.petitionId,
            kept: "plain",
            fullName: input.fullName,
            document: input.document,
            appointedOn: dayToColumn(input.appointedOn),
            officeId,
            accountId,
            at: now,
          },
        ],
      });
    } catch (error) {
      throw notAPetitioner(error);
    }
    return {
      result: { caseId: found.id },
      events: [representativeAppointed(found.id, { representativeId, petitionId: input.petitionId, people })],
    };
  },
});
