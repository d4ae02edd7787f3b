import "server-only";
import { defineCommand } from "@/lib/platform/commands/define-command";
import { quorumRemoved } from "../events";
import { decideCalendar } from "../policy";
import { allowOnCalendar } from "../refusal";
import { removeQuorumRuleSchema } from "../settings-schema";

type LockedRule = { bodyKind: string; meetingKind: string };

/** Takes a rule away, so that the wider one holds; the one for everybody stays. */
export const removeQuorumRule = defineCommand({
  name: "meetings.removeQuorumRule",
  input: removeQuorumRuleSchema,
  async subject({ tx, actor: { tenantId }, input }) {
    const [rule] = await tx.$queryRaw<LockedRule[]>`
      select body_kind as "bodyKind", meeting_kind as "meetingKind" from quorum_rules
      where tenant_id = ${tenantId}::uuid and body_kind = ${input.bodyKind} and meeting_kind = ${input.meetingKind} for update`;
    return rule ?? null;
  },
  allow: ({ tx, actor, subject: { bodyKind, meetingKind } }) => {
    const state = bodyKind === "*" && meetingKind === "*" ? "standard" : "added";
    return allowOnCalendar(
      tx,
      actor,
      decideCalendar(actor, "removeQuorum", state),
      "removeQuorum",
      actor.tenantId,
    );
  },
  async run({ tx, actor: { tenantId }, subject }) {
    await tx.quorumRule.deleteMany({ where: { tenantId, ...subject } });
    return { result: {}, events: [quorumRemoved(tenantId, subject)] };
  },
});
