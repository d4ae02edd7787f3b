/** What happened, in the past tense: `agreements.signed`. The payload holds ids, numbers and short values, no secrets. */
export type DomainEvent = {
  name: `${string}.${string}`;
  subjectKind:
    | "agreement"
    | "agreement-version"
    | "calendar-feed"
    | "certificate"
    | "calendar-settings"
    | "competence"
    | "external-bodies"
    | "mail"
    | "legal-calendar"
    | "look-up-review"
    | "meeting"
    | "national-handover"
    | "petition"
    | "signing-delegations"
    | "petition-case"
    | "task"
    | "week-sheet"
    | "work-programme";
  subjectId: string;
  payload: Record<string, unknown>;
};

/** At least one: a change without its event does not compile. */
export type Events = readonly [DomainEvent, ...DomainEvent[]];

/** Work for the worker, put into the queue by the same transaction. Ids only: every reader reads again by its own rights. */
export type Job = { queue: string; data: Record<string, string>; startAfterSeconds?: number };
