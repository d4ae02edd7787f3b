import type { Verdict } from "@/lib/platform/commands/define-command";
import { type Decision, decide } from "@/lib/platform/policy/rule-table";
import type { Actor } from "@/lib/platform/tenancy/actor";
import { type CaseAct, type CasePart, type CaseRule, type CaseState, caseRules } from "./rule-table";

type Asked = { act: CaseAct; part: CasePart; state: CaseState };

export function decideCase(actor: Pick<Actor, "role">, asked: Asked): Decision<CaseRule> {
  return decide(caseRules, { ...asked, role: actor.role });
}

/** The acting office's part in a case. */
export function partInCase(
  found: { leadOfficeId: string; memberOfficeIds: readonly string[] },
  officeId: string,
): CasePart {
  if (found.leadOfficeId === officeId) return "lead";
  return found.memberOfficeIds.includes(officeId) ? "member" : "none";
}

/** As a command's verdict; a refusal quotes the rule that gives the act to whom. */
export function allowOnCase(
  actor: Pick<Actor, "role">,
  asked: Asked,
  about: { subjectKind: "petition" | "petition-case"; subjectId: string; office: string },
): Verdict {
  const decision = decideCase(actor, asked);
  if (decision.allowed) return { allowed: true };
  const [rule] = decision.rules;
  return {
    allowed: false,
    refusal: {
      act: `petitionCase.${asked.act}`,
      subjectKind: about.subjectKind,
      subjectId: about.subjectId,
      reason: decision.reason,
      ...(rule && rule.source.kind !== "article"
        ? {
            offices: about.office ? [about.office] : [],
            roles: [...rule.roles],
            quote: { text: rule.quote, source: rule.source.name },
          }
        : {}),
    },
  };
}
