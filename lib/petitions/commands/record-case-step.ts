import "server-only";
import { defineCommand } from "@/lib/platform/commands/define-command";
import { dayToColumn } from "@/lib/platform/dates/days";
import { DomainError } from "@/lib/platform/errors/domain-error";
import { newId } from "@/lib/platform/ids";
import { caseStepRecorded } from "../cases/events";
import { loadMembers } from "../cases/load-members";
import { stepMissing } from "../cases/numbers";
import { allowOnCase, partInCase } from "../cases/policy";
import { recordCaseStepSchema } from "../cases/schema";
import { findCaseForUpdate, loadSteps } from "../cases/store";

/**
 * What was done of a matter that does not end: settled, reviewed, notified, explained, in this order; and that it is dragged on on
 * purpose, only after all of them and a letter that came later (Luật Tiếp công dân 2013, art. 9(3)).
 */
export const recordCaseStep = defineCommand({
  name: "petitions.recordCaseStep",
  input: recordCaseStepSchema,
  subject: ({ tx, actor, input }) => findCaseForUpdate(tx, actor.tenantId, input.caseId),
  allow: ({ actor, input, subject }) =>
    allowOnCase(
      actor,
      {
        act: input.kind === "persistent" ? "persist" : "recordStep",
        part: partInCase(subject, actor.officeId),
        state: subject.state,
      },
      { subjectKind: "petition-case", subjectId: subject.id, office: subject.leadOffice },
    ),
  async run({ tx, actor, input, subject: found, now }) {
    const { tenantId, officeId, accountId } = actor;
    if (found.revision !== input.revision) throw new DomainError("stale", "staleCase");
    const steps = await loadSteps(tx, tenantId, found.id);
    if (input.kind === "persistent" && steps.some(({ kind }) => kind === "persistent")) {
      throw new DomainError("conflict", "persistentAlready");
    }
    const letters = (await loadMembers(tx, found.id, officeId)).filter(({ leftAt }) => leftAt === null);
    const missing = stepMissing(input.kind, input.onDay, steps, letters);
    if (missing) throw new DomainError("invalid", "invalid", { fields: { kind: [missing] } });
    await tx.petitionCase.updateMany({
      where: { tenantId, id: found.id },
      data: { changedAt: now, revision: found.revision + 1 },
    });
    await tx.petitionCaseStep.createMany({
      data: [
        {
          tenantId,
          id: newId(),
          caseId: found.id,
          kind: input.kind,
          onDay: dayToColumn(input.onDay),
          document: input.document,
          note: input.note,
          officeId,
          accountId,
          at: now,
        },
      ],
    });
    return {
      result: { caseId: found.id },
      events: [caseStepRecorded(found.id, { kind: input.kind, on: input.onDay })],
    };
  },
});
