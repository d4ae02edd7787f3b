import "server-only";
import { asSystem } from "@/lib/platform/db/tenant-transaction";
import { deliverMailQueue } from "@/lib/platform/mail/mail";
import { listTenantIds } from "@/lib/platform/outbox/list-tenants";
import { putJob } from "@/lib/platform/outbox/queue";

/** Puts a job for every mail whose time has come: for what was being sent when a worker died, in every tenant. */
export async function requeueMail(): Promise<void> {
  for (const tenantId of await listTenantIds()) {
    await asSystem(tenantId, async (tx) => {
      const due = await tx.$queryRaw<{ id: string }[]>`
        select id from mails where tenant_id = ${tenantId}::uuid and state = 'queued' and next_at <= now()
        order by created_at limit 1000`;
      for (const { id: mailId } of due)
        await putJob(tx, { queue: deliverMailQueue, data: { tenantId, mailId } });
    });
  }
}
