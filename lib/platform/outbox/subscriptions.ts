import { writeMailQueue } from "@/lib/meetings/queues";
import type { DomainEvent, Job } from "@/lib/platform/events/event";

/** Events after which somebody outside the transaction has to be told; `named` hands on the id of what it is about. */
const subscriptions: Readonly<Record<string, { queue: string; named: boolean }>> = {
  "meetings.filed": { queue: writeMailQueue, named: false },
  "meetings.edited": { queue: writeMailQueue, named: false },
  "meetings.approved": { queue: writeMailQueue, named: false },
  "meetings.givenBack": { queue: writeMailQueue, named: false },
  "meetings.resettled": { queue: writeMailQueue, named: false },
  "meetings.sheetPublished": { queue: writeMailQueue, named: false },
  "meetings.confirmed": { queue: writeMailQueue, named: true },
  "meetings.changed": { queue: writeMailQueue, named: true },
  "meetings.postponed": { queue: writeMailQueue, named: true },
  "meetings.cancelled": { queue: writeMailQueue, named: true },
  "meetings.undone": { queue: writeMailQueue, named: true },
};

/** The jobs that follow from events, each once however many events ask for it; without the tenant, which the caller knows. */
export function jobsAfter(events: readonly DomainEvent[]): Job[] {
  const jobs = new Map<string, Job>();
  for (const { name, subjectId } of events) {
    const subscription = subscriptions[name];
    if (!subscription) continue;
    const { queue, named } = subscription;
    jobs.set(named ? `${queue} ${subjectId}` : queue, { queue, data: named ? { subjectId } : {} });
  }
  return [...jobs.values()];
}
