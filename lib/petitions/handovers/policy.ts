import type { Verdict } from "@/lib/platform/commands/define-command";
import { decide } from "@/lib/platform/policy/rule-table";
import type { Actor } from "@/lib/platform/tenancy/actor";
import { type HandoverAct, nationalHandoverRules } from "./rule-table";

/** May this role read, prepare or answer what its own office hands over? */
export function allowHandover(actor: Pick<Actor, "role" | "officeCode">, act: HandoverAct): Verdict {
  const decision = decide(nationalHandoverRules, { act, role: actor.role, part: "office", state: "kept" });
  if (decision.allowed) return { allowed: true };
  const [rule] = decision.rules;
  return {
    allowed: false,
    refusal: {
      act: `nationalHandover.${act}`,
      reason: decision.reason,
      offices: [actor.officeCode],
      ...(rule?.source.kind === "law"
        ? { roles: [...rule.roles], quote: { text: rule.quote, source: rule.source.name } }
        : {}),
    },
  };
}
