import type { Verdict } from "@/lib/platform/commands/define-command";
import { decide } from "@/lib/platform/policy/rule-table";
import type { Actor } from "@/lib/platform/tenancy/actor";
import { externalBodyRules } from "./rule-table";

/** May this role keep the list of bodies outside? The refusal quotes the portal's own rule. */
export function allowKeepingBodies(actor: Pick<Actor, "role">): Verdict {
  const decision = decide(externalBodyRules, {
    act: "keep",
    role: actor.role,
    part: "office",
    state: "kept",
  });
  if (decision.allowed) return { allowed: true };
  const [rule] = decision.rules;
  return {
    allowed: false,
    refusal: {
      act: "externalBody.keep",
      reason: decision.reason,
      ...(rule?.source.kind === "portal"
        ? { roles: [...rule.roles], quote: { text: rule.quote, source: rule.source.name } }
        : {}),
    },
  };
}
