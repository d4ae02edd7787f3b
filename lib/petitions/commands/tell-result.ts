import "server-only";
import { defineCommand } from "@/lib/platform/commands/define-command";
import { DomainError } from "@/lib/platform/errors/domain-error";
import { resultTold } from "../events";
import { refuseNames } from "../identity/refuse-names";
import { allowOnPetition } from "../refusal";
import { tellResultSchema } from "../schema";
import { findPetitionForUpdate } from "../store";

/** The result goes back to the office that gave the letter over (Luật Tiếp công dân, art. 27(2)). */
export const tellResult = defineCommand({
  name: "petitions.tellResult",
  input: tellResultSchema,
  subject: ({ tx, actor, input }) => findPetitionForUpdate(tx, actor.tenantId, input.petitionId),
  allow: ({ tx, actor, subject }) => allowOnPetition(tx, actor, "tellResult", subject),
  async run({ tx, actor, input, subject: petition, now }) {
    const { tenantId } = actor;
    const { forward } = petition;
    if (forward?.id !== input.forwardId || forward.state !== "acknowledged") {
      throw new DomainError("stale", "stalePetition");
    }
    const { result, documentNumber } = input;
    await refuseNames(tx, tenantId, petition, { result, documentNumber });
    await tx.petitionForward.updateMany({
      where: { tenantId, id: forward.id },
      data: {
        state: "answered",
        result: input.result,
        resultDocument: input.documentNumber,
        answeredAt: now,
      },
    });
    return {
      result: { petitionId: petition.id },
      events: [resultTold(petition.id, { officeId: forward.fromOfficeId })],
    };
  },
});
