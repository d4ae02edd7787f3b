import "server-only";
import { defineCommand } from "@/lib/platform/commands/define-command";
import { dayAt, dayToColumn } from "@/lib/platform/dates/days";
import { DomainError } from "@/lib/platform/errors/domain-error";
import { newId } from "@/lib/platform/ids";
import { rolesToSignFor } from "../delegations";
import { delegationRecorded } from "../events";
import { allowBesideAgreements } from "../refusal";
import { recordDelegationSchema } from "../schema";

function wrong(field: string, message: string): DomainError {
  return new DomainError("invalid", "invalid", { fields: { [field]: [message] } });
}

/**
 * A chief puts on record who signs in the chief's place, from when to when and on what ground: KT. a deputy, for every
 * agreement; TUQ. a deputy or a head of department, for one (NĐ 30/2020/NĐ-CP art. 13).
 */
export const recordDelegation = defineCommand({
  name: "agreements.recordDelegation",
  input: recordDelegationSchema,
  subject: async () => ({}),
  allow: ({ actor }) => allowBesideAgreements(actor, "delegate"),
  async run({ tx, actor, input, now }) {
    const { tenantId, officeId, postId } = actor;
    const today = dayToColumn(dayAt(now));
    if (input.until < dayAt(now)) throw wrong("until", "dayPast");
    const holding = await tx.postHolding.findFirst({
      where: {
        tenantId,
        postId: input.toPostId,
        post: { officeId, role: { in: [...rolesToSignFor[input.kind]] } },
        fromDate: { lte: today },
        OR: [{ untilDate: null }, { untilDate: { gte: today } }],
      },
      orderBy: { fromDate: "desc" },
      select: { personId: true },
    });
    if (!holding) throw wrong("toPostId", "delegateMissing");
    const agreementId = input.kind === "TUQ" ? input.agreementId : null;
    if (agreementId !== null) {
      const party = await tx.agreementParty.count({
        where: { tenantId, agreementId, officeId, signingPostId: postId },
      });
      if (party === 0) throw wrong("agreementId", "agreementMissing");
    }
    const delegationId = newId();
    const { kind, basis, from, until, toPostId } = input;
    await tx.signingDelegation.createMany({
      data: [
        {
          tenantId,
          id: delegationId,
          officeId,
          kind,
          postId,
          toPostId,
          toPersonId: holding.personId,
          agreementId,
          basis,
          fromDate: dayToColumn(from),
          untilDate: dayToColumn(until),
          madeBy: actor.accountId,
          madeAt: now,
        },
      ],
    });
    const ids = { delegationId, officeId, postId, toPostId, toPersonId: holding.personId, agreementId };
    return {
      result: { delegationId },
      events: [delegationRecorded(tenantId, { kind, from, until, ...ids })],
    };
  },
});
