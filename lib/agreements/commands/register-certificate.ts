import "server-only";
import { assertPassword } from "@/lib/platform/auth/assert-password";
import { defineCommand } from "@/lib/platform/commands/define-command";
import { certificateRegistered } from "../events";
import { allowBesideAgreements } from "../refusal";
import { registerCertificateSchema } from "../schema";
import { keepCertificate } from "./keep-certificate";

/**
 * A person registers the certificate they will sign with elsewhere, as the holder and after the password anew. It must lead to a
 * root that the operator listed; whose it is, is this person's word, on record.
 */
export const registerCertificate = defineCommand({
  name: "agreements.registerCertificate",
  input: registerCertificateSchema,
  subject: ({ actor }) => Promise.resolve({ personId: actor.personId }),
  allow: ({ actor }) => allowBesideAgreements(actor, "registerCertificate"),
  async run({ tx, actor, input, now }) {
    const { personId } = actor;
    const { id, sha256 } = await keepCertificate(
      tx,
      actor,
      input.certificate.content,
      { personId },
      now,
      () => assertPassword(actor.accountId, input.password, now),
    );
    return {
      result: { certificateId: id },
      events: [certificateRegistered(id, { personId, sha256 })],
    };
  },
});
