import ical, { ICalCalendarMethod, ICalEventStatus, ICalEventTransparency } from "ical-generator";
import type { Feed, FeedEvent } from "./read-feed";

const statuses: Readonly<Record<FeedEvent["state"], ICalEventStatus>> = {
  filed: ICalEventStatus.TENTATIVE,
  approved: ICalEventStatus.TENTATIVE,
  confirmed: ICalEventStatus.CONFIRMED,
  postponed: ICalEventStatus.CANCELLED,
  cancelled: ICalEventStatus.CANCELLED,
};

/** How often a calendar is asked to look again, in seconds. */
const refresh = 15 * 60;

/**
 * The feed as RFC 5545 has it. Times are always UTC: with a zone the library writes the clock of the process under the
 * zone's name. Events are named by their meeting, so that a change finds what it changes.
 */
export function writeFeed(
  feed: Pick<Feed, "events">,
  words: { tenant: string; name: string; busy: string },
  now: Date,
): string {
  const calendar = ical({
    name: words.name,
    prodId: { company: "cong-phoi-hop", product: "lich", language: "VI" },
    method: ICalCalendarMethod.PUBLISH,
    ttl: refresh,
  });
  for (const event of feed.events) {
    calendar.createEvent({
      id: `${event.meetingId}@${words.tenant}`,
      summary: event.title ?? words.busy,
      start: event.startsAt,
      end: event.endsAt,
      stamp: event.changedAt ?? now,
      lastModified: event.changedAt,
      sequence: event.revision,
      status: statuses[event.state],
      transparency:
        statuses[event.state] === ICalEventStatus.CANCELLED
          ? ICalEventTransparency.TRANSPARENT
          : ICalEventTransparency.OPAQUE,
      ...(event.place === "" ? {} : { location: event.place }),
    });
  }
  return calendar.toString();
}
