import "server-only";
import type { TenantTx } from "@/lib/platform/db/tenant-transaction";
import { DomainError } from "@/lib/platform/errors/domain-error";
import type { Actor } from "@/lib/platform/tenancy/actor";
import { type ComparedContent, findChanges } from "../changes";
import { type DraftingOffice, loadDraftingOffices, templateFor } from "../commands/build-draft";
import { mapDuty } from "../template/map-duty";
import type { TemplateAgreement } from "../template/types";
import type { AgreementChanges, LeadRule, Party } from "../types";

type Compared = {
  contactOfficeId: string;
  parties: readonly Party[];
  content: ComparedContent;
  /** The text of the version before, where there is one. */
  before: { number: number; content: ComparedContent } | null;
};

function contentOf(template: TemplateAgreement, offices: readonly DraftingOffice[]): ComparedContent {
  const chapters = new Map(template.chapters.map(({ ordinal, title }) => [ordinal, title]));
  return {
    paper: { form: "joint", recipients: [] },
    articles: template.articles.map(({ key, chapterOrdinal, ...article }) => ({
      ...article,
      articleKey: key,
      chapterOrdinal,
      chapterTitle: chapters.get(chapterOrdinal) ?? "",
    })),
    duties: template.duties.map((duty) => {
      const { leadRule, offices: parts } = mapDuty(duty, (ref) => {
        const office = offices.find((candidate) => candidate.refs.includes(ref));
        if (!office) throw new DomainError("conflict", "officesMissing");
        return office.id;
      });
      const [article, clause] = duty.clause.split(".").map(Number);
      return {
        dutyKey: duty.key,
        article: article ?? 0,
        clause: clause ?? 0,
        shortText: duty.shortText,
        noticeDays: duty.noticeDays ?? null,
        paperDays: duty.paperDays ?? null,
        opinionDays: duty.opinionDays,
        silence: duty.silence,
        leadRule: named(leadRule),
        offices: parts.map(({ office, part }) => ({ officeId: office, part, responsiblePostId: null })),
      };
    }),
  };
}

function named(rule: ReturnType<typeof mapDuty<string>>["leadRule"]): LeadRule {
  if (rule.kind === "fixed") return { kind: "fixed", officeId: rule.office };
  if (rule.kind !== "by-table") return rule;
  const rows = rule.rows.map(({ subject, label, office, basis }) => ({
    subjectKey: subject,
    label,
    officeId: office,
    basis,
  }));
  return { kind: "by-table", rows };
}

/**
 * What a text that is negotiated says otherwise than the version before it, or than the template where it is the first.
 * Null where there is nothing to compare with: the offices no longer fit the template.
 */
export async function loadChanges(
  tx: TenantTx,
  actor: Actor,
  { contactOfficeId, parties, content, before }: Compared,
): Promise<AgreementChanges | null> {
  const officeIds = parties.map((party) => party.office.id);
  if (before) return { since: before.number, ...findChanges(before.content, content, officeIds) };
  const offices = await loadDraftingOffices(tx, actor.tenantId);
  const signing = offices.filter((office) => officeIds.includes(office.id));
  try {
    const template = templateFor(actor.tenantName, contactOfficeId, signing);
    return { since: null, ...findChanges(contentOf(template, signing), content, officeIds) };
  } catch (error) {
    if (error instanceof DomainError) return null;
    throw error;
  }
}
