import "server-only";
import { z } from "zod";
import { asSystem } from "@/lib/platform/db/tenant-transaction";
import { putMail } from "@/lib/platform/mail/put-mail";
import { draftInvitations } from "../mail/draft-invitations";
import { draftNotices } from "../mail/draft-notices";

const dataSchema = z.object({ tenantId: z.uuid(), subjectId: z.uuid().optional() });

/** After an event of the calendar: the invitations of the meeting it names, and a mail for every notice without one. */
export async function writeMail(data: unknown): Promise<void> {
  const { tenantId, subjectId } = dataSchema.parse(data);
  await asSystem(tenantId, async (tx) => {
    const now = new Date();
    const invitations = subjectId ? await draftInvitations(tx, tenantId, subjectId, now) : [];
    await putMail(tx, tenantId, [...invitations, ...(await draftNotices(tx, tenantId))], now);
  });
}
