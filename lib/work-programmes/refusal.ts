import "server-only";
import type { Verdict } from "@/lib/platform/commands/define-command";
import type { Decision } from "@/lib/platform/policy/rule-table";
import type { Actor } from "@/lib/platform/tenancy/actor";
import { decideProgramme } from "./policy";
import type { ProgrammeAct, ProgrammeRule } from "./rule-table";
import type { LockedProgramme } from "./store";

/** A decision as a command's verdict; the rules are the portal's and the decree's own and name the roles themselves. */
export function verdictOf(
  decision: Decision<ProgrammeRule>,
  about: { act: ProgrammeAct; subjectId?: string; offices: readonly string[] },
): Verdict {
  if (decision.allowed) return { allowed: true };
  const [rule] = decision.rules;
  const refusal = {
    act: `programme.${about.act}`,
    reason: decision.reason,
    ...(about.subjectId ? { subjectKind: "work-programme", subjectId: about.subjectId } : {}),
  };
  if (!rule || rule.source.kind === "article") return { allowed: false, refusal };
  return {
    allowed: false,
    refusal: {
      ...refusal,
      offices: [...about.offices],
      roles: [...rule.roles],
      quote: { text: rule.quote, source: rule.source.name },
    },
  };
}

/** Asks the rule table about a programme. */
export function allowOnProgramme(
  actor: Actor,
  act: Exclude<ProgrammeAct, "draft" | "settle">,
  programme: LockedProgramme,
): Verdict {
  const { state, officeId, id, officeCode } = programme;
  return verdictOf(decideProgramme(actor, act, { state, keeperIds: [officeId] }), {
    act,
    subjectId: id,
    offices: [officeCode],
  });
}

/** What is changed in a draft needs no decision; in an issued programme it is another act. */
export function allowOnItem(actor: Actor, act: "addItem" | "editItem", programme: LockedProgramme): Verdict {
  return allowOnProgramme(actor, programme.state === "issued" ? "amend" : act, programme);
}
