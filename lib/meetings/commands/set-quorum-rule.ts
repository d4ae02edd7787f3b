import "server-only";
import { defineCommand } from "@/lib/platform/commands/define-command";
import { DomainError } from "@/lib/platform/errors/domain-error";
import { quorumSet } from "../events";
import { decideCalendar } from "../policy";
import { allowOnCalendar } from "../refusal";
import { setQuorumRuleSchema } from "../settings-schema";

/** How many members of a kind of body are enough at a kind of meeting; what was counted before keeps its number. */
export const setQuorumRule = defineCommand({
  name: "meetings.setQuorumRule",
  input: setQuorumRuleSchema,
  subject: async () => ({}),
  allow: ({ tx, actor }) =>
    allowOnCalendar(tx, actor, decideCalendar(actor, "setQuorum", "set"), "setQuorum", actor.tenantId),
  async run({ tx, actor: { tenantId }, input }) {
    const { bodyKind, meetingKind, numerator, denominator, reaches, basis, verified } = input;
    const bodies = bodyKind === "*" ? 1 : await tx.body.count({ where: { tenantId, kind: bodyKind } });
    if (bodies === 0) throw new DomainError("invalid", "invalid", { fields: { bodyKind: ["invalid"] } });
    const kinds =
      meetingKind === "*" ? 1 : await tx.meetingKind.count({ where: { tenantId, key: meetingKind } });
    if (kinds === 0)
      throw new DomainError("invalid", "invalid", { fields: { meetingKind: ["kindMissing"] } });
    await tx.$executeRaw`
      insert into quorum_rules (tenant_id, body_kind, meeting_kind, numerator, denominator, reaches, basis, verified)
      values (${tenantId}::uuid, ${bodyKind}, ${meetingKind}, ${numerator}, ${denominator}, ${reaches}, ${basis}, ${verified})
      on conflict (tenant_id, body_kind, meeting_kind) do update set numerator = excluded.numerator,
        denominator = excluded.denominator, reaches = excluded.reaches, basis = excluded.basis, verified = excluded.verified`;
    return { result: {}, events: [quorumSet(tenantId, input)] };
  },
});
