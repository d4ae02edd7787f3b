import "server-only";
import type { z } from "zod";
import { asDomainError } from "@/lib/platform/db/database-error";
import { inTenant, type TenantTx } from "@/lib/platform/db/tenant-transaction";
import { DomainError, notFoundError } from "@/lib/platform/errors/domain-error";
import { recordEvents } from "@/lib/platform/events/record-events";
import { announcements } from "@/lib/platform/live/announcements";
import type { Caller } from "@/lib/platform/tenancy/actor";
import { resolveActor } from "@/lib/platform/tenancy/resolve-actor";
import type { Command } from "./define-command";
import { recordRefusal, recordTry } from "./record-refusal";

/** Parses what came from outside and makes the change; a form parses for itself to name its fields, then runs. */
export function executeCommand<S extends z.ZodType, Subject, Result>(
  command: Command<S, Subject, Result>,
  caller: Caller,
  raw: unknown,
): Promise<Result> {
  const parsed = command.input.safeParse(raw);
  if (!parsed.success) return Promise.reject(new DomainError("invalid", "invalid"));
  return runCommand(command, caller, parsed.data);
}

/** Thrown, so that a run which asks first leaves nothing, whatever it did before. */
class Asking {
  constructor(readonly asks: () => Promise<unknown>) {}
}

function asked(thrown: unknown): Asking {
  if (thrown instanceof Asking) return thrown;
  throw thrown;
}

/**
 * The only way a change is made. One transaction: row security on, subject locked, policy asked, change made, events and
 * jobs written; any throw leaves nothing. A refusal is recorded afterwards in a transaction of its own.
 * Throws DomainError; anything else is a fault. `input` is what the command's own schema answered, parsed once: a
 * schema that reads typed days would not read its own answer again.
 */
export async function runCommand<S extends z.ZodType, Subject, Result>(
  command: Command<S, Subject, Result>,
  caller: Caller,
  input: z.output<S>,
): Promise<Result> {
  const scope = { tenantId: caller.tenant.id, accountId: caller.session.accountId };
  try {
    let answer: unknown;
    const once = async (tx: TenantTx) => {
      const actor = await resolveActor(tx, caller.tenant, caller.session);
      if (!actor) throw notFoundError();
      const now = new Date();
      const subject = await command.subject({ tx, actor, input, now });
      if (subject === null) throw notFoundError();
      const verdict = await command.allow({ tx, actor, input, now, subject });
      if (!verdict.allowed) throw new DomainError("forbidden", "refused", { refusal: verdict.refusal });
      const done = await command.run({ tx, actor, input, now, subject, answer });
      if ("asks" in done) throw new Asking(done.asks);
      const jobs = "jobs" in done ? (done.jobs ?? []) : [];
      await recordEvents(tx, done.events, [...jobs, ...announcements(scope.tenantId, done.events)]);
      return done;
    };
    let outcome = await inTenant(scope, once).catch(asked);
    while (outcome instanceof Asking) {
      answer = await outcome.asks();
      outcome = await inTenant(scope, once).catch(asked);
    }
    if ("rejected" in outcome) throw outcome.rejected;
    return outcome.result;
  } catch (error) {
    const known = asDomainError(error);
    if (known instanceof DomainError && known.details.refusal) {
      await recordRefusal(caller, command.name, known.details.refusal);
    }
    if (known instanceof DomainError && known.details.leaves) await recordTry(caller, known.details.leaves);
    throw known;
  }
}
