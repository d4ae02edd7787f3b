import "server-only";
import { assertPassword } from "@/lib/platform/auth/assert-password";
import { defineCommand } from "@/lib/platform/commands/define-command";
import { externalCertificateRegistered } from "../external/events";
import { registerExternalCertificateSchema } from "../external/schema";
import { allowToSpeakFor } from "../refusal";
import { findVersionForUpdate } from "../store";
import { keepCertificate } from "./keep-certificate";

/**
 * The office that represents a party outside registers the certificate with which that party signs, after the password anew. It must
 * lead to a root that the operator listed; that it is this body's is the office's word, on record.
 */
export const registerExternalCertificate = defineCommand({
  name: "agreements.registerExternalCertificate",
  input: registerExternalCertificateSchema,
  subject: ({ tx, actor, input }) => findVersionForUpdate(tx, actor.tenantId, input.versionId),
  allow: ({ tx, actor, input, subject }) => allowToSpeakFor(tx, actor, input.partyId, subject),
  async run({ tx, actor, input, subject, now }) {
    const party = subject.outside.find(({ id }) => id === input.partyId);
    const { id, sha256 } = await keepCertificate(
      tx,
      actor,
      input.certificate.content,
      { bodyId: party?.bodyId ?? "" },
      now,
      () => assertPassword(actor.accountId, input.password, now),
    );
    return {
      result: { agreementId: subject.agreementId },
      events: [
        externalCertificateRegistered(subject.id, { partyId: input.partyId, certificateId: id, sha256 }),
      ],
    };
  },
});
