import { type Decision, decide } from "@/lib/platform/policy/rule-table";
import type { Actor } from "@/lib/platform/tenancy/actor";
import { type MailRule, type MailState, mailRules } from "./rule-table";

export function decideResending(actor: Pick<Actor, "role">, state: MailState): Decision<MailRule> {
  return decide(mailRules, { act: "resend", role: actor.role, part: "tenant", state });
}

/** Who sees what became of everybody's mails. */
export function readsAllMail({ role }: Pick<Actor, "role">): boolean {
  return role === "tenant-administrator";
}
