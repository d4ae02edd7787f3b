import "server-only";
import { defineCommand } from "@/lib/platform/commands/define-command";
import { formSet } from "../events";
import { allowOnVersion } from "../refusal";
import { setFormSchema } from "../schema";
import { assertRevision, consentedOfficeIds, findVersionForUpdate, touchVersion } from "../store";

/** Chooses the form in which the paper is drawn; the form is part of the text, so that consents fall away. */
export const setForm = defineCommand({
  name: "agreements.setForm",
  input: setFormSchema,
  subject: ({ tx, actor, input }) => findVersionForUpdate(tx, actor.tenantId, input.versionId),
  allow: ({ tx, actor, subject }) => allowOnVersion(tx, actor, "edit", subject),
  async run({ tx, actor, input, subject, now }) {
    assertRevision(subject, input.revision);
    const { tenantId, accountId } = actor;
    const cleared = await consentedOfficeIds(tx, tenantId, subject.id);
    const recipients = input.form === "joint" ? [] : input.recipients;
    await touchVersion(tx, tenantId, subject, { accountId, now }, { form: input.form, recipients });
    return {
      result: { versionId: subject.id, agreementId: subject.agreementId },
      events: [formSet(subject.id, { from: subject.form, form: input.form, consentsCleared: cleared })],
    };
  },
});
