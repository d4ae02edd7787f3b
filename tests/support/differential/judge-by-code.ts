import type { z } from "zod";
import type { Command } from "@/lib/platform/commands/define-command";
import { inTenant } from "@/lib/platform/db/tenant-transaction";
import { DomainError, notFoundError } from "@/lib/platform/errors/domain-error";
import { recordEvents } from "@/lib/platform/events/record-events";
import { resolveActor } from "@/lib/platform/tenancy/resolve-actor";
import type { Tries } from "./actors";

/**
 * `refused` are the reasons the database knows too: tenant, acting post, part, state, named post, place. `role` and `other`
 * (what a template or form asks for) are the code's alone.
 */
export type CodeVerdict = "allowed" | "refused" | "role" | "other";

class Undo extends Error {}

const statesOfTheItem = [
  "alreadySigned",
  "alreadyConsented",
  "consentsMissing",
  "wrongState",
  "newerVersion",
  "turnTaken",
  "turnYours",
];

function verdictOf(error: unknown): CodeVerdict {
  if (error instanceof Undo) return "allowed";
  // What the database raised on the way of an allowed act would come out here as it is: a difference, not a verdict.
  if (!(error instanceof DomainError)) throw error;
  if (error.code === "not-found") return "refused";
  if (error.details.refusal) return error.details.refusal.reason === "role" ? "role" : "refused";
  // A place that is taken the database refuses too.
  const taken = error.messageKey.startsWith("clash.");
  return taken || statesOfTheItem.includes(error.messageKey) ? "refused" : "other";
}

/** What the whole command says, each of its steps run as the runner runs them, and everything undone. */
export async function judgeByCode<S extends z.ZodType, Subject, Result>(
  command: Command<S, Subject, Result>,
  who: Tries,
  raw: Record<string, unknown>,
): Promise<CodeVerdict> {
  const input = command.input.parse(raw);
  const session = { sessionId: "", accountId: who.accountId, actingPostId: who.post.postId };
  try {
    await inTenant({ tenantId: who.tenant.id, accountId: who.accountId }, async (tx) => {
      const actor = await resolveActor(tx, who.tenant, session);
      // Somebody who does not hold the post acts from another one or from none: not as this actor.
      if (!actor || actor.postId !== who.post.postId) throw notFoundError();
      const now = new Date();
      const subject = await command.subject({ tx, actor, input, now });
      if (subject === null) throw notFoundError();
      const verdict = await command.allow({ tx, actor, input, now, subject });
      if (!verdict.allowed) throw new DomainError("forbidden", "refused", { refusal: verdict.refusal });
      const scope = { tx, actor, input, now, subject };
      let done = await command.run(scope);
      while ("asks" in done) done = await command.run({ ...scope, answer: await done.asks() });
      if ("rejected" in done) throw done.rejected;
      await recordEvents(tx, done.events, []);
      throw new Undo();
    });
  } catch (error) {
    return verdictOf(error);
  }
  throw new Error("the transaction was to be undone");
}
