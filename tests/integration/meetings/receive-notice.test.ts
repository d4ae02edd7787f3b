import { expect, test } from "vitest";
import { receiveNotice } from "@/lib/meetings/commands/receive-notice";
import { executeCommand } from "@/lib/platform/commands/execute-command";
import { as, postOf } from "@/prisma/seed/caller";
import { confirmed } from "@/tests/support/builders/meeting-stages";
import { committee, council, useProvince } from "@/tests/support/builders/province";
import { officeId } from "@/tests/support/builders/task-stages";
import { answerOf, attempt, describeCommand } from "@/tests/support/command-outcomes";

const province = useProvince();

/** The committee's office was told that its meeting is confirmed. */
async function told() {
  const meeting = await confirmed(province());
  const [notice] = await province().rows<{ id: string }>(
    "select id from notices where subject_id = $1 and kind = 'meeting-confirmed' and office_id = $2",
    [meeting.meetingId, officeId(province(), committee)],
  );
  return { ...meeting, noticeId: notice?.id ?? "" };
}

const receiptOf = (noticeId: string) =>
  province().rows("select received_at, received_by from notices where id = $1", [noticeId]);

describeCommand(receiveNotice, {
  province,
  ready: told,
  by: [committee, "specialist"],
  input: ({ noticeId }) => ({ noticeId }),
  subjectId: ({ meetingId }) => meetingId,
  does: {
    "keeps who knows, and since when": async ({ stage, province }) => {
      expect(await receiptOf(stage.noticeId)).toEqual([
        {
          received_at: expect.any(Date),
          received_by: postOf(province.phuTho, committee, "specialist").accountId,
        },
      ]);
    },
    "leaves what other offices were told as it was": async ({ stage, province }) => {
      const others = await province.rows(
        "select 1 from notices where subject_id = $1 and id <> $2 and received_at is not null",
        [stage.meetingId, stage.noticeId],
      );
      expect(others).toEqual([]);
    },
  },
  events: ["meetings.noticeReceived"],
  wrongInput: { "no notice": { change: { noticeId: "mai" }, field: "noticeId" } },
  notAllowed: null,
  wrongState: {},
  stale: null,
  atOnce: { answer: "both" },
});

test("an office gives no receipt for another, though it reads the meeting", async () => {
  const { noticeId } = await told();
  const assisting = await attempt(receiveNotice, as(province().phuTho, council, "chief"), { noticeId });
  expect(answerOf(assisting)).toEqual({ code: "not-found", message: "notFound" });
});

test("a second receipt changes nothing of the first, and the history says that it was one", async () => {
  const { noticeId, meetingId } = await told();
  await executeCommand(receiveNotice, as(province().phuTho, committee, "specialist"), { noticeId });
  const first = await receiptOf(noticeId);
  await executeCommand(receiveNotice, as(province().phuTho, committee, "chief"), { noticeId });
  expect(await receiptOf(noticeId)).toEqual(first);
  const events = await province().rows<{ again: boolean }>(
    `select (payload -> 'again')::boolean as again from audit_events
      where subject_id = $1 and name = 'meetings.noticeReceived' order by seq`,
    [meetingId],
  );
  expect(events.map(({ again }) => again)).toEqual([false, true]);
});
