import "server-only";
import { z } from "zod";
import { asSystem, type TenantTx } from "@/lib/platform/db/tenant-transaction";
import { deliverMailQueue } from "@/lib/platform/mail/mail";
import { portalAddress } from "@/lib/platform/mail/portal-address";
import { putJob } from "@/lib/platform/outbox/queue";
import { type Mailer, Undelivered } from "../mailer";
import { retryDelays } from "../rules";

const dataSchema = z.object({ tenantId: z.uuid(), mailId: z.uuid() });

type LockedMail = { accountId: string; attempts: number };
type End = "sent" | "kept" | "dropped" | "failed";

async function lockQueued(tx: TenantTx, tenantId: string, mailId: string): Promise<LockedMail | null> {
  const [mail] = await tx.$queryRaw<LockedMail[]>`
    select account_id as "accountId", attempts from mails
    where tenant_id = ${tenantId}::uuid and id = ${mailId}::uuid and state = 'queued' for update`;
  return mail ?? null;
}

async function addressOf(tx: TenantTx, accountId: string): Promise<string | null> {
  const rows = await tx.$queryRaw<
    { address: string | null }[]
  >`select mail_address(${accountId}::uuid) as address`;
  return rows[0]?.address ?? null;
}

/** What was sent or can reach nobody is not kept; what was given up or has no server stays for its receiver. */
async function settle(
  tx: TenantTx,
  tenantId: string,
  mailId: string,
  state: End,
  more: { attempts: number; code?: string | null },
): Promise<void> {
  await tx.mail.updateMany({
    where: { tenantId, id: mailId },
    data: { state, ...more, nextAt: null, settledAt: new Date() },
  });
  if (state === "sent" || state === "dropped")
    await tx.mailContent.deleteMany({ where: { tenantId, mailId } });
}

async function tryAgain(
  tx: TenantTx,
  tenantId: string,
  mailId: string,
  tried: { attempts: number; code: string },
  delay: number,
): Promise<void> {
  await tx.mail.updateMany({
    where: { tenantId, id: mailId },
    data: { ...tried, nextAt: new Date(Date.now() + delay * 1000) },
  });
  await putJob(tx, { queue: deliverMailQueue, data: { tenantId, mailId }, startAfterSeconds: delay });
}

/**
 * Delivers one mail. Its row stays locked while the server is asked, so that no second worker asks meanwhile; a worker
 * that dies leaves it queued. Dying after the server's yes and before the commit makes a second copy, under the same
 * Message-ID: no mail system can promise less.
 */
export async function deliverMail(
  data: unknown,
  mailer: Mailer | null,
  delays: readonly number[] = retryDelays,
): Promise<void> {
  const { tenantId, mailId } = dataSchema.parse(data);
  await asSystem(tenantId, async (tx) => {
    const mail = await lockQueued(tx, tenantId, mailId);
    if (!mail) return;
    const to = await addressOf(tx, mail.accountId);
    if (!to) return settle(tx, tenantId, mailId, "dropped", { attempts: mail.attempts });
    if (!mailer) return settle(tx, tenantId, mailId, "kept", { attempts: mail.attempts });
    const content = await tx.mailContent.findUniqueOrThrow({
      where: { tenantId_mailId: { tenantId, mailId } },
    });
    const attempts = mail.attempts + 1;
    try {
      await mailer.send({
        messageId: `<${mailId}@${new URL(portalAddress("/")).hostname}>`,
        to,
        subject: content.subject,
        text: content.text,
        calendar:
          content.calendar && content.method ? { method: content.method, object: content.calendar } : null,
      });
    } catch (error) {
      if (!(error instanceof Undelivered)) throw error;
      const delay = delays[mail.attempts];
      if (error.forGood || delay === undefined)
        return settle(tx, tenantId, mailId, "failed", { attempts, code: error.code });
      return tryAgain(tx, tenantId, mailId, { attempts, code: error.code }, delay);
    }
    await settle(tx, tenantId, mailId, "sent", { attempts, code: null });
  });
}
