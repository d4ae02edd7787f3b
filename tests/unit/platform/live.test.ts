import { expect, test } from "vitest";
import type { DomainEvent } from "@/lib/platform/events/event";
import { announcements } from "@/lib/platform/live/announcements";

const event = (subjectKind: DomainEvent["subjectKind"]): DomainEvent => ({
  name: "meetings.filed",
  subjectKind,
  subjectId: "1",
  payload: { title: "không được nói ra" },
});

test("a change of the calendar is told once, by the tenant's id and nothing else", () => {
  expect(announcements("t", [event("meeting"), event("meeting"), event("week-sheet")])).toEqual([
    { queue: "platform.announce", data: { tenantId: "t" } },
  ]);
  expect(announcements("t", [event("task"), event("agreement")])).toEqual([]);
});
