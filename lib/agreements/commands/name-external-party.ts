import "server-only";
import { defineCommand } from "@/lib/platform/commands/define-command";
import { DomainError } from "@/lib/platform/errors/domain-error";
import { newId } from "@/lib/platform/ids";
import { externalPartyNamed } from "../external/events";
import { nameExternalPartySchema } from "../external/schema";
import { allowOnVersion } from "../refusal";
import { assertRevision, findVersionForUpdate, touchVersion } from "../store";

/** So many fit on a paper beside the offices. */
const most = 3;

function wrong(field: string, message: string): DomainError {
  return new DomainError("invalid", "invalid", { fields: { [field]: [message] } });
}

/**
 * The contact office names an organisation of the register of bodies outside as a party, while the agreement is its draft: which
 * office represents it, who signs for it and from which post.
 */
export const nameExternalParty = defineCommand({
  name: "agreements.nameExternalParty",
  input: nameExternalPartySchema,
  subject: ({ tx, actor, input }) => findVersionForUpdate(tx, actor.tenantId, input.versionId),
  allow: ({ tx, actor, subject }) => allowOnVersion(tx, actor, "nameOutside", subject),
  async run({ tx, actor, input, subject, now }) {
    assertRevision(subject, input.revision);
    const { tenantId, accountId } = actor;
    const { bodyId, officeId, signingTitle, signerName } = input;
    const body = await tx.externalBody.findFirst({
      where: { tenantId, id: bodyId, active: true },
      select: { name: true },
    });
    if (!body) throw wrong("bodyId", "chooseOne");
    if (!subject.parties.some((party) => party.officeId === officeId)) throw wrong("officeId", "chooseOne");
    if (subject.outside.some((party) => party.bodyId === bodyId)) throw wrong("bodyId", "bodyIsParty");
    if (subject.outside.length >= most) throw wrong("bodyId", "outsideFull");
    const partyId = newId();
    await tx.externalParty.createMany({
      data: [
        {
          tenantId,
          id: partyId,
          agreementId: subject.agreementId,
          bodyId,
          name: body.name,
          officeId,
          signingTitle,
          signerName,
          ordinal: Math.max(0, ...subject.outside.map(({ ordinal }) => ordinal)) + 1,
          accountId,
          namedAt: now,
        },
      ],
    });
    await touchVersion(tx, tenantId, subject, { accountId, now });
    return {
      result: { versionId: subject.id, agreementId: subject.agreementId, partyId },
      events: [externalPartyNamed(subject.id, { partyId, bodyId, officeId })],
    };
  },
});
