import { type Decision, decide } from "@/lib/platform/policy/rule-table";
import type { Actor } from "@/lib/platform/tenancy/actor";
import { type ProgrammeAct, type ProgrammeRule, type ProgrammeState, programmeRules } from "./rule-table";

type Asking = Pick<Actor, "role" | "officeId">;

/** Drafting comes before there is a programme: the office must serve the body. */
export function decideDrafting(actor: Asking, servingOfficeId: string | null): Decision<ProgrammeRule> {
  const part = servingOfficeId === actor.officeId ? "keeper" : "other";
  return decide(programmeRules, { act: "draft", role: actor.role, part, state: "none" });
}

export function decideProgramme(
  actor: Asking,
  act: Exclude<ProgrammeAct, "draft">,
  programme: { state: Exclude<ProgrammeState, "none">; keeperIds: readonly string[] },
): Decision<ProgrammeRule> {
  const part = programme.keeperIds.includes(actor.officeId) ? "keeper" : "other";
  return decide(programmeRules, { act, role: actor.role, part, state: programme.state });
}
