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
import { loadLaw } from "./store";
import type { ClockLaw, ClockStep } from "./types";
import { dayOf, numberOf, workingCalendar } from "./working-calendar";

const t = createTranslator({ locale: "vi", messages, namespace: "clocks" });

/** Who of an office is written to where nobody was named: those who hand out and those who take in. */
const told = ["chief", "department-head", "reception-officer"];

type Due = {
  id: string;
  officeId: string;
  petitionId: string;
  code: string;
  step: ClockStep;
  dueOn: Date;
  /** Whose letter it is by name; null where it is everybody's of the office. */
  handlerAccountId: string | null;
};

/** The day before, so that somebody is there: what is due on Monday is told on Friday. */
export function remindUntil(today: Day, law: ClockLaw): Day {
  const calendar = workingCalendar(law);
  let day = numberOf(today) + 1;
  while (calendar.isOff(day)) day += 1;
  return dayOf(day);
}

async function takeDue(tx: TenantTx, tenantId: string, until: Day): Promise<Due[]> {
  return tx.$queryRaw<Due[]>`
    select c.id, c.office_id as "officeId", c.petition_id as "petitionId", p.code, c.step, c.due_on as "dueOn",
      (select pe.account_id from petition_entries e
        join people pe on pe.tenant_id = e.tenant_id and pe.id = e.handler_person_id
        join post_holdings h on h.tenant_id = e.tenant_id and h.post_id = e.handler_post_id and h.person_id = e.handler_person_id
          and h.from_date <= portal_today() and (h.until_date is null or h.until_date >= portal_today())
        where e.tenant_id = c.tenant_id and e.office_id = c.office_id and e.petition_id = c.petition_id limit 1) as "handlerAccountId"
    from petition_clocks c join petitions p on p.tenant_id = c.tenant_id and p.id = c.petition_id
    where c.tenant_id = ${tenantId}::uuid and c.status = 'running' and c.reminded_at is null
      and c.due_on <= ${dayToColumn(until)}::date
    order by c.due_on, c.id limit 2000 for no key update of c skip locked`;
}

type Told = { id: string; code: string; accountId: string; slug: string; byRole: boolean };

/** Everybody of these offices with an account; `byRole`: who is told of what nobody was named for. */
async function holders(tx: TenantTx, tenantId: string, officeIds: readonly string[]): Promise<Told[]> {
  return tx.$queryRaw<Told[]>`
    select o.id, o.code, pe.account_id as "accountId", te.slug, bool_or(p.role = any(${told}::text[])) as "byRole"
    from offices o join tenants te on te.id = o.tenant_id
    join posts p on p.tenant_id = o.tenant_id and p.office_id = o.id
    join post_holdings h on h.tenant_id = p.tenant_id and h.post_id = p.id
      and h.from_date <= portal_today() and (h.until_date is null or h.until_date >= portal_today())
    join people pe on pe.tenant_id = h.tenant_id and pe.id = h.person_id and pe.account_id is not null
    where o.tenant_id = ${tenantId}::uuid and o.id = any(${[...officeIds]}::uuid[])
    group by o.id, o.code, pe.account_id, te.slug`;
}

/** One letter a person and day, by codes and days alone: a mail is read by whoever stands beside the screen. */
function lettersOf(
  people: readonly Told[],
  due: readonly Due[],
  noticeOf: ReadonlyMap<string, string>,
  today: Day,
): MailDraft[] {
  const linesOf = (own: readonly Due[]) =>
    own.map(({ dueOn, step, code }) =>
      t("mail.line", { day: formatDay(dayFromColumn(dueOn)), step: t(`steps.${step}`), code }),
    );
  return people.flatMap((office) => {
    const ofOffice = due.filter(({ officeId }) => officeId === office.id);
    const own = ofOffice.filter(({ handlerAccountId }) => handlerAccountId === office.accountId);
    const common = office.byRole ? ofOffice.filter(({ handlerAccountId }) => handlerAccountId === null) : [];
    const [first] = [...own, ...common].sort((one, other) => one.dueOn.getTime() - other.dueOn.getTime());
    if (!first) return [];
    const address = portalAddress(`/${office.slug}/petitions/due`);
    return [
      {
        accountId: office.accountId,
        kind: "notice" as const,
        subjectKind: "notice" as const,
        subjectId: noticeOf.get(first.id) ?? first.id,
        occasion: `petition-due:${office.id}:${today}:${first.id}:${office.accountId}`,
        subject: t("mail.subject", { day: formatDay(dayFromColumn(first.dueOn)) }),
        text: [
          ...(own.length > 0 ? [t("mail.ownIntro", { office: office.code }), ...linesOf(own), ""] : []),
          ...(common.length > 0 ? [t("mail.intro", { office: office.code }), ...linesOf(common), ""] : []),
          t("mail.end", { address }),
        ].join("\n"),
      },
    ];
  });
}

async function remind(tx: TenantTx, tenantId: string, now: Date): Promise<number> {
  const { law } = await loadLaw(tx, tenantId);
  const today = dayAt(now);
  const due = await takeDue(tx, tenantId, remindUntil(today, law));
  if (due.length === 0) return 0;
  const notices = due.map(({ officeId, petitionId, step, code, dueOn, handlerAccountId }) => ({
    tenantId,
    id: newId(),
    officeId,
    accountId: handlerAccountId,
    kind: "petition-due",
    subjectKind: "petition",
    subjectId: petitionId,
    payload: { step, code, dueOn: dayFromColumn(dueOn) },
    createdAt: now,
  }));
  await tx.notice.createMany({ data: notices });
  await tx.petitionClock.updateMany({
    where: { tenantId, id: { in: due.map(({ id }) => id) } },
    data: { remindedAt: now },
  });
  const noticeOf = new Map(due.map(({ id }, index) => [id, notices[index]?.id ?? ""]));
  const people = await holders(tx, tenantId, [...new Set(due.map(({ officeId }) => officeId))]);
  await putMail(tx, tenantId, lettersOf(people, due, noticeOf, today), now);
  return due.length;
}

/**
 * On the last working day before it is due, tells who was named to handle the letter, else the office that owes it, once for
 * each date: a notice in the portal and a mail, of an office to those who hand out the work. What was missed is told as soon as a worker runs again.
 */
export async function remindDue(now = new Date()): Promise<number> {
  let count = 0;
  for (const tenantId of await listTenantIds())
    count += await asSystem(tenantId, (tx) => remind(tx, tenantId, now));
  return count;
}
