import "server-only";
import { defineCommand } from "@/lib/platform/commands/define-command";
import { dayAt, dayToColumn, formatDay, parseTypedDay } from "@/lib/platform/dates/days";
import { DomainError } from "@/lib/platform/errors/domain-error";
import { keepClocksOf } from "../clocks/load-timeline";
import { bodyAnswered } from "../events";
import { enterAnswerSchema } from "../external/schema";
import { refuseNames } from "../identity/refuse-names";
import { allowOnPetition } from "../refusal";
import { findPetitionForUpdate } from "../store";

/**
 * What a body outside answered on paper or by telephone, written down for it by the office that gave the letter over, and marked
 * so. With the result (Luật Tiếp công dân, art. 27(2)) the letter is over.
 */
export const enterBodyAnswer = defineCommand({
  name: "petitions.enterBodyAnswer",
  input: enterAnswerSchema,
  subject: ({ tx, actor, input }) => findPetitionForUpdate(tx, actor.tenantId, input.petitionId),
  allow: ({ tx, actor, subject }) => allowOnPetition(tx, actor, "enterAnswer", subject),
  async run({ tx, actor, input, subject: petition, now }) {
    const { tenantId } = actor;
    const { forward } = petition;
    const { answer, ground, words, documentNumber } = input;
    if (
      forward?.id !== input.forwardId ||
      forward.toBodyId === null ||
      !["sent", "acknowledged"].includes(forward.state) ||
      forward.state === answer
    ) {
      throw new DomainError("stale", "stalePetition");
    }
    await refuseNames(tx, tenantId, petition, { words, documentNumber });
    const resultOn = answer === "answered" ? parseTypedDay(input.resultOn, dayAt(now)) : null;
    if (resultOn !== null && resultOn < forward.sentOn) {
      throw new DomainError("invalid", "invalid", { fields: { resultOn: ["beforeSlip"] } });
    }
    await tx.petitionForward.updateMany({
      where: { tenantId, id: forward.id },
      data: {
        state: answer,
        answeredVia: "office",
        answeredAt: now,
        ...(answer === "sent-back" ? { backGround: ground, backReason: words } : {}),
        ...(resultOn === null
          ? {}
          : { result: words, resultDocument: documentNumber, resultOn: dayToColumn(resultOn) }),
      },
    });
    if (resultOn !== null) {
      await tx.petition.updateMany({
        where: { tenantId, id: petition.id },
        data: {
          closedAt: now,
          followUp: [`${documentNumber}, ${formatDay(resultOn)}`, words].filter(Boolean).join(": "),
          changedAt: now,
          revision: petition.revision + 1,
        },
      });
      await keepClocksOf(tx, { tenantId, petitionId: petition.id, now });
    }
    return {
      result: { petitionId: petition.id },
      events: [bodyAnswered(petition.id, { answer, bodyId: forward.toBodyId, via: "office" })],
    };
  },
});
