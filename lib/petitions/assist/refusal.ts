import "server-only";
import type { Verdict } from "@/lib/platform/commands/define-command";
import type { TenantTx } from "@/lib/platform/db/tenant-transaction";
import type { Actor } from "@/lib/platform/tenancy/actor";
import { type ActOnPetition, decidePetition } from "../policy";
import { verdictOf } from "../refusal";
import { type PetitionRule, partRolesSource } from "../rule-table";
import type { LetterWithParts } from "./store";

/** Asks the rule table about a part of a letter; a refusal quotes the clause of the agreement that gives the act to whom. */
export async function allowOnPart(
  tx: TenantTx,
  actor: Actor,
  act: ActOnPetition,
  letter: LetterWithParts,
  addressedOfficeId?: string,
): Promise<Verdict> {
  const decision = decidePetition(actor, act, letter, addressedOfficeId);
  const quoted: typeof decision =
    decision.allowed || decision.reason !== "role"
      ? decision
      : { ...decision, rules: decision.rules.map((rule) => ({ ...rule, source: partRolesSource })) };
  const assisting = letter.assists.filter(({ state }) => state !== "named").map(({ officeId }) => officeId);
  const officesOf = (rule: PetitionRule) => {
    if (rule.parts.includes("lead")) return [letter.leadOfficeId];
    return addressedOfficeId ? [addressedOfficeId] : assisting;
  };
  return verdictOf(tx, actor.tenantId, quoted, {
    act: `petition.${act}`,
    versionId: letter.assistVersionId,
    subject: { subjectKind: "petition", subjectId: letter.id },
    offices: (rule) => officesOf(rule).flatMap((id) => letter.officeCodes.get(id) ?? []),
  });
}
