import type { DomainEvent } from "@/lib/platform/events/event";

function onTask(name: DomainEvent["name"]) {
  return (taskId: string, payload: Record<string, unknown>): DomainEvent => ({
    name,
    subjectKind: "task",
    subjectId: taskId,
    payload,
  });
}

export const taskCreated = onTask("tasks.created");
export const taskDescribed = onTask("tasks.described");
export const contributionAsked = onTask("tasks.contributionAsked");
export const contributionAccepted = onTask("tasks.contributionAccepted");
export const contributionDeclined = onTask("tasks.contributionDeclined");
export const contributionGiven = onTask("tasks.contributionGiven");
export const contributionTakenOver = onTask("tasks.contributionTakenOver");
export const taskClosed = onTask("tasks.closed");
export const handoverOffered = onTask("tasks.handoverOffered");
export const taskKept = onTask("tasks.kept");
export const taskHandedOver = onTask("tasks.handedOver");
export const handoverDeclined = onTask("tasks.handoverDeclined");
