import "server-only";
import { defineCommand } from "@/lib/platform/commands/define-command";
import { dayAt } from "@/lib/platform/dates/days";
import { DomainError } from "@/lib/platform/errors/domain-error";
import { allowOnEnding, assertMayEnd, closeEnding, findEndingForUpdate } from "../ending/store";
import { agreementEnded, endingAgreed } from "../events";
import { tellEndingQueue } from "../queues";
import { endingActSchema } from "../schema";

/** A party agrees to the day; with the last consent the range in force ends there, which the database writes. */
export const agreeEnding = defineCommand({
  name: "agreements.agreeEnding",
  input: endingActSchema,
  subject: ({ tx, actor, input, now }) =>
    findEndingForUpdate(tx, actor.tenantId, input.agreementId, dayAt(now)),
  allow: ({ tx, actor, subject }) => allowOnEnding(tx, actor, "agreeEnding", subject),
  async run({ tx, actor, input, subject, now }) {
    const { tenantId, officeId, accountId } = actor;
    const { version, open } = subject;
    // Somebody else's proposal may stand by now: one agrees to the day one saw.
    if (open === null || open.id !== input.endingId) throw new DomainError("stale", "staleText");
    const mine = version.parties.find((party) => party.officeId === officeId);
    if (!mine || open.partyIds.includes(mine.id)) throw new DomainError("conflict", "alreadyConsented");
    await tx.endingConsent.createMany({
      data: [{ tenantId, endingId: open.id, partyId: mine.id, account: accountId, at: now }],
    });
    const events = endingAgreed(version.id, { endingId: open.id, officeId });
    const result = { agreementId: version.agreementId };
    if (open.partyIds.length + 1 < version.parties.length) return { result, events: [events] };
    await assertMayEnd(tx, tenantId, subject, open.endsOn, dayAt(now));
    await closeEnding(tx, actor, open.id, { state: "agreed", reason: null, now });
    return {
      result,
      events: [events, agreementEnded(version.id, { endingId: open.id, endsOn: open.endsOn })],
      jobs: [{ queue: tellEndingQueue, data: { tenantId, endingId: open.id } }],
    };
  },
});
