import "server-only";
import { defineCommand } from "@/lib/platform/commands/define-command";
import { dayAt, dayToColumn } from "@/lib/platform/dates/days";
import { DomainError } from "@/lib/platform/errors/domain-error";
import { keepClocksOf } from "../clocks/load-timeline";
import { petitionConcluded } from "../events";
import { refuseNames } from "../identity/refuse-names";
import { isNumberBook } from "../numbers";
import { allowOnPetition } from "../refusal";
import { whyNot, yearsAfter } from "../rules";
import { concludePetitionSchema } from "../schema";
import { findPetitionForUpdate } from "../store";
import { takeNumber } from "../take-number";
import { actOfConclusion } from "../way";

/**
 * How the lead ends its work on a letter: guided once, returned to who forwarded it, not accepted, settled, withdrawn, or filed
 * away for its time (TT 05/2021/TT-TTCP, art. 9, 28; Luật Khiếu nại, art. 10, 11; Luật Tố cáo, art. 29, 33).
 */
export const concludePetition = defineCommand({
  name: "petitions.conclude",
  input: concludePetitionSchema,
  subject: ({ tx, actor, input }) => findPetitionForUpdate(tx, actor.tenantId, input.petitionId),
  allow: ({ tx, actor, input, subject }) =>
    allowOnPetition(tx, actor, actOfConclusion[input.conclusion], subject),
  async run({ tx, actor, input, subject: petition, now }) {
    const { tenantId } = actor;
    const { conclusion } = input;
    if (petition.revision !== input.revision) throw new DomainError("stale", "stalePetition");
    const unmet = await tx.petitionCheck.count({ where: { tenantId, petitionId: petition.id, met: false } });
    const why = whyNot(conclusion, { ...petition, unmet });
    if (why) throw new DomainError("invalid", "invalid", { fields: { conclusion: [why] } });
    const { words, body, documentNumber } = input;
    await refuseNames(tx, tenantId, petition, { words, body, documentNumber });
    const today = dayAt(now);
    if (isNumberBook(conclusion)) {
      await takeNumber(
        tx,
        { tenantId, officeId: actor.officeId, year: Number(today.slice(0, 4)) },
        conclusion,
        {
          number: documentNumber,
          petitionId: petition.id,
          anyway: input.sameNumber,
        },
      );
    }
    await tx.petition.updateMany({
      where: { tenantId, id: petition.id },
      data: {
        state: conclusion,
        outcome: conclusion,
        outcomeOn: dayToColumn(today),
        followUp: input.words,
        ...(conclusion === "guided" || conclusion === "returned" ? { outcomeBody: input.body } : {}),
        ...(input.documentNumber ? { outcomeDocument: input.documentNumber } : {}),
        ...(conclusion === "filed-away"
          ? { keepUntil: dayToColumn(yearsAfter(today, input.keepYears)) }
          : {}),
        closedAt: now,
        changedAt: now,
        revision: petition.revision + 1,
      },
    });
    await keepClocksOf(tx, { tenantId, petitionId: petition.id, now });
    return {
      result: { petitionId: petition.id },
      events: [petitionConcluded(petition.id, { conclusion })],
    };
  },
});
