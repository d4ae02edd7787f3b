import "server-only";
import { defineCommand } from "@/lib/platform/commands/define-command";
import { signingKeyRequested } from "../events";
import { allowBesideAgreements } from "../refusal";
import { requestSigningKeySchema } from "../schema";
import { keepKeyRequest } from "./keep-key-request";

/**
 * The records clerk who holds the organisation's key makes a new one, where its passphrase is forgotten or its clerk is another: as a
 * person does for the own. What the old one signed stays as it was at its time.
 */
export const requestOfficeKey = defineCommand({
  name: "agreements.requestOfficeKey",
  input: requestSigningKeySchema,
  subject: ({ actor }) => Promise.resolve({ officeId: actor.officeId }),
  allow: ({ actor }) => allowBesideAgreements(actor, "requestOfficeKey"),
  async run(scope) {
    const { officeId } = scope.actor;
    const requestId = await keepKeyRequest(scope, officeId);
    return { result: { requestId }, events: [signingKeyRequested(requestId, { officeId })] };
  },
});
