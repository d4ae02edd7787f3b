import "server-only";
import type { TenantTx } from "@/lib/platform/db/tenant-transaction";
import { DomainError } from "@/lib/platform/errors/domain-error";
import { newId } from "@/lib/platform/ids";
import { placeOf } from "@/lib/platform/tenancy/place";
import { renderTemplate, twoBodies } from "../template/eight-areas";
import { mapDuty } from "../template/map-duty";
import type { OfficeRef, TemplateAgreement, TemplateOffice } from "../template/types";

const functionOfBody: Readonly<Record<string, OfficeRef>> = {
  "party-committee": "party",
  "assembly-delegation": "assembly-council",
  "peoples-council": "assembly-council",
  "peoples-committee": "peoples-committee",
};

export type DraftingOffice = {
  id: string;
  code: string;
  name: string;
  symbol: string;
  ordinal: number;
  refs: OfficeRef[];
  chiefPost: { id: string; title: string };
  /** Who answers for a task by default: a department head, else the chief. */
  responsiblePostId: string;
};

/** Every office of the tenant with what a draft needs of it. Throws when one has no post of chief. */
export async function loadDraftingOffices(tx: TenantTx, tenantId: string): Promise<DraftingOffice[]> {
  const offices = await tx.office.findMany({
    where: { tenantId },
    orderBy: { ordinal: "asc" },
    include: {
      bodies: { include: { body: { select: { kind: true } } } },
      posts: { where: { role: { in: ["chief", "department-head"] } }, orderBy: { title: "asc" } },
    },
  });
  return offices.map((office) => {
    const chief = office.posts.find((post) => post.role === "chief");
    if (!chief) throw new DomainError("conflict", "noChiefPost", { values: { office: office.code } });
    const head = office.posts.find((post) => post.role === "department-head") ?? chief;
    const refs = office.bodies.flatMap(({ body }) => functionOfBody[body.kind] ?? []);
    return {
      id: office.id,
      code: office.code,
      name: office.name,
      symbol: office.symbol,
      ordinal: office.ordinal,
      refs: [...new Set(refs)],
      chiefPost: { id: chief.id, title: chief.title },
      responsiblePostId: head.id,
    };
  });
}

/** The template filled in for these offices. Throws when none serves the council, or none the committee. */
export function templateFor(
  tenantName: string,
  contactOfficeId: string,
  offices: readonly DraftingOffice[],
): TemplateAgreement {
  const city = tenantName.startsWith("Thành phố ");
  const contact = offices.find((office) => office.id === contactOfficeId)?.refs[0];
  const served = offices.flatMap((office) => office.refs);
  const missing = twoBodies.some((ref) => !served.includes(ref));
  if (!contact || missing) throw new DomainError("conflict", "officesMissing");
  const named: TemplateOffice[] = offices.map((office) => ({
    refs: office.refs,
    name: office.name,
    chiefTitle: office.chiefPost.title,
  }));
  return renderTemplate({
    province: { kind: city ? "thành phố" : "tỉnh", name: placeOf(tenantName) },
    offices: named,
    contactOffice: contact,
  });
}

/** Writes articles, areas and duties of a fresh version from the template. */
export async function saveTemplate(
  tx: TenantTx,
  tenantId: string,
  versionId: string,
  template: TemplateAgreement,
  offices: readonly DraftingOffice[],
): Promise<void> {
  const officeOf = (ref: OfficeRef): DraftingOffice => {
    const office = offices.find((candidate) => candidate.refs.includes(ref));
    if (!office) throw new DomainError("conflict", "officesMissing");
    return office;
  };
  const chapters = new Map(template.chapters.map((chapter) => [chapter.ordinal, chapter.title]));
  await tx.agreementArticle.createMany({
    data: template.articles.map((article) => ({
      tenantId,
      versionId,
      articleKey: article.key,
      ordinal: article.ordinal,
      chapterOrdinal: article.chapterOrdinal,
      chapterTitle: chapters.get(article.chapterOrdinal) ?? "",
      heading: article.heading,
      clauses: [...article.clauses],
    })),
  });
  await tx.coordinationArea.createMany({
    data: template.areas.map((area) => ({
      tenantId,
      versionId,
      areaKey: area.key,
      ordinal: area.ordinal,
      title: area.title,
      articleKey: area.articleKey,
    })),
  });
  const duties = template.duties.map((duty, index) => ({
    id: newId(),
    duty,
    ordinal: index + 1,
    mapped: mapDuty(duty, officeOf),
  }));
  await tx.coordinationDuty.createMany({
    data: duties.map(({ id, duty, ordinal, mapped }) => ({
      tenantId,
      id,
      versionId,
      dutyKey: duty.key,
      areaKey: duty.areaKey,
      ordinal,
      clause: Number(duty.clause.split(".")[1]),
      text: duty.text,
      shortText: duty.shortText,
      leadRule: mapped.leadRule.kind,
      leadOfficeId: mapped.leadRule.kind === "fixed" ? mapped.leadRule.office.id : null,
      basis: duty.basis ?? null,
      fixedByLaw: duty.fixedByLaw,
      noticeDays: duty.noticeDays ?? null,
      paperDays: duty.paperDays ?? null,
      opinionDays: duty.opinionDays,
      silence: duty.silence,
    })),
  });
  await tx.dutyLeadRow.createMany({
    data: duties.flatMap(({ id, mapped }) =>
      mapped.leadRule.kind === "by-table"
        ? mapped.leadRule.rows.map((row, index) => ({
            tenantId,
            versionId,
            dutyId: id,
            subjectKey: row.subject,
            ordinal: index + 1,
            label: row.label,
            officeId: row.office.id,
            basis: row.basis,
          }))
        : [],
    ),
  });
  await tx.dutyOffice.createMany({
    data: duties.flatMap(({ id, mapped }) =>
      mapped.offices.map(({ office, part }) => ({
        tenantId,
        versionId,
        dutyId: id,
        officeId: office.id,
        part,
        responsiblePostId: office.responsiblePostId,
      })),
    ),
  });
}
