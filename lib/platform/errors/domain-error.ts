import type { DomainEvent } from "@/lib/platform/events/event";

export type DomainErrorCode = "not-found" | "forbidden" | "conflict" | "stale" | "invalid" | "busy";

/** What a refusal says: the act, why, and where the agreement gives the act to whom. Ids only, never texts of people. */
export type RefusalReason = {
  act: string;
  reason: string;
  subjectKind?: string;
  subjectId?: string;
  articleKey?: string;
  clause?: number;
  /** Verbatim from the signed text, with its place, for the person who reads the refusal. */
  quote?: { text: string; source: string };
  /** Codes of the offices that may do it. */
  offices?: string[];
  roles?: string[];
};

/**
 * The one error a person may see. Everything else is a fault: logged with a reference, never shown.
 * `messageKey` is a key under `errors` in the message files; `values` fill its places.
 */
export class DomainError extends Error {
  constructor(
    readonly code: DomainErrorCode,
    readonly messageKey: string,
    readonly details: {
      values?: Record<string, string | number>;
      fields?: Record<string, string[]>;
      refusal?: RefusalReason;
      /** What stays on record though nothing was changed: a try that must not be free. */
      leaves?: DomainEvent;
      /** What the form's own component knows how to show: other choices, what stands in the way. */
      advice?: unknown;
      /** The advice says it all: no wrong is done, the form only asks on. */
      quiet?: boolean;
    } = {},
  ) {
    super(`${code}: ${messageKey}`);
    this.name = "DomainError";
  }
}

export function notFoundError(): DomainError {
  return new DomainError("not-found", "notFound");
}
