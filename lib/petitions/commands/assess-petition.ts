import "server-only";
import { defineCommand } from "@/lib/platform/commands/define-command";
import { DomainError } from "@/lib/platform/errors/domain-error";
import { keepClocksOf } from "../clocks/load-timeline";
import { conditionsOf, mayNotApply } from "../conditions";
import { petitionAssessed } from "../events";
import { refuseNames } from "../identity/refuse-names";
import { allowOnPetition } from "../refusal";
import { assessPetitionSchema } from "../schema";
import { findPetitionForUpdate } from "../store";

function wrong(field: string, message: string): DomainError {
  return new DomainError("invalid", "invalid", { fields: { [field]: [message] } });
}

/**
 * A letter's conditions, one by one, each with the article that asks it (TT 05/2021/TT-TTCP, art. 6; Luật Khiếu nại, art. 11;
 * Luật Tố cáo, art. 29): met, not met, or not asked of this letter. Judged again, the earlier judgement gives way; the history keeps both.
 */
export const assessPetition = defineCommand({
  name: "petitions.assess",
  input: assessPetitionSchema,
  subject: ({ tx, actor, input }) => findPetitionForUpdate(tx, actor.tenantId, input.petitionId),
  allow: ({ tx, actor, subject }) => allowOnPetition(tx, actor, "assess", subject),
  async run({ tx, actor, input, subject: petition, now }) {
    const { tenantId } = actor;
    if (petition.revision !== input.revision) throw new DomainError("stale", "stalePetition");
    const asked = conditionsOf(petition.class);
    if (asked.length === 0) throw new DomainError("conflict", "mixedIsSplit");
    if (input.met.some((key) => !asked.some((condition) => condition.key === key))) {
      throw wrong("met", "conditionUnknown");
    }
    const represented =
      (await tx.petitionPerson.count({
        where: { tenantId, petitionId: petition.id, part: "representative" },
      })) > 0;
    const beside = mayNotApply(petition.class, represented).map(({ key }) => key);
    const without = input.notApplicable;
    if (without.some((key) => !beside.includes(key))) throw wrong("notApplicable", "conditionApplies");
    const all = asked.map(({ key }) => key).filter((key) => !without.includes(key));
    const met = input.all === "met" ? all : input.met;
    if (met.some((key) => without.includes(key))) throw wrong("notApplicable", "conditionBoth");
    await refuseNames(tx, tenantId, petition, { note: input.note });
    await tx.petitionCheck.deleteMany({ where: { tenantId, petitionId: petition.id } });
    await tx.petitionCheck.createMany({
      data: asked.map(({ key, basis }) => ({
        tenantId,
        petitionId: petition.id,
        conditionKey: key,
        met: without.includes(key) ? null : met.includes(key),
        basis,
        note: input.note,
        accountId: actor.accountId,
        checkedAt: now,
      })),
    });
    await tx.petition.updateMany({
      where: { tenantId, id: petition.id },
      data: { changedAt: now, revision: petition.revision + 1 },
    });
    const unmet = all.filter((key) => !met.includes(key));
    await keepClocksOf(tx, { tenantId, petitionId: petition.id, now });
    return {
      result: { petitionId: petition.id },
      events: [petitionAssessed(petition.id, { class: petition.class, unmet, notApplicable: without })],
    };
  },
});
