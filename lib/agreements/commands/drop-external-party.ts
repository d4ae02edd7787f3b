import "server-only";
import { defineCommand } from "@/lib/platform/commands/define-command";
import { DomainError } from "@/lib/platform/errors/domain-error";
import { externalPartyDropped } from "../external/events";
import { dropExternalPartySchema } from "../external/schema";
import { allowOnVersion } from "../refusal";
import { assertRevision, findVersionForUpdate, touchVersion } from "../store";

/** The contact office takes a party outside out of its draft again. */
export const dropExternalParty = defineCommand({
  name: "agreements.dropExternalParty",
  input: dropExternalPartySchema,
  subject: ({ tx, actor, input }) => findVersionForUpdate(tx, actor.tenantId, input.versionId),
  allow: ({ tx, actor, subject }) => allowOnVersion(tx, actor, "nameOutside", subject),
  async run({ tx, actor, input, subject, now }) {
    assertRevision(subject, input.revision);
    const { tenantId, accountId } = actor;
    const party = subject.outside.find(({ id }) => id === input.partyId);
    if (!party) throw new DomainError("stale", "staleText");
    await tx.externalParty.deleteMany({ where: { tenantId, id: party.id } });
    await touchVersion(tx, tenantId, subject, { accountId, now });
    return {
      result: { versionId: subject.id, agreementId: subject.agreementId },
      events: [externalPartyDropped(subject.id, { partyId: party.id, bodyId: party.bodyId })],
    };
  },
});
