import { describe, expect, test } from "vitest";
import {
  copyMeetingsSchema,
  fileMeetingSchema,
  giveBackMeetingSchema,
  publishSheetSchema,
  resettleMeetingSchema,
} from "@/lib/meetings/schema";

const id = "019aa000-0000-7000-8000-000000000001";
const meeting = {
  title: "  Hội nghị chuyên đề  ",
  kindKey: "other",
  day: "5/12/2027",
  from: "8h",
  until: "9h30",
};

/** Fields of a schema's refusal, with their message keys. */
function refusedAt(parsed: {
  success: boolean;
  error?: { issues: { path: PropertyKey[]; message: string }[] };
}) {
  return (parsed.error?.issues ?? []).map(({ path, message }) => [path[0], message]);
}

test("what a form leaves empty is nothing, not an empty text", () => {
  const empty = {
    dutyId: "",
    bodyId: "",
    hostPostId: "",
    subjectKey: "",
    roomId: "",
    placeText: " ",
    code: "",
  };
  expect(fileMeetingSchema.parse({ ...meeting, ...empty, points: "", holdUntil: "" })).toEqual({
    title: "Hội nghị chuyên đề",
    kindKey: "other",
    variant: null,
    roomId: null,
    placeText: null,
    chairPostId: null,
    chairText: null,
    leaderPostIds: [],
    optionalPostIds: [],
    participants: "",
    preparing: "",
    serving: "",
    mode: "in-person",
    visibility: "common",
    note: "",
    bodyIds: [],
    kitIds: [],
    points: null,
    code: null,
    dutyId: null,
    bodyId: null,
    hostPostId: null,
    subjectKey: null,
    holdUntil: null,
    overrideReason: null,
    startsAt: new Date("2027-12-05T01:00:00Z"),
    endsAt: new Date("2027-12-05T02:30:00Z"),
  });
});

describe("when", () => {
  const wrong: readonly [string, object, string, string][] = [
    ["no day", { day: "" }, "day", "dayMissing"],
    ["no such day", { day: "31/2/2027" }, "day", "dayUnknown"],
    ["no beginning", { from: "" }, "from", "timeMissing"],
    ["no such time", { from: "25h" }, "from", "timeUnknown"],
    ["no end", { until: undefined }, "until", "timeMissing"],
    ["an end at the beginning", { until: "8:00" }, "until", "endsBeforeItStarts"],
    ["an end before the beginning", { until: "7:59" }, "until", "endsBeforeItStarts"],
    ["a last day before the first", { untilDay: "4/12/2027" }, "until", "endsBeforeItStarts"],
    ["more than 31 days", { untilDay: "6/1/2028" }, "untilDay", "tooLongATime"],
    ["an offered time that is no time", { slot: "5/12/2027 8:00" }, "slot", "invalid"],
    ["an offered time that ends first", { slot: "2027-12-05T02:00Z/2027-12-05T01:00Z" }, "slot", "invalid"],
    ["an offered time of no calendar", { slot: "2027-12-45T02:00Z/2027-12-46T01:00Z" }, "slot", "invalid"],
    ["an offered time of 32 days", { slot: "2027-12-01T02:00Z/2028-01-02T02:00Z" }, "slot", "invalid"],
  ];

  test.each(wrong)("%s", (_sentence, typed, field, message) => {
    expect(refusedAt(fileMeetingSchema.safeParse({ ...meeting, ...typed }))).toContainEqual([field, message]);
  });

  test("over several days, up to 31", () => {
    const { startsAt, endsAt } = fileMeetingSchema.parse({ ...meeting, until: "8:00", untilDay: "5/1/2028" });
    expect(endsAt.getTime() - startsAt.getTime()).toBe(31 * 86_400_000);
  });

  test("an offered time stands for what was typed before it was chosen", () => {
    const slot = "2027-12-06T02:00Z/2027-12-06T04:00Z";
    const { startsAt, endsAt } = resettleMeetingSchema.parse({ meetingId: id, revision: "2", slot });
    expect([startsAt, endsAt]).toEqual([new Date("2027-12-06T02:00Z"), new Date("2027-12-06T04:00Z")]);
  });
});

test.each([
  ["2027-06-07", true],
  ["2027-06-08", false],
  ["2027-01-04", true],
  ["2027-02-31", false],
  ["7/6/2027", false],
  ["", false],
])("%s begins a week: %s", (monday, is) => {
  expect(publishSheetSchema.safeParse({ monday, after: 0 }).success).toBe(is);
});

test("a reason has five letters, beside blanks", () => {
  const giveBack = (reason: string) =>
    giveBackMeetingSchema.safeParse({ meetingId: id, revision: 1, reason }).success;
  expect(giveBack("  Bận.  ")).toBe(false);
  expect(giveBack("  Bận họp  ")).toBe(true);
  expect(giveBack("x".repeat(501))).toBe(false);
});

test("a week is copied from at least one meeting", () => {
  const chosen = (meetingIds?: string[]) =>
    refusedAt(copyMeetingsSchema.safeParse({ monday: "2027-06-07", meetingIds }));
  expect(chosen()).toEqual([["meetingIds", "nothingChosen"]]);
  expect(chosen([])).toEqual([["meetingIds", "nothingChosen"]]);
  expect(chosen([id])).toEqual([]);
});
