import "server-only";
import type { TenantTx } from "@/lib/platform/db/tenant-transaction";
import type { MailKind } from "@/lib/platform/mail/mail";
import { decodeListKey, type ListKey, pageOf } from "@/lib/platform/queries/list-key";
import type { Query } from "@/lib/platform/queries/run-query";
import type { Actor } from "@/lib/platform/tenancy/actor";
import { decideResending, readsAllMail } from "../policy";
import type { MailState } from "../rule-table";
import type { OutboxOf, OutboxView } from "../types";

const pageSize = 20;

type Place = { id: string; keyAt: string };

/** One page of mails, each list by its own index. */
function loadPlaces(tx: TenantTx, actor: Actor, of: OutboxOf, after: ListKey): Promise<Place[]> {
  if (of === "own") {
    return tx.$queryRaw<Place[]>`
      select id, to_char(created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "keyAt" from mails
      where tenant_id = ${actor.tenantId}::uuid and account_id = ${actor.accountId}::uuid
        and (created_at, id) < (${after.at}::timestamptz, ${after.id}::uuid)
      order by created_at desc, id desc limit ${pageSize + 1}`;
  }
  if (of === "failed") {
    return tx.$queryRaw<Place[]>`
      select id, to_char(created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "keyAt" from mails
      where tenant_id = ${actor.tenantId}::uuid and state = 'failed'
        and (created_at, id) < (${after.at}::timestamptz, ${after.id}::uuid)
      order by created_at desc, id desc limit ${pageSize + 1}`;
  }
  return tx.$queryRaw<Place[]>`
    select id, to_char(created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "keyAt" from mails
    where tenant_id = ${actor.tenantId}::uuid and (created_at, id) < (${after.at}::timestamptz, ${after.id}::uuid)
    order by created_at desc, id desc limit ${pageSize + 1}`;
}

/** The mails of the person who asks; an administrator also sees what became of everybody's, and not what they say. */
export const getOutbox: Query<{ of: OutboxOf; after?: string | undefined }, OutboxView> = async ({
  tx,
  actor,
  input,
}) => {
  const { tenantId } = actor;
  const readsAll = readsAllMail(actor);
  const of = readsAll ? input.of : "own";
  const { shown, next } = pageOf(await loadPlaces(tx, actor, of, decodeListKey(input.after)), pageSize);
  const mails = await tx.mail.findMany({
    where: { tenantId, id: { in: shown.map(({ id }) => id) } },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    include: { content: { select: { subject: true, text: true, calendar: true } } },
  });
  const people = await tx.person.findMany({
    where: { tenantId, accountId: { in: mails.map(({ accountId }) => accountId) } },
    select: { accountId: true, fullName: true },
  });
  const names = new Map(people.map(({ accountId, fullName }) => [accountId, fullName]));
  return {
    of,
    readsAll,
    items: mails.map((mail) => ({
      id: mail.id,
      at: mail.createdAt,
      kind: mail.kind as MailKind,
      state: mail.state as MailState,
      attempts: mail.attempts,
      code: mail.code,
      nextAt: mail.nextAt,
      receiver: names.get(mail.accountId) ?? null,
      own: mail.accountId === actor.accountId,
      mayResend: decideResending(actor, mail.state as MailState).allowed,
      content: mail.content,
    })),
    next,
  };
};
