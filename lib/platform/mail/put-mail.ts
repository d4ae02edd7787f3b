import "server-only";
import type { TenantTx } from "@/lib/platform/db/tenant-transaction";
import { newId } from "@/lib/platform/ids";
import { putJob } from "@/lib/platform/outbox/queue";
import { deliverMailQueue, type MailDraft } from "./mail";

/**
 * Writes mails and the jobs that deliver them, in the caller's transaction as the system. A mail whose occasion was
 * there before is left out. Answers how many are new.
 */
export async function putMail(
  tx: TenantTx,
  tenantId: string,
  mails: readonly MailDraft[],
  now: Date,
): Promise<number> {
  let count = 0;
  for (const mail of mails) {
    const id = newId();
    const written = await tx.$executeRaw`
      insert into mails (tenant_id, id, account_id, kind, subject_kind, subject_id, occasion, state, created_at, next_at)
      values (${tenantId}::uuid, ${id}::uuid, ${mail.accountId}::uuid, ${mail.kind}, ${mail.subjectKind},
        ${mail.subjectId}::uuid, ${mail.occasion}, 'queued', ${now}, ${now})
      on conflict (tenant_id, occasion) do nothing`;
    if (written === 0) continue;
    await tx.mailContent.createMany({
      data: [
        {
          tenantId,
          mailId: id,
          accountId: mail.accountId,
          subject: mail.subject,
          text: mail.text,
          calendar: mail.calendar?.object ?? null,
          method: mail.calendar?.method ?? null,
        },
      ],
    });
    await putJob(tx, { queue: deliverMailQueue, data: { tenantId, mailId: id } });
    count += 1;
  }
  return count;
}
