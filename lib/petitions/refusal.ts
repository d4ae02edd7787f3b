import "server-only";
import { quoteRule } from "@/lib/agreements/queries/quote-clause";
import type { Verdict } from "@/lib/platform/commands/define-command";
import type { TenantTx } from "@/lib/platform/db/tenant-transaction";
import type { RefusalReason } from "@/lib/platform/errors/domain-error";
import type { Decision } from "@/lib/platform/policy/rule-table";
import type { Actor } from "@/lib/platform/tenancy/actor";
import { type ActOnPetition, decideForwarding, decidePetition } from "./policy";
import type { PetitionRule } from "./rule-table";
import type { LockedPetition } from "./store";

/** A decision as a command's verdict; a refusal quotes the rule that gives the act to whom. */
export async function verdictOf(
  tx: TenantTx,
  tenantId: string,
  decision: Decision<PetitionRule>,
  about: {
    act: string;
    versionId: string | null;
    subject?: Pick<RefusalReason, "subjectKind" | "subjectId">;
    offices: (rule: PetitionRule) => string[];
  },
): Promise<Verdict> {
  if (decision.allowed) return { allowed: true };
  const [rule] = decision.rules;
  if (!rule) return { allowed: false, refusal: { act: about.act, reason: decision.reason } };
  return {
    allowed: false,
    refusal: {
      act: about.act,
      ...about.subject,
      reason: decision.reason,
      offices: about.offices(rule),
      roles: [...rule.roles],
      ...(rule.source.kind === "article"
        ? { articleKey: rule.source.articleKey, clause: rule.source.clause }
        : {}),
      quote: await quoteRule(tx, tenantId, about.versionId, rule),
    },
  };
}

/** Asks the rule table about a letter. */
export function allowOnPetition(
  tx: TenantTx,
  actor: Actor,
  act: ActOnPetition,
  petition: LockedPetition,
): Promise<Verdict> {
  return verdictOf(tx, actor.tenantId, decidePetition(actor, act, petition), {
    act: `petition.${act}`,
    versionId: petition.versionId,
    subject: { subjectKind: "petition", subjectId: petition.id },
    offices: (rule) => {
      const ids = [
        ...(rule.parts.includes("lead") ? [petition.leadOfficeId] : []),
        ...(rule.parts.includes("filing") ? [petition.receivingOfficeId, petition.filingOfficeId] : []),
      ];
      return [...new Set(ids)].flatMap((id) => petition.officeCodes.get(id) ?? []);
    },
  });
}

/** Asks the rule table whether a letter may be given over; a second time of the same content is refused with the same rule. */
export function allowForwarding(tx: TenantTx, actor: Actor, petition: LockedPetition): Promise<Verdict> {
  return verdictOf(tx, actor.tenantId, decideForwarding(actor, petition, petition.forward !== null), {
    act: "petition.forward",
    versionId: petition.versionId,
    subject: { subjectKind: "petition", subjectId: petition.id },
    offices: () => [petition.officeCodes.get(petition.leadOfficeId) ?? ""],
  });
}
