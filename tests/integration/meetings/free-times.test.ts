import { expect, test } from "vitest";
import { fileMeeting } from "@/lib/meetings/commands/file-meeting";
import { getFreeTimes } from "@/lib/meetings/queries/get-free-times";
import { decideDay } from "@/lib/petitions/commands/decide-day";
import { executeCommand } from "@/lib/platform/commands/execute-command";
import { formatDay, plusDays } from "@/lib/platform/dates/days";
import { runQuery } from "@/lib/platform/queries/run-query";
import { as } from "@/prisma/seed/caller";
import {
  committeeChair,
  confirmed,
  filingInput,
  freshWeek,
  leaderPost,
  roomId,
  secretary,
} from "@/tests/support/builders/meeting-stages";
import { committee, party, useProvince } from "@/tests/support/builders/province";
import { answerOf, attempt } from "@/tests/support/command-outcomes";

const province = useProvince();

/** The first ten days from a day on in which a leader has a whole morning, four hours, free. */
async function freeDays(from: string) {
  const clerk = as(province().phuTho, committee, "records-clerk");
  const asked = {
    leaderPostIds: [leaderPost(province(), committeeChair)],
    roomId: null,
    minutes: 240,
    notBefore: from,
  };
  const slots = (await runQuery(getFreeTimes, clerk, asked))?.view.slots ?? [];
  expect(slots).toHaveLength(10);
  return slots.map(({ day }) => day);
}

async function decide(day: string, kind: string, active = "yes") {
  await executeCommand(decideDay, as(province().phuTho, party, "tenant-administrator"), {
    day: formatDay(day),
    kind,
    name: "Nghỉ lễ",
    source: "Thông báo của cơ quan có thẩm quyền",
    decidedOn: "01/11/2026",
    active,
  });
}

test("a day off is no free time, a day worked in exchange is one", async () => {
  const monday = freshWeek();
  const [tuesday, friday, saturday] = [plusDays(monday, 1), plusDays(monday, 4), plusDays(monday, 5)];
  const days = [0, 1, 2, 3, 4, 7, 8, 9, 10, 11].map((after) => plusDays(monday, after));
  expect(await freeDays(monday)).toEqual(days);

  await decide(tuesday, "holiday");
  await decide(friday, "swap-off");
  await decide(saturday, "make-up");
  const [first, , third, fourth, , ...later] = days;
  expect(await freeDays(monday)).toEqual([first, third, fourth, saturday, ...later, plusDays(monday, 14)]);

  // What was taken back leaves the weekday as it is.
  for (const day of [tuesday, friday]) await decide(day, "holiday", "no");
  await decide(saturday, "make-up", "no");
  expect(await freeDays(monday)).toEqual(days);
});

test("a time that travel or set-up makes too near is no free time, and one that is offered is taken", async () => {
  const monday = freshWeek();
  // The Secretary is at the party's seat from ten to eleven; the other room is at the committee's.
  await confirmed(province(), { day: monday, from: "10:00", until: "11:00" });
  const clerk = as(province().phuTho, committee, "records-clerk");
  const post = leaderPost(province(), secretary);
  const ask = async (roomCode: string) =>
    (
      await runQuery(getFreeTimes, clerk, {
        leaderPostIds: [post],
        roomId: roomId(province(), roomCode),
        minutes: 30,
        notBefore: monday,
      })
    )?.view.slots ?? [];
  const elsewhere = (await ask("UBA")).filter(({ day }) => day === monday);
  const times = elsewhere.map(({ from }) => from);
  expect(times).not.toContain("09:30");
  expect(times).not.toContain("11:00");
  const chosen = await attempt(
    fileMeeting,
    clerk,
    await filingInput(province(), {
      day: monday,
      roomId: roomId(province(), "UBA"),
      slot: elsewhere.find(({ from }) => from === "09:00")?.value,
    }),
  );
  expect(answerOf(chosen)).toBe("done");
});

test("a holiday of one province is none of another", async () => {
  const monday = freshWeek();
  await decide(monday, "holiday");
  const seeded = province().haGiang;
  const clerk = as(seeded, party, "records-clerk");
  const [leader] =
    (
      await runQuery(getFreeTimes, clerk, {
        leaderPostIds: [],
        roomId: null,
        minutes: 60,
        notBefore: monday,
      })
    )?.view.options.leaders ?? [];
  const view = await runQuery(getFreeTimes, clerk, {
    leaderPostIds: [leader?.postId ?? ""],
    roomId: null,
    minutes: 60,
    notBefore: monday,
  });
  expect(view?.view.slots?.[0]?.day).toBe(monday);
});
