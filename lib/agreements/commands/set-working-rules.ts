import "server-only";
import { defineCommand } from "@/lib/platform/commands/define-command";
import { DomainError } from "@/lib/platform/errors/domain-error";
import { workingRulesSet } from "../events";
import { allowOnVersion } from "../refusal";
import { setWorkingRulesSchema } from "../schema";
import { assertRevision, consentedOfficeIds, findVersionForUpdate, touchVersion } from "../store";
import type { Silence } from "../template/types";
import { rewordRules } from "../working-rules";
import { rewordDuties } from "./reword-duties";

/**
 * Changes how a duty is worked by. The days stand in the words of its clause too: where it is plain which of them is meant the
 * words follow, else the page says that they do not agree.
 */
export const setWorkingRules = defineCommand({
  name: "agreements.setWorkingRules",
  input: setWorkingRulesSchema,
  subject: ({ tx, actor, input }) => findVersionForUpdate(tx, actor.tenantId, input.versionId),
  allow: ({ tx, actor, subject }) => allowOnVersion(tx, actor, "edit", subject),
  async run({ tx, actor, input, subject, now }) {
    assertRevision(subject, input.revision);
    const { tenantId } = actor;
    const duty = await tx.coordinationDuty.findUnique({
      where: { tenantId_id: { tenantId, id: input.dutyId } },
      include: { area: { include: { article: true } } },
    });
    if (!duty || duty.versionId !== subject.id) throw new DomainError("not-found", "notFound");
    const { noticeDays, paperDays, opinionDays, silence } = input;
    const rules = { noticeDays, paperDays, opinionDays, silence };
    const before = {
      noticeDays: duty.noticeDays,
      paperDays: duty.paperDays,
      opinionDays: duty.opinionDays,
      silence: duty.silence as Silence,
    };
    const cleared = await consentedOfficeIds(tx, tenantId, subject.id);
    await tx.coordinationDuty.updateMany({ where: { tenantId, id: duty.id }, data: rules });
    const { articleKey, clauses } = duty.area.article;
    const text = clauses.map((clause, index) =>
      index + 1 === duty.clause ? rewordRules(clause, before, rules) : clause,
    );
    const reworded = text.some((clause, index) => clause !== clauses[index]);
    if (reworded) {
      await tx.agreementArticle.updateMany({
        where: { tenantId, versionId: subject.id, articleKey },
        data: { clauses: text },
      });
      await rewordDuties(tx, tenantId, subject.id, { articleKey, text });
    }
    await touchVersion(tx, tenantId, subject, { accountId: actor.accountId, now });
    return {
      result: { versionId: subject.id, agreementId: subject.agreementId, dutyKey: duty.dutyKey },
      events: [
        workingRulesSet(subject.id, {
          dutyKey: duty.dutyKey,
          before,
          after: rules,
          reworded,
          consentsCleared: cleared,
        }),
      ],
    };
  },
});
