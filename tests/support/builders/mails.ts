import { randomUUID } from "node:crypto";
import { asSystem } from "@/lib/platform/db/tenant-transaction";
import type { MailDraft } from "@/lib/platform/mail/mail";
import { putMail } from "@/lib/platform/mail/put-mail";
import type { Role } from "@/lib/platform/policy/rule-table";
import { postOf } from "@/prisma/seed/caller";
import type { Province } from "./province";

export type MailStage = { mailId: string };

export type MailRow = {
  state: string;
  attempts: number;
  code: string | null;
  nextAt: Date | null;
  contents: number;
};

/** A mail to one person, queued as the system queues it. */
export async function queued(
  province: Province,
  [office, role]: readonly [string, Role],
  more: Partial<MailDraft> = {},
): Promise<MailStage> {
  const occasion = more.occasion ?? `test:${randomUUID()}`;
  const { tenant } = province.phuTho;
  const mail: MailDraft = {
    accountId: postOf(province.phuTho, office, role).accountId,
    kind: "notice",
    subjectKind: "notice",
    subjectId: randomUUID(),
    subject: "Cổng phối hợp: thông báo",
    text: "Văn phòng có thông báo mới.",
    ...more,
    occasion,
  };
  await asSystem(tenant.id, (tx) => putMail(tx, tenant.id, [mail], new Date()));
  const [row] = await province.rows<{ id: string }>("select id from mails where occasion = $1", [occasion]);
  if (!row) throw new Error("no mail");
  return { mailId: row.id };
}

/** Given up, as after a final answer of the server. */
export async function failed(province: Province, person: readonly [string, Role]): Promise<MailStage> {
  const stage = await queued(province, person);
  const { id: tenantId } = province.phuTho.tenant;
  await asSystem(tenantId, (tx) =>
    tx.mail.updateMany({
      where: { tenantId, id: stage.mailId },
      data: { state: "failed", attempts: 1, code: "550", nextAt: null, settledAt: new Date() },
    }),
  );
  return stage;
}

export async function mailRow(province: Province, { mailId }: MailStage): Promise<MailRow> {
  const [row] = await province.rows<MailRow>(
    `select state, attempts, code, next_at as "nextAt",
      (select count(*)::integer from mail_contents c where c.mail_id = m.id) as contents
      from mails m where id = $1`,
    [mailId],
  );
  if (!row) throw new Error("no such mail");
  return row;
}
