import "server-only";
import { defineCommand } from "@/lib/platform/commands/define-command";
import { keepFiles, removeFiles } from "@/lib/platform/files/keep";
import { partFileKind } from "../assist/files";
import { allowOnPart } from "../assist/refusal";
import { findLetterWithParts, partRow, sealPart } from "../assist/store";
import { partGiven } from "../events";
import { scanKey } from "../identity/scan-key";
import { openLetterKey } from "../identity/sealing";
import { givePartSchema } from "../schema";

/** An assisting office contributes in writing, with files, and may revise both until the lead takes it over (article 3 clause 8). */
export const givePart = defineCommand({
  name: "petitions.givePart",
  input: givePartSchema,
  subject: ({ tx, actor, input }) => findLetterWithParts(tx, actor.tenantId, input.petitionId),
  allow: ({ tx, actor, subject }) => allowOnPart(tx, actor, "givePart", subject),
  async run({ tx, actor, input, subject: letter, now }) {
    const { officeId } = actor;
    const before = letter.assists.find((part) => part.officeId === officeId)?.state;
    const { sealed, names } = await sealPart(tx, actor, letter, officeId, {
      kind: "contribution",
      field: "contribution",
      text: input.contribution,
    });
    await tx.petitionContribution.updateMany({
      where: partRow(actor, letter, officeId),
      data: {
        state: "contributed",
        contribution: sealed,
        contributedAt: now,
        contributedBy: actor.personId,
        // Contributing without having accepted counts as having accepted.
        ...(before === "asked" ? { answeredAt: now } : {}),
        ...(names ? { names } : {}),
      },
    });
    const revised = before === "contributed";
    const { tenantId } = actor;
    const item = {
      kind: partFileKind,
      id: letter.id,
      givenToOfficeId: letter.leadOfficeId,
      letterIdentity: letter.identity,
    };
    const removed = await removeFiles(tx, actor, input.removedFiles, item, now);
    const letterKey = input.files.length > 0 ? await openLetterKey(tx, tenantId, letter.id) : null;
    const files = letterKey
      ? await keepFiles(tx, actor, input.files, item, now, {
          key: scanKey(letterKey, { tenantId, petitionId: letter.id }),
          sealedName: (number) => `part-${number}`,
        })
      : [];
    return {
      result: { petitionId: letter.id },
      events: [
        partGiven(letter.id, {
          officeId,
          revised,
          ...(files.length > 0 ? { files } : {}),
          ...(removed.length > 0 ? { removedFiles: removed } : {}),
        }),
      ],
    };
  },
});
