import "server-only";
import { createTranslator } from "next-intl";
import { type Day, dayAt, dayFromColumn, dayToColumn, formatDay } from "@/lib/platform/dates/days";
import { asSystem, type TenantTx } from "@/lib/platform/db/tenant-transaction";
import { newId } from "@/lib/platform/ids";
import type { MailDraft } from "@/lib/platform/mail/mail";
import { portalAddress } from "@/lib/platform/mail/portal-address";
import { putMail } from "@/lib/platform/mail/put-mail";
import { listTenantIds } from "@/lib/platform/outbox/list-tenants";
import messages from "@/messages/vi.json";
import { loadLaw } from "../clocks/store";
import type { ClockLaw } from "../clocks/types";
import { dayOf, numberOf, workingCalendar } from "../clocks/working-calendar";

const t = createTranslator({ locale: "vi", messages, namespace: "petitions.circles.mail" });

/** Where no agreement in force speaks of letters: working days, a default of the portal and of no law. */
const defaultDays = 2;
const told = ["chief", "inspector"];

type Slip = {
  id: string;
  petitionId: string;
  code: string;
  fromId: string;
  from: string;
  /** Null where it went to a body outside, which reads no desk here. */
  toId: string | null;
  to: string;
  sentOn: Date;
};

/** The last day of sending of which so many working days are over before today. */
export function sentBefore(today: Day, days: number, law: ClockLaw): Day {
  const calendar = workingCalendar(law);
  let day = numberOf(today);
  for (let left = days; left > 0; ) {
    day -= 1;
    if (!calendar.isOff(day)) left -= 1;
  }
  return dayOf(day - 1);
}

/** In how many working days an office answers about letters, by the agreement in force. */
async function daysByRule(tx: TenantTx, tenantId: string): Promise<number> {
  const [duty] = await tx.$queryRaw<{ days: number }[]>`
    select d.opinion_days as days from agreement_versions v
    join coordination_duties d on d.tenant_id = v.tenant_id and d.version_id = v.id and d.duty_key = 'letters'
    where v.tenant_id = ${tenantId}::uuid and v.state = 'signed'
      and v.effective_from <= portal_today() and (v.effective_until is null or portal_today() < v.effective_until)
    order by v.effective_from desc limit 1`;
  return duty?.days ?? defaultDays;
}

async function takeSlips(tx: TenantTx, tenantId: string, until: Day): Promise<Slip[]> {
  return tx.$queryRaw<Slip[]>`
    select f.id, f.petition_id as "petitionId", p.code, f.from_office_id as "fromId", s.code as "from", f.to_office_id as "toId",
      coalesce(r.code, f.to_name) as "to", f.sent_on as "sentOn"
    from petition_forwards f
    join petitions p on p.tenant_id = f.tenant_id and p.id = f.petition_id
    join offices s on s.tenant_id = f.tenant_id and s.id = f.from_office_id
    left join offices r on r.tenant_id = f.tenant_id and r.id = f.to_office_id
    where f.tenant_id = ${tenantId}::uuid and f.state = 'sent' and f.escalated_at is null and f.sent_on <= ${dayToColumn(until)}::date
      and p.state = 'forwarded'
    order by f.sent_on, f.id limit 1000 for no key update of f skip locked`;
}

const officesOf = ({ fromId, toId }: Slip): string[] => (toId === null ? [fromId] : [fromId, toId]);

type Holder = { officeId: string; code: string; accountId: string; slug: string };

async function holders(tx: TenantTx, tenantId: string, officeIds: readonly string[]): Promise<Holder[]> {
  return tx.$queryRaw<Holder[]>`
    select distinct o.id as "officeId", o.code, pe.account_id as "accountId", te.slug
    from offices o join tenants te on te.id = o.tenant_id
    join posts p on p.tenant_id = o.tenant_id and p.office_id = o.id and p.role = any(${told}::text[])
    join post_holdings h on h.tenant_id = p.tenant_id and h.post_id = p.id
      and h.from_date <= portal_today() and (h.until_date is null or h.until_date >= portal_today())
    join people pe on pe.tenant_id = h.tenant_id and pe.id = h.person_id and pe.account_id is not null
    where o.tenant_id = ${tenantId}::uuid and o.id = any(${[...officeIds]}::uuid[])`;
}

/** One mail a person, by codes and days alone: who sent it is told as well as who owes the answer. */
function mailsOf(
  people: readonly Holder[],
  slips: readonly Slip[],
  noticeOf: Map<string, string>,
  days: number,
): MailDraft[] {
  return people.flatMap(({ officeId, code, accountId, slug }) => {
    const own = slips.filter((slip) => slip.fromId === officeId || slip.toId === officeId);
    const [first] = own;
    if (!first) return [];
    const lines = own.map(({ sentOn, from, to, code: letter }) =>
      t("line", { code: letter, from, to, day: formatDay(dayFromColumn(sentOn)) }),
    );
    return [
      {
        accountId,
        kind: "notice" as const,
        subjectKind: "notice" as const,
        subjectId: noticeOf.get(`${first.id} ${officeId}`) ?? first.id,
        occasion: `forward-unacknowledged:${officeId}:${first.id}:${accountId}`,
        subject: t("subject"),
        text: [
          t("intro", { office: code, days }),
          ...lines,
          "",
          t("end", { address: portalAddress(`/${slug}`) }),
        ].join("\n"),
      },
    ];
  });
}

async function escalate(tx: TenantTx, tenantId: string, now: Date): Promise<number> {
  const { law } = await loadLaw(tx, tenantId);
  const days = await daysByRule(tx, tenantId);
  const slips = await takeSlips(tx, tenantId, sentBefore(dayAt(now), days, law));
  if (slips.length === 0) return 0;
  const noticeOf = new Map<string, string>();
  const notices = slips.flatMap((slip) =>
    officesOf(slip).map((officeId) => {
      const id = newId();
      noticeOf.set(`${slip.id} ${officeId}`, id);
      return {
        tenantId,
        id,
        officeId,
        kind: "forward-unacknowledged",
        subjectKind: "petition",
        subjectId: slip.petitionId,
        payload: { code: slip.code, from: slip.from, to: slip.to, sentOn: dayFromColumn(slip.sentOn) },
        createdAt: now,
      };
    }),
  );
  await tx.notice.createMany({ data: notices });
  await tx.petitionForward.updateMany({
    where: { tenantId, id: { in: slips.map(({ id }) => id) } },
    data: { escalatedAt: now },
  });
  const people = await holders(tx, tenantId, [...new Set(slips.flatMap(officesOf))]);
  await putMail(tx, tenantId, mailsOf(people, slips, noticeOf, days), now);
  return slips.length;
}

/**
 * A slip nobody acknowledged within the days of the rule goes to the chiefs and inspectors of both offices, once: a notice, a mail,
 * and a line on their desks until somebody answers.
 */
export async function escalateForwards(now = new Date()): Promise<number> {
  let count = 0;
  for (const tenantId of await listTenantIds())
    count += await asSystem(tenantId, (tx) => escalate(tx, tenantId, now));
  return count;
}
