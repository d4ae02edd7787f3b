import type { z } from "zod";
import type { TenantTx } from "@/lib/platform/db/tenant-transaction";
import type { DomainError, RefusalReason } from "@/lib/platform/errors/domain-error";
import type { Events, Job } from "@/lib/platform/events/event";
import type { Actor } from "@/lib/platform/tenancy/actor";

export type Scope<Input> = { tx: TenantTx; actor: Actor; input: Input; now: Date };

export type Verdict = { allowed: true } | { allowed: false; refusal: RefusalReason };

/**
 * One write. The runner does, in one transaction: subject (locked; null is "not found") → allow → run → events.
 * `allow` answers from the rule table; it may read in order to quote the article, but changes nothing.
 */
export type Command<S extends z.ZodType, Subject, Result> = {
  name: `${string}.${string}`;
  input: S;
  subject: (scope: Scope<z.output<S>>) => Promise<Subject | null>;
  allow: (scope: Scope<z.output<S>> & { subject: Subject }) => Verdict | Promise<Verdict>;
  run: (scope: RunScope<z.output<S>, Subject>) => Promise<Outcome<Result>>;
};

/** `answer` is what `asks` of the run before answered; undefined in the first. */
export type RunScope<Input, Subject> = Scope<Input> & { subject: Subject; answer?: unknown };

export type Outcome<Result> =
  | { result: Result; events: Events; jobs?: readonly Job[] }
  /** A failed try that must be kept, like a wrong passphrase: events and counters commit, then the person is told. */
  | { rejected: DomainError; events: Events }
  /**
   * Something outside is asked first, with no transaction open and no row locked, and what the run did is undone; then the whole
   * command runs again, from its subject on, and finds what was answered. It must come to an end by itself (docs/decisions/0048-time-stamps.md).
   */
  | { asks: () => Promise<unknown> };

export function defineCommand<S extends z.ZodType, Subject, Result>(
  command: Command<S, Subject, Result>,
): Command<S, Subject, Result> {
  return command;
}
