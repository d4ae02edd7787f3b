import "server-only";
import { defineCommand } from "@/lib/platform/commands/define-command";
import { signingKeyRequested } from "../events";
import { allowBesideAgreements } from "../refusal";
import { requestSigningKeySchema } from "../schema";
import { keepKeyRequest } from "./keep-key-request";

/**
 * Who forgot the passphrase, or has no key yet, makes a new key under a passphrase that nobody else ever knows, after the password
 * anew. It signs nothing until the operator gave it a certificate (`key-enrolment.ts`); one asked for before is replaced.
 */
export const requestSigningKey = defineCommand({
  name: "agreements.requestSigningKey",
  input: requestSigningKeySchema,
  subject: ({ actor }) => Promise.resolve({ personId: actor.personId }),
  allow: ({ actor }) => allowBesideAgreements(actor, "requestKey"),
  async run(scope) {
    const requestId = await keepKeyRequest(scope, null);
    return {
      result: { requestId },
      events: [signingKeyRequested(requestId, { personId: scope.actor.personId })],
    };
  },
});
