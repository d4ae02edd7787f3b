import "server-only";
import { defineCommand } from "@/lib/platform/commands/define-command";
import { DomainError } from "@/lib/platform/errors/domain-error";
import { articleEdited } from "../events";
import { allowOnVersion } from "../refusal";
import { editArticleSchema } from "../schema";
import { assertRevision, consentedOfficeIds, findVersionForUpdate, touchVersion } from "../store";

/** Any party changes an article while the text is open; the consents given so far fall away (article 13 clauses 2, 3). */
export const editArticle = defineCommand({
  name: "agreements.editArticle",
  input: editArticleSchema,
  subject: ({ tx, actor, input }) => findVersionForUpdate(tx, actor.tenantId, input.versionId),
  allow: ({ tx, actor, subject }) => allowOnVersion(tx, actor, "edit", subject),
  async run({ tx, actor, input, subject, now }) {
    assertRevision(subject, input.revision);
    const { tenantId } = actor;
    const cleared = await consentedOfficeIds(tx, tenantId, subject.id);
    const changed = await tx.agreementArticle.updateMany({
      where: { tenantId, versionId: subject.id, articleKey: input.articleKey },
      data: { heading: input.heading, clauses: input.text },
    });
    if (changed.count !== 1)
      throw new DomainError("invalid", "invalid", { fields: { articleKey: ["invalid"] } });
    await touchVersion(tx, tenantId, subject, { accountId: actor.accountId, now });
    return {
      result: { versionId: subject.id, agreementId: subject.agreementId },
      events: [articleEdited(subject.id, { articleKey: input.articleKey, consentsCleared: cleared })],
    };
  },
});
