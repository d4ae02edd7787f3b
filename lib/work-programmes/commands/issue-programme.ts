import "server-only";
import { defineCommand } from "@/lib/platform/commands/define-command";
import { DomainError } from "@/lib/platform/errors/domain-error";
import { programmeIssued } from "../events";
import { allowOnProgramme } from "../refusal";
import { issueProgrammeSchema } from "../schema";
import { findProgrammeForUpdate } from "../store";

/** From here on every office reads it, and it changes only by a named decision. */
export const issueProgramme = defineCommand({
  name: "programmes.issue",
  input: issueProgrammeSchema,
  subject: ({ tx, actor, input }) => findProgrammeForUpdate(tx, actor.tenantId, input.programmeId),
  allow: ({ actor, subject }) => allowOnProgramme(actor, "issue", subject),
  async run({ tx, actor, input, subject: programme, now }) {
    const { tenantId } = actor;
    if (programme.revision !== input.revision) throw new DomainError("stale", "staleProgramme");
    const items = await tx.programmeItem.findMany({
      where: { tenantId, programmeId: programme.id },
      select: { parentItemId: true, approvedOn: true },
    });
    if (items.length === 0) throw new DomainError("conflict", "programmeEmpty");
    const unapproved = items.filter((item) => item.parentItemId === null && item.approvedOn === null).length;
    if (programme.parentId !== null && unapproved > 0) {
      throw new DomainError("conflict", "itemsUnapproved", { values: { count: unapproved } });
    }
    await tx.workProgramme.updateMany({
      where: { tenantId, id: programme.id },
      data: {
        state: "issued",
        paperNumber: input.paperNumber,
        issuedAt: now,
        issuedBy: actor.accountId,
        revision: { increment: 1 },
      },
    });
    return {
      result: { programmeId: programme.id },
      events: [programmeIssued(programme.id, { number: input.paperNumber, items: items.length })],
    };
  },
});
