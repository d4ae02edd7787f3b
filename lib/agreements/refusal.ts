import "server-only";
import type { Verdict } from "@/lib/platform/commands/define-command";
import type { TenantTx } from "@/lib/platform/db/tenant-transaction";
import { notFoundError, type RefusalReason } from "@/lib/platform/errors/domain-error";
import type { Actor } from "@/lib/platform/tenancy/actor";
import { decideAgreement, delegationStands, holdsSigningPost } from "./policy";
import { quoteRule } from "./queries/quote-clause";
import { type AgreementAct, agreementRolesSource } from "./rule-table";
import type { LockedVersion } from "./store";
import { partiesBefore } from "./turns";

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

/**
 * Signing also waits for one's turn: the parties of the steps before have signed. Declining waits for nobody, since a party
 * that will not sign stops the round for all.
 */
export async function allowToSign(tx: TenantTx, actor: Actor, version: LockedVersion): Promise<Verdict> {
  const verdict = await allowOnVersion(tx, actor, "sign", version);
  const decision = decideAgreement(actor, "sign", version);
  const mine = version.parties.find((party) => party.officeId === actor.officeId);
  if (!verdict.allowed || !decision.allowed || !mine) return verdict;
  const round = await tx.signingRound.findFirst({
    where: { tenantId: actor.tenantId, versionId: version.id, state: "open" },
    select: {
      signatures: { select: { partyId: true } },
      turns: { select: { partyId: true, step: true } },
    },
  });
  const signed = (round?.signatures ?? []).map(({ partyId }) => partyId);
  const before = partiesBefore(round?.turns ?? [], signed, mine.id);
  if (before.length === 0) return verdict;
  return refusalFor(tx, actor, "sign", version, {
    reason: "turn",
    offices: version.parties.filter((party) => before.includes(party.id)).map((party) => party.officeCode),
    rule: decision.rule,
  });
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
    if (!needsSigningPost) return { allowed: true };
    const named = holdsSigningPost(actor, version);
    if (named && delegationStands(actor, version)) return { allowed: true };
    return refusalFor(tx, actor, act, version, {
      reason: named ? "delegation" : "signing-post",
      rule: decision.rule,
    });
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

/** Of a party outside speaks, or gives it its link, only the office that represents it. */
export async function allowToSpeakFor(
  tx: TenantTx,
  actor: Actor,
  partyId: string,
  version: LockedVersion,
): Promise<Verdict> {
  const verdict = await allowOnVersion(tx, actor, "speakOutside", version);
  const decision = decideAgreement(actor, "speakOutside", version);
  if (!verdict.allowed || !decision.allowed) return verdict;
  const party = version.outside.find(({ id }) => id === partyId);
  if (!party) throw notFoundError();
  if (party.officeId === actor.officeId) return verdict;
  return refusalFor(tx, actor, "speakOutside", version, {
    reason: "part",
    offices: [party.officeCode],
    rule: decision.rule,
  });
}

type ActBeside = "delegate" | "registerCertificate" | "requestKey" | "requestOfficeKey";

/** What a person does beside any agreement: lets another sign in the own place, registers a certificate, asks for a new key. */
export function allowBesideAgreements(actor: Actor, act: ActBeside): Verdict {
  const decision = decideAgreement(actor, act, { state: "none", contactOfficeId: "", parties: [] });
  if (decision.allowed) return { allowed: true };
  const [rule] = decision.rules;
  return {
    allowed: false,
    refusal: {
      act: `agreement.${act}`,
      reason: decision.reason,
      roles: rule ? [...rule.roles] : [],
      ...(rule
        ? { quote: { text: rule.quote, source: rule.source.kind === "article" ? "" : rule.source.name } }
        : {}),
    },
  };
}
