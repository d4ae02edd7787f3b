import "server-only";
import { defineCommand } from "@/lib/platform/commands/define-command";
import { DomainError } from "@/lib/platform/errors/domain-error";
import { caseLeft, letterOutOfCase } from "../cases/events";
import { mostRepresentatives } from "../cases/numbers";
import { allowOnCase, partInCase } from "../cases/policy";
import { leaveCaseSchema } from "../cases/schema";
import { findCaseForUpdate, peopleOfCase } from "../cases/store";

/** A letter is taken out of its case, with the reason, by who handles it or who leads the case; who speaks for it speaks no more. */
export const leaveCase = defineCommand({
  name: "petitions.leaveCase",
  input: leaveCaseSchema,
  async subject({ tx, actor, input }) {
    const { tenantId } = actor;
    const found = await findCaseForUpdate(tx, tenantId, input.caseId);
    if (!found) return null;
    const member = await tx.petitionCaseMember.findFirst({
      where: { tenantId, caseId: found.id, petitionId: input.petitionId, leftAt: null },
      select: { id: true, officeId: true },
    });
    return { found, member };
  },
  allow({ actor, subject: { found, member } }) {
    const part =
      found.leadOfficeId === actor.officeId
        ? "lead"
        : member?.officeId === actor.officeId
          ? "letter"
          : partInCase(found, actor.officeId);
    return allowOnCase(
      actor,
      { act: "leave", part, state: found.state },
      { subjectKind: "petition-case", subjectId: found.id, office: found.leadOffice },
    );
  },
  async run({ tx, actor, input, subject: { found, member }, now }) {
    const { tenantId } = actor;
    if (!member) throw new DomainError("conflict", "notInCase");
    await tx.petitionCaseMember.updateMany({
      where: { tenantId, id: member.id },
      data: { kept: null, leftAt: now, leftBy: actor.accountId, leftReason: input.reason },
    });
    const speaking = await tx.petitionCaseRepresentative.count({
      where: { tenantId, caseId: found.id, endedAt: null },
    });
    if (speaking > mostRepresentatives(await peopleOfCase(tx, tenantId, found.id))) {
      throw new DomainError("conflict", "representativesTooMany");
    }
    return {
      result: { caseId: found.id },
      events: [
        caseLeft(found.id, { petitionId: input.petitionId }),
        letterOutOfCase(input.petitionId, { code: found.code, caseId: found.id }),
      ],
    };
  },
});
