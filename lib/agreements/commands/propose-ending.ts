import "server-only";
import { defineCommand } from "@/lib/platform/commands/define-command";
import { dayAt, dayToColumn } from "@/lib/platform/dates/days";
import { DomainError } from "@/lib/platform/errors/domain-error";
import { newId } from "@/lib/platform/ids";
import { allowOnEnding, assertMayEnd, findEndingForUpdate } from "../ending/store";
import { endingProposed } from "../events";
import { tellEndingQueue } from "../queues";
import { proposeEndingSchema } from "../schema";

/** A party proposes that the signed agreement ends before its term, from a day and for a reason; that is its own consent. */
export const proposeEnding = defineCommand({
  name: "agreements.proposeEnding",
  input: proposeEndingSchema,
  subject: ({ tx, actor, input, now }) =>
    findEndingForUpdate(tx, actor.tenantId, input.agreementId, dayAt(now)),
  allow: ({ tx, actor, subject }) => allowOnEnding(tx, actor, "proposeEnding", subject),
  async run({ tx, actor, input, subject, now }) {
    const { tenantId, officeId, accountId } = actor;
    const { version } = subject;
    const endsOn = input.lastDay;
    // All parties agree to an end, and one outside cannot say so: a new version is signed by all.
    if (version.outside.length > 0) throw new DomainError("conflict", "endingOutside");
    await assertMayEnd(tx, tenantId, subject, endsOn, dayAt(now));
    const endingId = newId();
    await tx.agreementEnding.createMany({
      data: [
        {
          tenantId,
          id: endingId,
          agreementId: version.agreementId,
          endsOn: dayToColumn(endsOn),
          reason: input.reason,
          state: "proposed",
          officeId,
          madeBy: accountId,
          madeAt: now,
        },
      ],
    });
    const own = version.parties.filter((party) => party.officeId === officeId);
    await tx.endingConsent.createMany({
      data: own.map((party) => ({ tenantId, endingId, partyId: party.id, account: accountId, at: now })),
    });
    return {
      result: { agreementId: version.agreementId },
      events: [endingProposed(version.id, { endingId, endsOn, reason: input.reason })],
      jobs: [{ queue: tellEndingQueue, data: { tenantId, endingId } }],
    };
  },
});
