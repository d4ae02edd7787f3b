import "server-only";
import type { TenantTx } from "@/lib/platform/db/tenant-transaction";
import type { MailDraft } from "@/lib/platform/mail/mail";
import { portalAddress } from "@/lib/platform/mail/portal-address";
import { mailWords as t } from "./words";

type Row = {
  id: string;
  kind: string;
  monday: string | null;
  office: string;
  accountId: string;
  name: string;
};

/**
 * A mail for every notice of the last days that has none yet, to the chief and the records clerk of the office it is for. It says
 * what kind of thing happened and where to read and confirm it; of which meeting the portal tells who may read it. What is due of
 * letters, which slips wait and which agreements end, is mailed by who reminds of it, one mail for all.
 */
export async function draftNotices(tx: TenantTx, tenantId: string): Promise<MailDraft[]> {
  const rows = await tx.$queryRaw<Row[]>`
    select n.id, n.kind, n.payload ->> 'monday' as monday, o.code as office, pe.account_id as "accountId", pe.full_name as name
    from offices o
    cross join lateral (
      select * from notices n
      where n.tenant_id = o.tenant_id and n.office_id = o.id and n.created_at > now() - interval '3 days' and n.received_at is null
        and n.kind not in ('petition-due', 'petition-assigned', 'forward-unacknowledged', 'agreement-expiring', 'agreement-ending')
        and not exists (select 1 from mails m where m.tenant_id = n.tenant_id and m.subject_kind = 'notice' and m.subject_id = n.id)) n
    join posts p on p.tenant_id = o.tenant_id and p.office_id = o.id and p.role in ('chief', 'records-clerk')
    join post_holdings h on h.tenant_id = p.tenant_id and h.post_id = p.id
      and h.from_date <= portal_today() and (h.until_date is null or h.until_date >= portal_today())
    join people pe on pe.tenant_id = h.tenant_id and pe.id = h.person_id and pe.account_id is not null
    where o.tenant_id = ${tenantId}::uuid order by n.created_at, n.id, pe.account_id`;
  if (rows.length === 0) return [];
  const { slug, demo } = await tx.tenant.findUniqueOrThrow({
    where: { id: tenantId },
    select: { slug: true, demo: true },
  });
  return rows.map(({ id, kind, monday, office, accountId, name }) => {
    const key = `notices.${kind}`;
    const paragraphs = [
      t("greeting", { name }),
      t.has(key as never) ? t(key as never) : t("subjects.notice", { office }),
      [
        t("receipt", { link: portalAddress(`/${slug}/notices`) }),
        ...(kind === "week-not-filed" && monday
          ? [t("file", { link: portalAddress(`/${slug}/calendar/new?week=${monday}`) })]
          : []),
      ].join("\n"),
      [t("automatic"), ...(demo ? [t("demonstration")] : [])].join("\n"),
    ];
    return {
      accountId,
      kind: "notice",
      subjectKind: "notice",
      subjectId: id,
      occasion: `notice:${id}:${accountId}`,
      subject: t("subjects.notice", { office }),
      text: paragraphs.join("\n\n"),
    };
  });
}
