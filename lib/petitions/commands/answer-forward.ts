import "server-only";
import { defineCommand } from "@/lib/platform/commands/define-command";
import { DomainError } from "@/lib/platform/errors/domain-error";
import { keepClocksOf } from "../clocks/load-timeline";
import { forwardAnswered } from "../events";
import { refuseNames } from "../identity/refuse-names";
import { allowOnPetition } from "../refusal";
import { answerForwardSchema } from "../schema";
import { findPetitionForUpdate } from "../store";

/**
 * The office a letter was given to says that it has it, and handles it from now on; or sends it back and says why. Given over,
 * the letter begins anew there: the outcome "forwarded" is the other office's, and stands in the slip.
 */
export const answerForward = defineCommand({
  name: "petitions.answerForward",
  input: answerForwardSchema,
  subject: ({ tx, actor, input }) => findPetitionForUpdate(tx, actor.tenantId, input.petitionId),
  allow: ({ tx, actor, subject }) => allowOnPetition(tx, actor, "answerForward", subject),
  async run({ tx, actor, input, subject: petition, now }) {
    const { tenantId } = actor;
    const { forward } = petition;
    if (
      forward?.id !== input.forwardId ||
      forward.state !== "sent" ||
      forward.toOfficeId !== actor.officeId
    ) {
      throw new DomainError("stale", "stalePetition");
    }
    await refuseNames(tx, tenantId, petition, { reason: input.reason });
    await tx.petitionForward.updateMany({
      where: { tenantId, id: forward.id },
      data: {
        state: input.answer,
        backReason: input.answer === "sent-back" ? input.reason : "",
        answeredAt: now,
      },
    });
    if (input.answer === "acknowledged") {
      await tx.petition.updateMany({
        where: { tenantId, id: petition.id },
        data: {
          leadOfficeId: actor.officeId,
          leadWhy: "forwarded",
          versionId: null,
          dutyId: null,
          subjectKey: null,
          state: "classified",
          competent: true,
          outcome: null,
          outcomeOn: null,
          changedAt: now,
          revision: petition.revision + 1,
        },
      });
    }
    await keepClocksOf(tx, { tenantId, petitionId: petition.id, now });
    return {
      result: { petitionId: petition.id },
      events: [forwardAnswered(petition.id, { answer: input.answer })],
    };
  },
});
