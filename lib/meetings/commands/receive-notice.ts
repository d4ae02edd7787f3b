import "server-only";
import { defineCommand } from "@/lib/platform/commands/define-command";
import { noticeReceived } from "../events";
import { receiveNoticeSchema } from "../schema";

/** Somebody of the office says that it knows: the receipt of a notice. Twice is the same as once. */
export const receiveNotice = defineCommand({
  name: "meetings.receiveNotice",
  input: receiveNoticeSchema,
  subject: ({ tx, actor, input }) =>
    tx.notice.findFirst({
      where: { tenantId: actor.tenantId, id: input.noticeId, officeId: actor.officeId },
      select: { id: true, subjectKind: true, subjectId: true },
    }),
  allow: () => ({ allowed: true }),
  async run({ tx, actor, subject, now }) {
    const { count } = await tx.notice.updateMany({
      where: { tenantId: actor.tenantId, id: subject.id, receivedAt: null },
      data: { receivedAt: now, receivedBy: actor.accountId },
    });
    const kinds = ["meeting", "petition", "week-sheet"] as const;
    const kind = kinds.find((known) => known === subject.subjectKind) ?? "week-sheet";
    return {
      result: { noticeId: subject.id },
      events: [noticeReceived(kind, subject.subjectId, { noticeId: subject.id, again: count === 0 })],
    };
  },
});
