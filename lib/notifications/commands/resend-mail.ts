import "server-only";
import { defineCommand, type Verdict } from "@/lib/platform/commands/define-command";
import { deliverMailQueue } from "@/lib/platform/mail/mail";
import type { Actor } from "@/lib/platform/tenancy/actor";
import { mailResent } from "../events";
import { decideResending } from "../policy";
import type { MailState } from "../rule-table";
import { resendMailSchema } from "../schema";

type LockedMail = { id: string; state: MailState };

function verdict(actor: Actor, mail: LockedMail): Verdict {
  const decision = decideResending(actor, mail.state);
  if (decision.allowed) return { allowed: true };
  const [rule] = decision.rules;
  return {
    allowed: false,
    refusal: {
      act: "mail.resend",
      subjectKind: "mail",
      subjectId: mail.id,
      reason: decision.reason,
      roles: [...(rule?.roles ?? [])],
      ...(rule ? { quote: { text: rule.quote, source: "Thư gửi đi" } } : {}),
    },
  };
}

/** What could not be delivered is tried again, from the first try on. Only mails one may see are found. */
export const resendMail = defineCommand({
  name: "notifications.resendMail",
  input: resendMailSchema,
  async subject({ tx, actor, input }) {
    const [mail] = await tx.$queryRaw<LockedMail[]>`
      select id, state from mails
      where tenant_id = ${actor.tenantId}::uuid and id = ${input.mailId}::uuid for no key update`;
    return mail ?? null;
  },
  allow: ({ actor, subject }) => verdict(actor, subject),
  async run({ tx, actor, subject, now }) {
    await tx.mail.updateMany({
      where: { tenantId: actor.tenantId, id: subject.id },
      data: { state: "queued", attempts: 0, nextAt: now, settledAt: null },
    });
    return {
      result: { mailId: subject.id },
      events: [mailResent(subject.id)],
      jobs: [{ queue: deliverMailQueue, data: { tenantId: actor.tenantId, mailId: subject.id } }],
    };
  },
});
