import "server-only";
import { defineCommand } from "@/lib/platform/commands/define-command";
import { DomainError } from "@/lib/platform/errors/domain-error";
import { keepFiles, removeFiles } from "@/lib/platform/files/keep";
import { scansAttached } from "../events";
import { scanSeal } from "../identity/scan-key";
import { openLetterKey } from "../identity/sealing";
import { allowOnPetition } from "../refusal";
import { attachScansSchema } from "../schema";
import { findPetitionForUpdate } from "../store";

/** Pages that were scanned, put with their letter under a key of it; what went to the wrong letter is taken back. */
export const attachScans = defineCommand({
  name: "petitions.attachScans",
  input: attachScansSchema,
  subject: ({ tx, actor, input }) => findPetitionForUpdate(tx, actor.tenantId, input.petitionId),
  allow: ({ tx, actor, subject }) => allowOnPetition(tx, actor, "attach", subject),
  async run({ tx, actor, input, subject: petition, now }) {
    const { tenantId } = actor;
    const item = { kind: "petition", id: petition.id };
    const removed = await removeFiles(tx, actor, input.removedFiles, item, now);
    if (input.files.length === 0 && removed.length === 0) {
      throw new DomainError("invalid", "invalid", { fields: { files: ["scanMissing"] } });
    }
    const key = await openLetterKey(tx, tenantId, petition.id);
    const seal = scanSeal(key, { tenantId, petitionId: petition.id });
    const files = await keepFiles(tx, actor, input.files, item, now, seal);
    return {
      result: { petitionId: petition.id },
      events: [
        scansAttached(petition.id, { files, ...(removed.length > 0 ? { removedFiles: removed } : {}) }),
      ],
    };
  },
});
