import "server-only";
import { defineCommand } from "@/lib/platform/commands/define-command";
import { DomainError } from "@/lib/platform/errors/domain-error";
import { pointClosed } from "../events";
import { findPointForUpdate } from "../points";
import { allowOnVersion } from "../refusal";
import { closePointSchema } from "../schema";

/** Whose remark it is says that it is settled; whose proposal it is takes it back. */
export const closePoint = defineCommand({
  name: "agreements.closePoint",
  input: closePointSchema,
  subject: ({ tx, actor, input }) => findPointForUpdate(tx, actor.tenantId, input.pointId),
  allow: ({ tx, actor, subject }) => allowOnVersion(tx, actor, "raise", subject.version),
  async run({ tx, actor, subject: point, now }) {
    if (point.officeId !== actor.officeId) throw new DomainError("conflict", "othersPoint");
    const isOpen = point.state === "open" || point.state === "answered";
    if (!isOpen) throw new DomainError("conflict", "pointClosed");
    const state = point.kind === "remark" ? "settled" : "withdrawn";
    await tx.clausePoint.updateMany({
      where: { tenantId: actor.tenantId, id: point.id },
      data: { state, closedAt: now },
    });
    const { articleKey, clause, version } = point;
    return {
      result: { versionId: version.id, agreementId: version.agreementId, pointId: point.id },
      events: [pointClosed(version.id, { pointId: point.id, state, articleKey, clause })],
    };
  },
});
