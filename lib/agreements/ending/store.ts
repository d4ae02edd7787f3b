import "server-only";
import type { Verdict } from "@/lib/platform/commands/define-command";
import { type Day, dayFromColumn } from "@/lib/platform/dates/days";
import type { TenantTx } from "@/lib/platform/db/tenant-transaction";
import { DomainError } from "@/lib/platform/errors/domain-error";
import type { Actor } from "@/lib/platform/tenancy/actor";
import { quoteRule } from "../queries/quote-clause";
import { findVersionForUpdate, type LockedVersion } from "../store";
import { decideEnding, type EndingSubject } from "./policy";
import type { EndingAct } from "./rule-table";

export type LockedEnding = EndingSubject & {
  /** The newest signed version: what would end. */
  version: LockedVersion;
  effectiveFrom: Day;
  effectiveUntil: Day | null;
  open: { id: string; endsOn: Day; partyIds: readonly string[] } | null;
};

/** The newest signed version of an agreement, locked, and the proposal that is open; null where nothing is signed or readable. */
export async function findEndingForUpdate(
  tx: TenantTx,
  tenantId: string,
  agreementId: string,
  today: Day,
): Promise<LockedEnding | null> {
  const signed = await tx.agreementVersion.findFirst({
    where: { tenantId, agreementId, state: "signed" },
    orderBy: { number: "desc" },
    select: { id: true },
  });
  const version = signed && (await findVersionForUpdate(tx, tenantId, signed.id));
  if (!version) return null;
  const { effectiveFrom, effectiveUntil } = await tx.agreementVersion.findUniqueOrThrow({
    where: { tenantId_id: { tenantId, id: version.id } },
    select: { effectiveFrom: true, effectiveUntil: true },
  });
  if (!effectiveFrom) return null;
  const row = await tx.agreementEnding.findFirst({
    where: { tenantId, agreementId, state: "proposed" },
    select: { id: true, endsOn: true, officeId: true, consents: { select: { partyId: true } } },
  });
  // What nobody answered in time is open no more: the next proposal writes that down.
  const open = row && dayFromColumn(row.endsOn) > today ? row : null;
  return {
    version,
    effectiveFrom: dayFromColumn(effectiveFrom),
    effectiveUntil: effectiveUntil ? dayFromColumn(effectiveUntil) : null,
    state: open ? "proposed" : "none",
    proposerOfficeId: open?.officeId ?? null,
    partyOfficeIds: version.parties.map(({ officeId }) => officeId),
    open: open && {
      id: open.id,
      endsOn: dayFromColumn(open.endsOn),
      partyIds: open.consents.map(({ partyId }) => partyId),
    },
  };
}

/** Asks the rule table; a refusal names the portal's own rule. */
export async function allowOnEnding(
  tx: TenantTx,
  actor: Actor,
  act: EndingAct,
  subject: LockedEnding,
): Promise<Verdict> {
  const decision = decideEnding(actor, act, subject);
  if (decision.allowed) return { allowed: true };
  const [rule] = decision.rules;
  if (!rule) return { allowed: false, refusal: { act: `agreement.${act}`, reason: decision.reason } };
  const { parties } = subject.version;
  const others =
    act === "withdrawEnding" ? parties.filter((p) => p.officeId === subject.proposerOfficeId) : parties;
  return {
    allowed: false,
    refusal: {
      act: `agreement.${act}`,
      subjectKind: "agreement-version",
      subjectId: subject.version.id,
      reason: decision.reason,
      offices: others.map(({ officeCode }) => officeCode),
      roles: [...rule.roles],
      quote: await quoteRule(tx, actor.tenantId, subject.version.id, rule),
    },
  };
}

/**
 * A day that contradicts what is signed, or a paper on its way that may say otherwise. `endsOn` is the first day on which
 * the agreement would decide nothing. The database asks the same.
 */
export async function assertMayEnd(
  tx: TenantTx,
  tenantId: string,
  subject: LockedEnding,
  endsOn: Day,
  today: Day,
): Promise<void> {
  const wrong = (message: string) =>
    new DomainError("invalid", "invalid", { fields: { lastDay: [message] } });
  if (endsOn <= today) throw wrong("endingPast");
  if (endsOn <= subject.effectiveFrom) throw wrong("endingBeforeForce");
  if (subject.effectiveUntil !== null && endsOn >= subject.effectiveUntil) throw wrong("endingAfterTerm");
  const inRound = await tx.agreementVersion.findFirst({
    where: { tenantId, agreementId: subject.version.agreementId, state: "awaiting-signatures" },
    select: { id: true },
  });
  if (inRound) throw new DomainError("conflict", "endingRoundOpen");
}

/** Closes the open proposal in the name of the acting office. */
export async function closeEnding(
  tx: TenantTx,
  actor: Actor,
  endingId: string,
  close: { state: "agreed" | "refused" | "withdrawn"; reason: string | null; now: Date },
): Promise<void> {
  await tx.agreementEnding.updateMany({
    where: { tenantId: actor.tenantId, id: endingId },
    data: {
      state: close.state,
      closingOfficeId: actor.officeId,
      closedBy: actor.accountId,
      closedAt: close.now,
      closeReason: close.reason,
    },
  });
}
