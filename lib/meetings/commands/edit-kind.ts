import "server-only";
import { defineCommand } from "@/lib/platform/commands/define-command";
import { kindEdited } from "../events";
import { findKindForUpdate } from "../kinds";
import { decideCalendar } from "../policy";
import { allowOnCalendar } from "../refusal";
import { editKindSchema } from "../settings-schema";

/** Another name, rank or usual duty; meetings of the kind follow, what was published stays. */
export const editKind = defineCommand({
  name: "meetings.editKind",
  input: editKindSchema,
  subject: ({ tx, actor, input }) => findKindForUpdate(tx, actor.tenantId, input.kindKey),
  allow: ({ tx, actor, subject }) =>
    allowOnCalendar(tx, actor, decideCalendar(actor, "editKind", subject.state), "editKind", actor.tenantId),
  async run({ tx, actor: { tenantId }, input: { kindKey, ...change } }) {
    await tx.meetingKind.updateMany({ where: { tenantId, key: kindKey }, data: change });
    return { result: { key: kindKey }, events: [kindEdited(tenantId, { key: kindKey, ...change })] };
  },
});
