import type { DomainEvent, Job } from "@/lib/platform/events/event";
import { announceQueue } from "./queues";

/** Open pages show these and change without being loaded again. */
const shownLive: readonly DomainEvent["subjectKind"][] = ["meeting", "week-sheet"];

/** The job that tells open pages of a change, where there is one they could show. */
export function announcements(tenantId: string, events: readonly DomainEvent[]): Job[] {
  const shown = events.some(({ subjectKind }) => shownLive.includes(subjectKind));
  return shown ? [{ queue: announceQueue, data: { tenantId } }] : [];
}
