import "server-only";
import { defineCommand } from "@/lib/platform/commands/define-command";
import { DomainError } from "@/lib/platform/errors/domain-error";
import { appointmentEnded } from "../cases/events";
import { allowOnCase, partInCase } from "../cases/policy";
import { endAppointmentSchema } from "../cases/schema";
import { findCaseForUpdate } from "../cases/store";

/** Somebody speaks for the senders no more: said with the reason, and the line stays. */
export const endAppointment = defineCommand({
  name: "petitions.endAppointment",
  input: endAppointmentSchema,
  subject: ({ tx, actor, input }) => findCaseForUpdate(tx, actor.tenantId, input.caseId),
  allow: ({ actor, subject }) =>
    allowOnCase(
      actor,
      { act: "endAppointment", part: partInCase(subject, actor.officeId), state: subject.state },
      { subjectKind: "petition-case", subjectId: subject.id, office: subject.leadOffice },
    ),
  async run({ tx, actor, input, subject: found, now }) {
    const { tenantId } = actor;
    if (found.revision !== input.revision) throw new DomainError("stale", "staleCase");
    const representative = await tx.petitionCaseRepresentative.findFirst({
      where: { tenantId, caseId: found.id, id: input.representativeId, endedAt: null },
      select: { id: true },
    });
    if (!representative) throw new DomainError("conflict", "appointmentEnded");
    await tx.petitionCase.updateMany({
      where: { tenantId, id: found.id },
      data: { changedAt: now, revision: found.revision + 1 },
    });
    await tx.petitionCaseRepresentative.updateMany({
      where: { tenantId, id: representative.id },
      data: { endedAt: now, endedBy: actor.accountId, endReason: input.reason },
    });
    return {
      result: { caseId: found.id },
      events: [appointmentEnded(found.id, { representativeId: representative.id })],
    };
  },
});
