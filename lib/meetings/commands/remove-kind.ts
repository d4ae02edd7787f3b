import "server-only";
import { defineCommand } from "@/lib/platform/commands/define-command";
import { databaseCause } from "@/lib/platform/db/database-error";
import { DomainError } from "@/lib/platform/errors/domain-error";
import { kindRemoved } from "../events";
import { findKindForUpdate } from "../kinds";
import { decideCalendar } from "../policy";
import { allowOnCalendar } from "../refusal";
import { removeKindSchema } from "../settings-schema";

/** Takes away a kind the tenant added, as long as no meeting is of it; the database looks at meetings nobody here may read. */
export const removeKind = defineCommand({
  name: "meetings.removeKind",
  input: removeKindSchema,
  subject: ({ tx, actor, input }) => findKindForUpdate(tx, actor.tenantId, input.kindKey),
  allow: ({ tx, actor, subject }) =>
    allowOnCalendar(
      tx,
      actor,
      decideCalendar(actor, "removeKind", subject.state),
      "removeKind",
      actor.tenantId,
    ),
  async run({ tx, actor: { tenantId }, subject }) {
    try {
      await tx.meetingKind.deleteMany({ where: { tenantId, key: subject.key } });
    } catch (error) {
      throw databaseCause(error)?.detail?.includes('"used"')
        ? new DomainError("conflict", "kindUsed")
        : error;
    }
    return { result: {}, events: [kindRemoved(tenantId, { key: subject.key, name: subject.name })] };
  },
});
