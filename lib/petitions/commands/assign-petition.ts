import "server-only";
import { defineCommand } from "@/lib/platform/commands/define-command";
import type { TenantTx } from "@/lib/platform/db/tenant-transaction";
import { DomainError } from "@/lib/platform/errors/domain-error";
import { newId } from "@/lib/platform/ids";
import type { Actor } from "@/lib/platform/tenancy/actor";
import { petitionAssigned } from "../events";
import { findHandler, loadHandlers } from "../handler/store";
import { sealHandlerReason } from "../handler/texts";
import type { HandlerChoice } from "../handler/types";
import { namesPerson } from "../identity/person";
import { refuseNames } from "../identity/refuse-names";
import { openLetter } from "../identity/sealing";
import { allowOnPetition } from "../refusal";
import { assignPetitionSchema } from "../schema";
import { findPetitionForUpdate, type LockedPetition } from "../store";

function wrong(field: string, message: string): DomainError {
  return new DomainError("invalid", "invalid", { fields: { [field]: [message] } });
}

/** Told to that person alone, by the code: the text is read again by who may. */
async function tellHandler(
  tx: TenantTx,
  { tenantId, officeId }: Actor,
  petition: LockedPetition,
  { accountId }: Pick<HandlerChoice, "accountId">,
  now: Date,
) {
  await tx.notice.createMany({
    data: [
      {
        tenantId,
        id: newId(),
        officeId,
        accountId,
        kind: "petition-assigned",
        subjectKind: "petition",
        subjectId: petition.id,
        payload: { code: petition.code },
        createdAt: now,
      },
    ],
  });
}

/**
 * Gives a letter to a named person of the office that handles it, to another with a reason, or to nobody. Who it is given to finds it on
 * the desk and is reminded; a sealed letter opens to that person alone from then on.
 */
export const assignPetition = defineCommand({
  name: "petitions.assign",
  input: assignPetitionSchema,
  subject: ({ tx, actor, input }) => findPetitionForUpdate(tx, actor.tenantId, input.petitionId),
  allow: ({ tx, actor, subject }) => allowOnPetition(tx, actor, "assign", subject),
  async run({ tx, actor, input, subject: petition, now }) {
    const { tenantId, officeId, accountId } = actor;
    const { reason } = input;
    if (petition.revision !== input.revision) throw new DomainError("stale", "stalePetition");
    const before = await findHandler(tx, tenantId, petition.id);
    const to = (await loadHandlers(tx, actor)).find(
      ({ postId, personId }) => postId === input.handler?.postId && personId === input.handler.personId,
    );
    if (input.handler !== null && !to) throw wrong("handler", "handlerNotOfOffice");
    if (to ? before?.postId === to.postId && before.personId === to.personId : before === null) {
      throw wrong("handler", "handlerAlready");
    }
    if (before !== null && reason.length < 5) throw wrong("reason", "handlerReasonMissing");
    await refuseNames(tx, tenantId, petition, { reason });
    const id = newId();
    const opened = reason === "" ? null : await openLetter(tx, tenantId, petition.id);
    await tx.petitionHandler.createMany({
      data: [
        {
          tenantId,
          id,
          petitionId: petition.id,
          // The database counts.
          ordinal: 0,
          officeId,
          postId: to?.postId ?? null,
          personId: to?.personId ?? null,
          reason: opened ? sealHandlerReason(opened.key, { tenantId, id }, reason) : null,
          names: opened?.people.some((person) => namesPerson(reason, person)) ?? false,
          accountId,
          at: now,
        },
      ],
    });
    await tx.petition.updateMany({
      where: { tenantId, id: petition.id },
      data: { changedAt: now, revision: petition.revision + 1 },
    });
    if (to && to.personId !== actor.personId) await tellHandler(tx, actor, petition, to, now);
    return {
      result: { petitionId: petition.id },
      events: [
        petitionAssigned(petition.id, {
          postId: to?.postId ?? null,
          personId: to?.personId ?? null,
          before: before?.personId ?? null,
        }),
      ],
    };
  },
});
