import "server-only";
import { createTranslator } from "next-intl";
import { type Day, dayAt, daysBetween, formatDay, plusDays } from "@/lib/platform/dates/days";
import { asSystem, type TenantTx } from "@/lib/platform/db/tenant-transaction";
import { newId } from "@/lib/platform/ids";
import type { MailDraft } from "@/lib/platform/mail/mail";
import { portalAddress } from "@/lib/platform/mail/portal-address";
import { putMail } from "@/lib/platform/mail/put-mail";
import { listTenantIds } from "@/lib/platform/outbox/list-tenants";
import messages from "@/messages/vi.json";
import { findHeads, type Head } from "../queries/find-heads";

const t = createTranslator({ locale: "vi", messages, namespace: "agreementJobs.expiry" });

/** How many days before its end an agreement is spoken of, the last first. */
const daysBefore = [30, 60] as const;

const kind = "agreement-expiring";

type Ending = { agreementId: string; title: string; until: Day };

/** In force today, with an end that comes near and no signed version that goes on from there. */
async function findEnding(tx: TenantTx, tenantId: string, today: Day): Promise<Ending[]> {
  const latest = plusDays(today, Math.max(...daysBefore));
  return tx.$queryRaw<Ending[]>`
    select a.id as "agreementId", a.title, to_char(v.effective_until, 'YYYY-MM-DD') as until
    from agreement_versions v join agreements a on a.tenant_id = v.tenant_id and a.id = v.agreement_id
    where v.tenant_id = ${tenantId}::uuid and v.state = 'signed' and v.effective_from <= ${today}::date
      and v.effective_until > ${today}::date and v.effective_until <= ${latest}::date
      and not exists (select 1 from agreement_versions n
        where n.tenant_id = v.tenant_id and n.agreement_id = v.agreement_id and n.state = 'signed'
          and n.effective_from = v.effective_until)
    order by v.effective_until, a.id`;
}

function mailOf({ title, agreementId }: Ending, last: string, party: Head, noticeId: string): MailDraft {
  const address = portalAddress(`/${party.slug}/agreements/${agreementId}`);
  return {
    accountId: party.accountId,
    kind: "notice",
    subjectKind: "notice",
    subjectId: noticeId,
    occasion: `${kind}:${noticeId}:${party.accountId}`,
    subject: t("subject", { day: last }),
    text: [t("text", { title, day: last }), t("next"), "", t("end", { address })].join("\n"),
  };
}

async function remindOf(tx: TenantTx, tenantId: string, ending: Ending, now: Date): Promise<void> {
  const { agreementId, title, until } = ending;
  const left = daysBetween(dayAt(now), until);
  const step = daysBefore.find((days) => left <= days);
  const told = await tx.notice.findMany({
    where: { tenantId, subjectKind: "agreement", subjectId: agreementId, kind },
    select: { payload: true },
  });
  const isTold = told.some(({ payload }) => {
    const { until: day, step: of } = payload as { until?: string; step?: number };
    return day === until && of === step;
  });
  if (step === undefined || isTold) return;
  const last = plusDays(until, -1);
  const parties = await tx.agreementParty.findMany({
    where: { tenantId, agreementId },
    select: { officeId: true },
  });
  const notices = parties.map(({ officeId }) => ({
    tenantId,
    id: newId(),
    officeId,
    kind,
    subjectKind: "agreement",
    subjectId: agreementId,
    payload: { title, until, last, step },
    createdAt: now,
  }));
  await tx.notice.createMany({ data: notices });
  const heads = await findHeads(tx, tenantId, agreementId);
  const mails = notices.flatMap((notice) =>
    heads
      .filter(({ officeId }) => officeId === notice.officeId)
      .map((party) => mailOf(ending, formatDay(last), party, notice.id)),
  );
  await putMail(tx, tenantId, mails, now);
}

async function remind(tx: TenantTx, tenantId: string, now: Date): Promise<void> {
  // Two deliveries of one job queue here; the second finds what the first told.
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`remind-expiry:${tenantId}`}, 0))`;
  for (const ending of await findEnding(tx, tenantId, dayAt(now))) await remindOf(tx, tenantId, ending, now);
}

/**
 * Sixty and thirty days before an agreement ends, tells every party once: a notice in the portal and a mail to those who head
 * the office. Nobody is told of one that a signed version follows.
 */
export async function remindExpiry(now = new Date()): Promise<void> {
  for (const tenantId of await listTenantIds()) await asSystem(tenantId, (tx) => remind(tx, tenantId, now));
}
