import "server-only";
import { decideAgreement } from "@/lib/agreements/policy";
import { dayAt } from "@/lib/platform/dates/days";
import type { TenantTx } from "@/lib/platform/db/tenant-transaction";
import type { Actor } from "@/lib/platform/tenancy/actor";
import type { DeskAgreement, DeskLink } from "../types";

/** So long before its end a link that nobody used is told, in days. */
const soon = 3;

type Row = {
  agreementId: string;
  title: string;
  state: "negotiating" | "awaiting-signatures";
  contactOfficeId: string;
  officeId: string;
  code: string;
  name: string;
  expiresAt: Date | null;
};

function linkOf({ name, code, expiresAt }: Row, now: Date): DeskLink {
  const state = expiresAt === null ? "none" : expiresAt <= now ? "lapsed" : "due";
  return { name, code, state, day: expiresAt && dayAt(expiresAt) };
}

/**
 * Parties outside whose word on the text that stands, or whose signature, is out while no link of theirs opens or theirs soon opens no
 * more: told to the office that represents them, which gives the link, and to the contact office, which waits for it.
 */
export async function loadWaitingLinks(tx: TenantTx, actor: Actor, now: Date): Promise<DeskAgreement[]> {
  const { tenantId, officeId } = actor;
  const asked = { state: "negotiating", contactOfficeId: officeId, parties: [] } as const;
  if (!decideAgreement(actor, "speakOutside", asked).allowed) return [];
  const until = new Date(now.getTime() + soon * 86_400_000);
  const rows = await tx.$queryRaw<Row[]>`
    select a.id as "agreementId", a.title, v.state, a.contact_office_id as "contactOfficeId", x.office_id as "officeId", o.code, x.name,
      case when l.revoked_at is null and l.used_at is null then l.expires_at end as "expiresAt"
    from access acc
    join agreements a on a.tenant_id = acc.tenant_id and a.id = acc.subject_id
    join lateral (select v.id, v.state from agreement_versions v where v.tenant_id = a.tenant_id and v.agreement_id = a.id
      order by v.number desc limit 1) v on true
    join external_parties x on x.tenant_id = a.tenant_id and x.agreement_id = a.id
    join offices o on o.tenant_id = x.tenant_id and o.id = x.office_id
    left join lateral (select l.expires_at, l.revoked_at, l.used_at from external_links l
      where l.tenant_id = x.tenant_id and l.version_id = v.id and l.party_id = x.id
        and l.purpose = case v.state when 'negotiating' then 'consent' else 'sign' end
      order by l.created_at desc limit 1) l on true
    left join lateral (select w.content_hash from external_answers w where w.tenant_id = x.tenant_id
      and w.version_id = v.id and w.party_id = x.id order by w.at desc, w.id desc limit 1) said on true
    where acc.tenant_id = ${tenantId}::uuid and acc.office_id = ${officeId}::uuid and acc.kind = 'agreement'
      and acc.level = 'party' and acc.open and v.state in ('negotiating', 'awaiting-signatures')
      and ${officeId}::uuid in (x.office_id, a.contact_office_id)
      and (l.expires_at is null or l.revoked_at is not null or l.used_at is not null or l.expires_at <= ${until}::timestamptz)
      and case when v.state = 'awaiting-signatures' then not exists (select 1 from external_signatures s
          where s.tenant_id = x.tenant_id and s.version_id = v.id and s.party_id = x.id)
        when said.content_hash is null then true
        else said.content_hash <> version_content_hash(x.tenant_id, v.id) end
    order by acc.sort_key desc, acc.subject_id desc, x.ordinal
    limit 50`;
  const found = new Map<string, DeskAgreement & { links: DeskLink[] }>();
  for (const row of rows) {
    const act = row.officeId === officeId ? "giveLink" : "awaitLink";
    const key = `${act} ${row.agreementId}`;
    const { agreementId, title } = row;
    const entry = found.get(key) ?? { agreementId, title, act, others: [], links: [] };
    entry.links.push(linkOf(row, now));
    found.set(key, entry);
  }
  return [...found.values()];
}
