import "server-only";
import { defineCommand } from "@/lib/platform/commands/define-command";
import { dayToColumn } from "@/lib/platform/dates/days";
import { DomainError } from "@/lib/platform/errors/domain-error";
import { caseTold, letterToldOfCase } from "../cases/events";
import { allowOnCase, partInCase } from "../cases/policy";
import { tellCaseSchema } from "../cases/schema";
import { findCaseForUpdate } from "../cases/store";

/** The acting office told the senders of its letters what came of the case: all that were not told yet, at once. */
export const tellCase = defineCommand({
  name: "petitions.tellCase",
  input: tellCaseSchema,
  subject: ({ tx, actor, input }) => findCaseForUpdate(tx, actor.tenantId, input.caseId),
  allow: ({ actor, subject }) =>
    allowOnCase(
      actor,
      { act: "tell", part: partInCase(subject, actor.officeId), state: subject.state },
      { subjectKind: "petition-case", subjectId: subject.id, office: subject.leadOffice },
    ),
  async run({ tx, actor, input, subject: found }) {
    const { tenantId, officeId } = actor;
    if (found.answeredOn !== null && input.toldOn < found.answeredOn) {
      throw new DomainError("invalid", "invalid", { fields: { toldOn: ["beforeAnswer"] } });
    }
    const where = { tenantId, caseId: found.id, officeId, leftAt: null, toldOn: null };
    const letters = await tx.petitionCaseMember.findMany({ where, select: { petitionId: true } });
    if (letters.length === 0) throw new DomainError("conflict", "nobodyToTell");
    await tx.petitionCaseMember.updateMany({
      where,
      data: { toldOn: dayToColumn(input.toldOn), toldHow: input.how, toldBy: actor.accountId },
    });
    return {
      result: { caseId: found.id },
      events: [
        caseTold(found.id, { letters: letters.length, how: input.how, officeId }),
        ...letters.map(({ petitionId }) =>
          letterToldOfCase(petitionId, { code: found.code, caseId: found.id }),
        ),
      ],
    };
  },
});
