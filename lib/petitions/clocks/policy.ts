import type { Verdict } from "@/lib/platform/commands/define-command";
import { decide } from "@/lib/platform/policy/rule-table";
import type { Actor } from "@/lib/platform/tenancy/actor";
import { type CalendarAct, calendarRules } from "./rule-table";

/** May this role keep the days and limits of its tenant? The refusal quotes the portal's own rule. */
export function allowOnCalendar(actor: Pick<Actor, "role">, act: CalendarAct): Verdict {
  const decision = decide(calendarRules, { act, role: actor.role, part: "office", state: "kept" });
  if (decision.allowed) return { allowed: true };
  const [rule] = decision.rules;
  return {
    allowed: false,
    refusal: {
      act: `legalCalendar.${act}`,
      reason: decision.reason,
      ...(rule ? { roles: [...rule.roles], quote: { text: rule.quote, source: sourceOf(rule.source) } } : {}),
    },
  };
}

function sourceOf(source: (typeof calendarRules)[number]["source"]): string {
  return source.kind === "article" ? "" : source.name;
}

/** Whether the pages of days and limits are work of this person; everybody else finds them from a reckoning. */
export function mayKeepCalendar(actor: Pick<Actor, "role">): boolean {
  return allowOnCalendar(actor, "decideDay").allowed;
}
