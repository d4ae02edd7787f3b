import "server-only";
import type { TenantTx } from "@/lib/platform/db/tenant-transaction";
import type { Silence } from "../template/types";
import type { AgreementContent, DutyPart, LeadRule } from "../types";

type DutyRow = {
  leadRule: string;
  leadOfficeId: string | null;
  leadRows: { subjectKey: string; label: string; officeId: string; basis: string }[];
};

function leadRuleOf(row: DutyRow): LeadRule {
  if (row.leadRule === "fixed" && row.leadOfficeId !== null)
    return { kind: "fixed", officeId: row.leadOfficeId };
  if (row.leadRule === "host-of") return { kind: "host-of" };
  if (row.leadRule === "by-table") return { kind: "by-table", rows: row.leadRows };
  return { kind: "office-serving" };
}

/** Articles, areas and duties of one version in the order of the paper. Empty where the asker may not read it. */
export async function loadContent(
  tx: TenantTx,
  tenantId: string,
  versionId: string,
): Promise<AgreementContent> {
  const where = { tenantId, versionId };
  const articles = await tx.agreementArticle.findMany({
    where,
    orderBy: { ordinal: "asc" },
    omit: { tenantId: true, versionId: true },
  });
  const areas = await tx.coordinationArea.findMany({ where, orderBy: { ordinal: "asc" } });
  const duties = await tx.coordinationDuty.findMany({
    where,
    orderBy: { ordinal: "asc" },
    include: { offices: true, leadRows: { orderBy: { ordinal: "asc" } } },
  });
  const articleOrdinals = new Map(articles.map((article) => [article.articleKey, article.ordinal]));
  const articleOfArea = new Map(
    areas.map((area) => [area.areaKey, articleOrdinals.get(area.articleKey) ?? 0]),
  );
  return {
    articles,
    areas: areas.map((area) => ({
      areaKey: area.areaKey,
      ordinal: area.ordinal,
      title: area.title,
      article: articleOfArea.get(area.areaKey) ?? 0,
    })),
    duties: duties.map((duty) => ({
      id: duty.id,
      dutyKey: duty.dutyKey,
      areaKey: duty.areaKey,
      ordinal: duty.ordinal,
      article: articleOfArea.get(duty.areaKey) ?? 0,
      clause: duty.clause,
      text: duty.text,
      shortText: duty.shortText,
      leadRule: leadRuleOf(duty),
      basis: duty.basis,
      fixedByLaw: duty.fixedByLaw,
      noticeDays: duty.noticeDays,
      paperDays: duty.paperDays,
      opinionDays: duty.opinionDays,
      silence: duty.silence as Silence,
      offices: duty.offices.map((office) => ({
        officeId: office.officeId,
        part: office.part as DutyPart,
        responsiblePostId: office.responsiblePostId,
      })),
    })),
  };
}
