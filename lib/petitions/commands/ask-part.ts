import "server-only";
import { defineCommand } from "@/lib/platform/commands/define-command";
import { dayAt, dayToColumn } from "@/lib/platform/dates/days";
import { DomainError } from "@/lib/platform/errors/domain-error";
import { allowOnPart } from "../assist/refusal";
import { findLetterWithParts, partRow, readsTwin, sealPart } from "../assist/store";
import { partAsked } from "../events";
import { askPartSchema } from "../schema";

function wrong(field: string, message: string): DomainError {
  return new DomainError("invalid", "invalid", { fields: { [field]: [message] } });
}

/**
 * Who handles a letter asks an office that the agreement names to assist, with a day; also again, to change the day or ask for more
 * (article 3 clause 4). The office reads the letter from then on, and of a denunciation never who wrote it.
 */
export const askPart = defineCommand({
  name: "petitions.askPart",
  input: askPartSchema,
  subject: ({ tx, actor, input }) => findLetterWithParts(tx, actor.tenantId, input.petitionId),
  allow: ({ tx, actor, input, subject }) => allowOnPart(tx, actor, "askPart", subject, input.officeId),
  async run({ tx, actor, input, subject: letter, now }) {
    const { officeId, request, dueOn } = input;
    if (dueOn < dayAt(now)) throw wrong("dueOn", "dayPast");
    if (letter.identity === "sealed" && !input.checked) throw wrong("checked", "requestUnchecked");
    if (await readsTwin(tx, letter, officeId)) throw wrong("officeId", "officeNotAskable");
    const { sealed, names } = await sealPart(tx, actor, letter, officeId, {
      kind: "request",
      field: "request",
      text: request,
    });
    const row = partRow(actor, letter, officeId);
    const asked = { state: "asked", request: sealed, dueOn: dayToColumn(dueOn), askedAt: now };
    const named = letter.named.find((office) => office.officeId === officeId);
    const again = letter.assists.some((part) => part.officeId === officeId && part.state !== "named");
    if (again) {
      await tx.petitionContribution.updateMany({
        where: row,
        data: { ...asked, ...(names ? { names } : {}) },
      });
    } else {
      const { versionId = "", dutyId = "" } = named ?? {};
      await tx.petitionContribution.createMany({ data: [{ ...row, ...asked, versionId, dutyId, names }] });
    }
    return { result: { petitionId: letter.id }, events: [partAsked(letter.id, { officeId, dueOn })] };
  },
});
