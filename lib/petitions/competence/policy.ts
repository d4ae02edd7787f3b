import type { Verdict } from "@/lib/platform/commands/define-command";
import { decide } from "@/lib/platform/policy/rule-table";
import type { Actor } from "@/lib/platform/tenancy/actor";
import { competenceRules } from "./rule-table";

/** May this role keep which subject leads to which office? The refusal quotes the law's sentence in our words. */
export function allowKeepingCompetence(actor: Pick<Actor, "role">): Verdict {
  const decision = decide(competenceRules, { act: "keep", role: actor.role, part: "office", state: "kept" });
  if (decision.allowed) return { allowed: true };
  const [rule] = decision.rules;
  return {
    allowed: false,
    refusal: {
      act: "competence.keep",
      reason: decision.reason,
      ...(rule?.source.kind === "law"
        ? { roles: [...rule.roles], quote: { text: rule.quote, source: rule.source.name } }
        : {}),
    },
  };
}
