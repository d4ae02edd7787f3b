import "server-only";
import type { Verdict } from "@/lib/platform/commands/define-command";
import type { TenantTx } from "@/lib/platform/db/tenant-transaction";
import type { RefusalReason } from "@/lib/platform/errors/domain-error";
import type { Actor } from "@/lib/platform/tenancy/actor";
import { decideAgreement, holdsSigningPost } from "./policy";
import { quoteRule } from "./queries/quote-clause";
import { type AgreementAct, agreementRolesSource } from "./rule-table";
import type { LockedVersion } from "./store";

async function refusalFor(
  tx: TenantTx,
  actor: Actor,
  act: AgreementAct,
  version: LockedVersion,
  because: Pick<RefusalReason, "reason" | "offices" | "roles"> & { rule: Parameters<typeof quoteRule>[3] },
): Promise<Verdict> {
  const { rule, ...reason } = because;
  return {
    allowed: false,
    refusal: {
      act: `agreement.${act}`,
      subjectKind: "agreement-version",
      subjectId: version.id,
      ...reason,
      ...(rule.source.kind === "article"
        ? { articleKey: rule.source.articleKey, clause: rule.source.clause }
        : {}),
      quote: await quoteRule(tx, actor.tenantId, version.id, rule),
    },
  };
}

/** Asks the rule table about a version; a refusal quotes the clause that gives the act to whom. */
export async function allowOnVersion(
  tx: TenantTx,
  actor: Actor,
  act: AgreementAct,
  version: LockedVersion,
): Promise<Verdict> {
  const decision = decideAgreement(actor, act, version);
  const needsSigningPost = act === "sign" || act === "declineToSign";
  if (decision.allowed) {
    if (!needsSigningPost || holdsSigningPost(actor, version)) return { allowed: true };
    return refusalFor(tx, actor, act, version, { reason: "signing-post", rule: decision.rule });
  }
  const [rule] = decision.rules;
  if (!rule) return { allowed: false, refusal: { act: `agreement.${act}`, reason: decision.reason } };
  const contactOnly = rule.parts.length === 1 && rule.parts[0] === "contact";
  const named = version.parties.filter((party) => !contactOnly || party.officeId === version.contactOfficeId);
  return refusalFor(tx, actor, act, version, {
    reason: decision.reason,
    offices: named.map((party) => party.officeCode),
    roles: [...rule.roles],
    rule: decision.reason === "role" ? { ...rule, source: agreementRolesSource } : rule,
  });
}
