import "server-only";
import { defineCommand } from "@/lib/platform/commands/define-command";
import { DomainError, notFoundError } from "@/lib/platform/errors/domain-error";
import { newId } from "@/lib/platform/ids";
import { petitionLookedAt } from "../events";
import { refuseNames } from "../identity/refuse-names";
import { scanKey } from "../identity/scan-key";
import { openLetter } from "../identity/sealing";
import { loadAdditions } from "../queries/load-additions";
import { loadChanges } from "../queries/load-changes";
import { allowOnPetition } from "../refusal";
import { lookAtPetitionSchema } from "../schema";
import { findPetitionForUpdate } from "../store";

/**
 * Opens who wrote a sealed letter and what, or one scan of it, for a person who handles it and says why. The look is kept
 * before anything is shown (Luật Tố cáo 2018, art. 8(3), 47).
 */
export const lookAtPetition = defineCommand({
  name: "petitions.look",
  input: lookAtPetitionSchema,
  subject: ({ tx, actor, input }) => findPetitionForUpdate(tx, actor.tenantId, input.petitionId),
  allow: ({ tx, actor, subject }) => allowOnPetition(tx, actor, "look", subject),
  async run({ tx, actor, input, subject: petition, now }) {
    const { tenantId, officeId, accountId } = actor;
    if (petition.destroyed) throw new DomainError("conflict", "letterDestroyed");
    if (petition.identity === "plain") throw new DomainError("conflict", "nothingSealed");
    const { fileId, reason } = input;
    if (fileId !== null) {
      const scan = await tx.storedFile.findFirst({
        where: { tenantId, id: fileId, subjectKind: "petition", subjectId: petition.id, removedAt: null },
        select: { id: true },
      });
      if (!scan) throw notFoundError();
    }
    await refuseNames(tx, tenantId, petition, { reason });
    const { key, people, content } = await openLetter(tx, tenantId, petition.id);
    const about = { tenantId, petitionId: petition.id, opened: true };
    const additions = await loadAdditions(tx, about);
    const changes = await loadChanges(tx, about);
    const corrected = changes.map(({ reason, before }) =>
      [reason ?? "", ...(before ?? []).map(({ text }) => text)].filter(Boolean).join("\n"),
    );
    const lookId = newId();
    await tx.petitionLook.createMany({
      data: [{ tenantId, id: lookId, petitionId: petition.id, officeId, accountId, fileId, reason, at: now }],
    });
    return {
      result: {
        petitionId: petition.id,
        people: people.map(({ id: _id, ...person }) => person),
        // What the sender added on line, and what stood before a correction, is read as more of the letter.
        content: [content, ...additions.flatMap(({ text }) => text ?? []), ...corrected].join("\n\n———\n\n"),
        scanKey: scanKey(key, { tenantId, petitionId: petition.id }),
      },
      events: [petitionLookedAt(petition.id, { lookId, what: fileId === null ? "identity" : "scan" })],
    };
  },
});
