import "server-only";
import { defineCommand } from "@/lib/platform/commands/define-command";
import { asDomainError } from "@/lib/platform/db/database-error";
import type { TenantTx } from "@/lib/platform/db/tenant-transaction";
import { DomainError } from "@/lib/platform/errors/domain-error";
import { meetingUndone } from "../events";
import { tell } from "../notices";
import { undoMeetingSchema } from "../schema";
import { officesOfLeaders } from "../store";

/** What the page of a meeting says that was filed and taken back. */
const takenBack = "Hoàn tác ngay sau khi đăng ký.";

async function takeBack(tx: TenantTx, actId: string): Promise<string | null> {
  try {
    const [answer] = await tx.$queryRaw<{ refused: string | null }[]>`
      select undo_meetings(${actId}::uuid, ${takenBack}) as refused`;
    return answer?.refused ?? null;
  } catch (error) {
    const known = asDomainError(error);
    if (known instanceof DomainError && known.messageKey.startsWith("clash.")) return "taken";
    throw error;
  }
}

/**
 * An act on meetings taken back by its own person within a minute, as long as nobody went on: filed ones are given up,
 * others are exactly as they were, with their leaders and their places. Who was told of the act is told of this.
 */
export const undoMeeting = defineCommand({
  name: "meetings.undo",
  input: undoMeetingSchema,
  // Row security shows nobody another person's acts, nor one's own from another office.
  async subject({ tx, actor, input }) {
    const acts = await tx.meetingUndo.findMany({
      where: { tenantId: actor.tenantId, actId: input.actId },
      select: { act: true, meetingId: true, meeting: { select: { startsAt: true } } },
      orderBy: [{ meeting: { startsAt: "asc" } }, { meetingId: "asc" }],
    });
    const [first, ...later] = acts;
    return first ? { act: first.act, meetingIds: [first, ...later].map(({ meetingId }) => meetingId) } : null;
  },
  allow: () => ({ allowed: true }),
  async run({ tx, actor, input, subject: { act, meetingIds }, now }) {
    const { tenantId } = actor;
    const [first = "", ...later] = meetingIds;
    const refused = await takeBack(tx, input.actId);
    if (refused) throw new DomainError("conflict", `undo.${refused}`);
    if (act === "change" || act === "postpone" || act === "cancel") {
      const meeting = await tx.meeting.findUniqueOrThrow({
        where: { tenantId_id: { tenantId, id: first } },
        select: { leadOfficeId: true, filingOfficeId: true, offices: { select: { officeId: true } } },
      });
      const byLeaders = await officesOfLeaders(tx, tenantId, [first]);
      const concerned = [
        meeting.leadOfficeId,
        meeting.filingOfficeId,
        ...meeting.offices.map(({ officeId }) => officeId),
        ...(byLeaders.get(first) ?? []),
      ];
      await tell(tx, actor, concerned, "meeting-undone", first, now, { following: later.length });
    }
    return {
      result: { meetingId: first },
      events: [meetingUndone(first, { act }), ...later.map((id) => meetingUndone(id, { act, with: first }))],
    };
  },
});
