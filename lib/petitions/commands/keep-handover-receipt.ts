import "server-only";
import { defineCommand } from "@/lib/platform/commands/define-command";
import { dayAt, dayToColumn } from "@/lib/platform/dates/days";
import { DomainError } from "@/lib/platform/errors/domain-error";
import { handoverAnswered } from "../handovers/events";
import { allowHandover } from "../handovers/policy";
import { keepHandoverReceiptSchema } from "../handovers/schema";

/** Writes down what came back for a hand-over, once: its receipt, or why it was refused; then the same steps go with the next one. */
export const keepHandoverReceipt = defineCommand({
  name: "petitions.keepHandoverReceipt",
  input: keepHandoverReceiptSchema,
  async subject({ tx, actor, input }) {
    const [row] = await tx.$queryRaw<{ id: string; number: number; state: string; at: Date }[]>`
      select id, ordinal as number, state, at from national_handovers
      where tenant_id = ${actor.tenantId}::uuid and id = ${input.handoverId}::uuid for no key update`;
    return row ?? null;
  },
  allow: ({ actor }) => allowHandover(actor, "keepReceipt"),
  async run({ tx, actor, input, subject: handover, now }) {
    const { tenantId, accountId } = actor;
    if (handover.state !== "awaiting") throw new DomainError("stale", "staleHandover");
    if (input.outcome === "accepted" && input.receiptOn < dayAt(handover.at)) {
      throw new DomainError("invalid", "invalid", { fields: { receiptOn: ["beforeHandover"] } });
    }
    const answer =
      input.outcome === "accepted"
        ? { receiptNumber: input.receiptNumber, receiptOn: dayToColumn(input.receiptOn) }
        : { refusalReason: input.reason };
    await tx.nationalHandover.updateMany({
      where: { tenantId, id: handover.id },
      data: { state: input.outcome, ...answer, answeredBy: accountId, answeredAt: now },
    });
    return {
      result: { handoverId: handover.id },
      events: [handoverAnswered(handover.id, { number: handover.number, outcome: input.outcome })],
    };
  },
});
