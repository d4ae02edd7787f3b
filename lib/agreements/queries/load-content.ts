import "server-only";
import type { TenantTx } from "@/lib/platform/db/tenant-transaction";
import type { AgreementContent, Area, Article, Duty, LeadRule } from "../types";

type LeadRow = { dutyId: string; subjectKey: string; label: string; officeId: string; basis: string };
type DutyRow = Omit<Duty, "article" | "leadRule" | "offices"> & {
  leadRule: string;
  leadOfficeId: string | null;
};
type OfficeRow = Duty["offices"][number] & { dutyId: string };

type ContentRow = {
  versionId: string;
  articles: Article[];
  areas: (Omit<Area, "article"> & { articleKey: string })[];
  duties: DutyRow[];
  offices: OfficeRow[];
  leadRows: LeadRow[];
};

function leadRuleOf(row: DutyRow, leadRows: readonly LeadRow[]): LeadRule {
  if (row.leadRule === "fixed" && row.leadOfficeId !== null)
    return { kind: "fixed", officeId: row.leadOfficeId };
  if (row.leadRule === "host-of") return { kind: "host-of" };
  if (row.leadRule !== "by-table") return { kind: "office-serving" };
  const rows = leadRows.map(({ subjectKey, label, officeId, basis }) => ({
    subjectKey,
    label,
    officeId,
    basis,
  }));
  return { kind: "by-table", rows };
}

function contentOf({ articles, areas, duties, offices, leadRows }: ContentRow): AgreementContent {
  const articleOrdinals = new Map(articles.map((article) => [article.articleKey, article.ordinal]));
  const articleOfArea = new Map(
    areas.map((area) => [area.areaKey, articleOrdinals.get(area.articleKey) ?? 0]),
  );
  const officesOf = Map.groupBy(offices, ({ dutyId }) => dutyId);
  const rowsOf = Map.groupBy(leadRows, ({ dutyId }) => dutyId);
  return {
    articles,
    areas: areas.map(({ areaKey, ordinal, title }) => ({
      areaKey,
      ordinal,
      title,
      article: articleOfArea.get(areaKey) ?? 0,
    })),
    duties: duties.map(({ leadOfficeId, ...duty }) => ({
      ...duty,
      article: articleOfArea.get(duty.areaKey) ?? 0,
      leadRule: leadRuleOf({ ...duty, leadOfficeId }, rowsOf.get(duty.id) ?? []),
      offices: (officesOf.get(duty.id) ?? []).map(({ officeId, part, responsiblePostId }) => ({
        officeId,
        part,
        responsiblePostId,
      })),
    })),
  };
}

/**
 * Articles, areas and duties of versions in the order of the paper, by version; nothing where the asker may not read one. One
 * statement for all, each list as one document: sixty articles as rows cost several times as much to send and to read.
 */
export async function loadContents(
  tx: TenantTx,
  tenantId: string,
  versionIds: readonly string[],
): Promise<(versionId: string) => AgreementContent> {
  const rows = await tx.$queryRaw<ContentRow[]>`
    select v.id as "versionId",
      (select coalesce(json_agg(json_build_object('articleKey', a.article_key, 'ordinal', a.ordinal, 'chapterOrdinal',
          a.chapter_ordinal, 'chapterTitle', a.chapter_title, 'heading', a.heading, 'clauses', a.clauses) order by a.ordinal), '[]')
        from agreement_articles a where a.tenant_id = ${tenantId}::uuid and a.version_id = v.id) as articles,
      (select coalesce(json_agg(json_build_object('areaKey', a.area_key, 'ordinal', a.ordinal, 'title', a.title,
          'articleKey', a.article_key) order by a.ordinal), '[]')
        from coordination_areas a where a.tenant_id = ${tenantId}::uuid and a.version_id = v.id) as areas,
      (select coalesce(json_agg(json_build_object('id', d.id, 'dutyKey', d.duty_key, 'areaKey', d.area_key, 'ordinal', d.ordinal,
          'clause', d.clause, 'text', d.text, 'shortText', d.short_text, 'leadRule', d.lead_rule, 'leadOfficeId', d.lead_office_id,
          'basis', d.basis, 'fixedByLaw', d.fixed_by_law, 'noticeDays', d.notice_days, 'paperDays', d.paper_days,
          'opinionDays', d.opinion_days, 'silence', d.silence) order by d.ordinal), '[]')
        from coordination_duties d where d.tenant_id = ${tenantId}::uuid and d.version_id = v.id) as duties,
      (select coalesce(json_agg(json_build_object('dutyId', o.duty_id, 'officeId', o.office_id, 'part', o.part,
          'responsiblePostId', o.responsible_post_id) order by o.duty_id, o.office_id), '[]')
        from duty_offices o where o.tenant_id = ${tenantId}::uuid and o.version_id = v.id) as offices,
      (select coalesce(json_agg(json_build_object('dutyId', r.duty_id, 'subjectKey', r.subject_key, 'label', r.label,
          'officeId', r.office_id, 'basis', r.basis) order by r.duty_id, r.ordinal), '[]')
        from duty_lead_rows r where r.tenant_id = ${tenantId}::uuid and r.version_id = v.id) as "leadRows"
    from unnest(${[...versionIds]}::uuid[]) as v (id)`;
  const contents = new Map(rows.map((row) => [row.versionId, contentOf(row)]));
  return (versionId) => {
    const content = contents.get(versionId);
    if (!content) throw new Error("the content of a version that was not asked for");
    return content;
  };
}

/** The same of one version. Empty where the asker may not read it. */
export async function loadContent(
  tx: TenantTx,
  tenantId: string,
  versionId: string,
): Promise<AgreementContent> {
  const contentOfVersion = await loadContents(tx, tenantId, [versionId]);
  return contentOfVersion(versionId);
}
