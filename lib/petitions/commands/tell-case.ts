import "server-only";
import { defineCommand } from "@/lib/platform/commands/define-command";
import { dayToColumn } from "@/lib/platform/dates/days";
import type { TenantTx } from "@/lib/platform/db/tenant-transaction";
import { DomainError } from "@/lib/platform/errors/domain-error";
import type { Actor } from "@/lib/platform/tenancy/actor";
import { endLetterOfCase } from "../cases/end-letter";
import { caseTold, letterToldOfCase } from "../cases/events";
import { allowOnCase, partInCase } from "../cases/policy";
import { tellCaseSchema } from "../cases/schema";
import { findCaseForUpdate, findLettersForUpdate } from "../cases/store";

/** The letters of the acting office that were not told yet, locked before their case as `joinCase` does. */
async function lettersToTell(tx: TenantTx, { tenantId, officeId }: Actor, caseId: string) {
  const members = await tx.petitionCaseMember.findMany({
    where: { tenantId, caseId, officeId, leftAt: null, toldOn: null },
    orderBy: { petitionId: "asc" },
    select: { petitionId: true },
  });
  return findLettersForUpdate(
    tx,
    tenantId,
    members.map(({ petitionId }) => petitionId),
  );
}

/**
 * The acting office told the senders of its letters what came of the case: all that were not told yet, at once. The letters are over
 * with it, and so are their clocks.
 */
export const tellCase = defineCommand({
  name: "petitions.tellCase",
  input: tellCaseSchema,
  async subject({ tx, actor, input }) {
    const letters = await lettersToTell(tx, actor, input.caseId);
    const found = await findCaseForUpdate(tx, actor.tenantId, input.caseId);
    return found && { ...found, letters: letters ?? [] };
  },
  allow: ({ actor, subject }) =>
    allowOnCase(
      actor,
      { act: "tell", part: partInCase(subject, actor.officeId), state: subject.state },
      { subjectKind: "petition-case", subjectId: subject.id, office: subject.leadOffice },
    ),
  async run({ tx, actor, input, subject: found, now }) {
    const { tenantId, officeId } = actor;
    if (found.answeredOn !== null && input.toldOn < found.answeredOn) {
      throw new DomainError("invalid", "invalid", { fields: { toldOn: ["beforeAnswer"] } });
    }
    // Those somebody else told of while this waited for the case are told.
    const where = { tenantId, caseId: found.id, officeId, leftAt: null, toldOn: null };
    const members = await tx.petitionCaseMember.findMany({ where, select: { petitionId: true } });
    const untold = new Set(members.map(({ petitionId }) => petitionId));
    const letters = found.letters.filter(({ id }) => untold.has(id));
    if (letters.length === 0) throw new DomainError("conflict", "nobodyToTell");
    await tx.petitionCaseMember.updateMany({
      where: { ...where, petitionId: { in: letters.map(({ id }) => id) } },
      data: { toldOn: dayToColumn(input.toldOn), toldHow: input.how, toldBy: actor.accountId },
    });
    const { answer, answerDocument } = await tx.petitionCase.findUniqueOrThrow({
      where: { tenantId_id: { tenantId, id: found.id } },
      select: { answer: true, answerDocument: true },
    });
    const told = {
      on: found.answeredOn ?? input.toldOn,
      document: answerDocument ?? "",
      words: answer ?? "",
      toldOn: input.toldOn,
    };
    const ended = [];
    for (const letter of letters) ended.push(...(await endLetterOfCase(tx, actor, letter, told, now)));
    return {
      result: { caseId: found.id },
      events: [
        caseTold(found.id, { letters: letters.length, how: input.how, officeId }),
        ...letters.map(({ id }) => letterToldOfCase(id, { code: found.code, caseId: found.id })),
        ...ended,
      ],
    };
  },
});
