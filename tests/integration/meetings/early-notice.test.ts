import { expect, test } from "vitest";
import { getDesk } from "@/lib/desk/queries/get-desk";
import { editMeeting } from "@/lib/meetings/commands/edit-meeting";
import { releaseHolds } from "@/lib/meetings/jobs/release-holds";
import { getMeetingPage } from "@/lib/meetings/queries/get-meeting-page";
import { listMeetings } from "@/lib/meetings/queries/list-meetings";
import { executeCommand } from "@/lib/platform/commands/execute-command";
import { type Day, dayAt, formatDay, plusDays } from "@/lib/platform/dates/days";
import { runQuery } from "@/lib/platform/queries/run-query";
import { as } from "@/prisma/seed/caller";
import { claimsOf, contentInput, filed, seen } from "@/tests/support/builders/meeting-stages";
import { committee, useProvince } from "@/tests/support/builders/province";

const province = useProvince();
const clerk = () => as(province().phuTho, committee, "records-clerk");
const today = () => dayAt(new Date());
const inDays = (days: number) => formatDay(plusDays(today(), days));

const onDesk = async (meetingId: string) => {
  const found = await runQuery(getDesk, clerk(), {});
  return found?.view.meetings.find((meeting) => meeting.meetingId === meetingId);
};

async function listed(span: "month" | "quarter", day: Day, meetingId: string) {
  const anything = { leaderPostId: null, roomId: null, officeId: null, bodyId: null, kindKey: null };
  let after: string | undefined;
  do {
    const found = await runQuery(listMeetings, clerk(), { span, at: day, ...anything, after });
    const item = found?.view.items.find(({ id }) => id === meetingId);
    if (item) return item;
    after = found?.view.next ?? undefined;
  } while (after);
  return undefined;
}

test("a conference weeks ahead holds its places to its own day, is told before it ends, and held longer or lost", async () => {
  const on = plusDays(today(), 45);
  const conference = { kindKey: "party-plenum", day: formatDay(on), holdUntil: inDays(2) };
  const { meetingId } = await filed(province(), conference);
  const holds = () => claimsOf(province(), { meetingId });
  expect((await holds()).map(({ kind }) => kind)).toEqual(["hold", "hold"]);
  for (const span of ["month", "quarter"] as const) {
    expect(await listed(span, on, meetingId)).toMatchObject({
      state: "filed",
      holdUntil: plusDays(today(), 2),
    });
  }
  expect(await onDesk(meetingId)).toMatchObject({ act: "renew", holdUntil: plusDays(today(), 2) });

  const longer = { ...contentInput(province(), conference.day), ...conference, holdUntil: inDays(30) };
  await executeCommand(editMeeting, clerk(), { ...longer, ...(await seen(province(), { meetingId })) });
  expect(await onDesk(meetingId)).toBeUndefined();

  // A month later: by the database's own clock nothing can be made to wait here.
  const client = await province().pool("superuser").connect();
  try {
    await client.query("begin");
    await client.query("set local session_replication_role = replica");
    await client.query("update meetings set hold_until = current_date - 5 where id = $1", [meetingId]);
    await client.query("update resource_claims set hold_until = current_date - 5 where meeting_id = $1", [
      meetingId,
    ]);
    await client.query("commit");
  } finally {
    client.release();
  }
  await releaseHolds();
  expect(await holds()).toEqual([]);
  expect((await runQuery(getMeetingPage, clerk(), { meetingId }))?.view.holdsNothing).toBe(true);
  const told = await onDesk(meetingId);
  expect(told?.act).toBe("renew");
  expect(told?.holdUntil && told.holdUntil < today()).toBe(true);
});

test("a hold that lasts to its meeting is nobody's matter on the desk", async () => {
  const day = inDays(2);
  const { meetingId } = await filed(province(), { day, holdUntil: day });
  expect(await onDesk(meetingId)).toBeUndefined();
});
