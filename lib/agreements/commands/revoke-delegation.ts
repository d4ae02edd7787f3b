import "server-only";
import { defineCommand } from "@/lib/platform/commands/define-command";
import { DomainError } from "@/lib/platform/errors/domain-error";
import { delegationRevoked } from "../events";
import { lapseRoundsQueue } from "../queues";
import { allowBesideAgreements } from "../refusal";
import { revokeDelegationSchema } from "../schema";

type LockedDelegation = { id: string; revokedAt: Date | null };

/**
 * Takes the right to sign back at once; signatures made stay. A round that still waits for the delegate lapses, since the
 * paper names somebody who may no longer sign.
 */
export const revokeDelegation = defineCommand({
  name: "agreements.revokeDelegation",
  input: revokeDelegationSchema,
  // Of the acting post's own: what another chief recorded is not found.
  async subject({ tx, actor, input }) {
    const [found] = await tx.$queryRaw<LockedDelegation[]>`
      select id, revoked_at as "revokedAt" from signing_delegations
      where tenant_id = ${actor.tenantId}::uuid and id = ${input.delegationId}::uuid
        and office_id = ${actor.officeId}::uuid for update`;
    return found ?? null;
  },
  allow: ({ actor }) => allowBesideAgreements(actor, "delegate"),
  async run({ tx, actor, input, subject, now }) {
    const { tenantId, accountId } = actor;
    if (subject.revokedAt !== null) throw new DomainError("conflict", "delegationRevoked");
    await tx.signingDelegation.updateMany({
      where: { tenantId, id: subject.id },
      data: { revokedAt: now, revokedBy: accountId, revokeReason: input.reason },
    });
    return {
      result: { delegationId: subject.id },
      events: [delegationRevoked(tenantId, { delegationId: subject.id, reason: input.reason })],
      jobs: [{ queue: lapseRoundsQueue, data: {} }],
    };
  },
});
