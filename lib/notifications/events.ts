import type { DomainEvent } from "@/lib/platform/events/event";

export function mailResent(mailId: string): DomainEvent {
  return { name: "notifications.mailResent", subjectKind: "mail", subjectId: mailId, payload: {} };
}
