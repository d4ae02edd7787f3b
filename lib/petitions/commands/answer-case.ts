import "server-only";
import { defineCommand } from "@/lib/platform/commands/define-command";
import { dayToColumn } from "@/lib/platform/dates/days";
import { DomainError } from "@/lib/platform/errors/domain-error";
import { caseAnswered } from "../cases/events";
import { manyPeople } from "../cases/numbers";
import { allowOnCase, partInCase } from "../cases/policy";
import { answerCaseSchema } from "../cases/schema";
import { findCaseForUpdate, peopleOfCase } from "../cases/store";

/** One answer for all letters of a case; each office then tells the senders of those it handles. */
export const answerCase = defineCommand({
  name: "petitions.answerCase",
  input: answerCaseSchema,
  subject: ({ tx, actor, input }) => findCaseForUpdate(tx, actor.tenantId, input.caseId),
  allow: ({ actor, subject }) =>
    allowOnCase(
      actor,
      { act: "answer", part: partInCase(subject, actor.officeId), state: subject.state },
      { subjectKind: "petition-case", subjectId: subject.id, office: subject.leadOffice },
    ),
  async run({ tx, actor, input, subject: found, now }) {
    const { tenantId } = actor;
    if (found.revision !== input.revision) throw new DomainError("stale", "staleCase");
    const people = await peopleOfCase(tx, tenantId, found.id);
    const speaking = await tx.petitionCaseRepresentative.count({
      where: { tenantId, caseId: found.id, endedAt: null },
    });
    if (people >= manyPeople && speaking === 0) throw new DomainError("conflict", "representativesMissing");
    await tx.petitionCase.updateMany({
      where: { tenantId, id: found.id },
      data: {
        state: "answered",
        answer: input.words,
        answerDocument: input.documentNumber,
        answeredOn: dayToColumn(input.answeredOn),
        changedAt: now,
        revision: found.revision + 1,
      },
    });
    return {
      result: { caseId: found.id },
      events: [caseAnswered(found.id, { people, on: input.answeredOn })],
    };
  },
});
