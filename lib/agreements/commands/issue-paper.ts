import "server-only";
import type { Day } from "@/lib/platform/dates/days";
import type { TenantTx } from "@/lib/platform/db/tenant-transaction";
import type { Actor } from "@/lib/platform/tenancy/actor";
import { placeOf } from "@/lib/platform/tenancy/place";
import { capacityLines, type OnBehalf } from "../delegations";
import { matrixCell } from "../matrix";
import { loadAmendment } from "../queries/load-amendment";
import { loadContent } from "../queries/load-content";
import { loadParties } from "../queries/load-parties";
import { effectArticleKey, termClause } from "../rules";
import type { AgreementPdfChapter } from "../signing/agreement-pdf-input";
import { certificateSha256 } from "../signing/certificate-fingerprint";
import { renderAgreementPdf } from "../signing/render-agreement-pdf";
import type { LockedVersion } from "../store";
import type { AgreementContent, AmendmentArticle } from "../types";

function numbered(clauses: readonly string[]): string[] {
  return clauses.map((clause, index) => `${index + 1}. ${clause}`);
}

/** An amendment has articles only. */
function chapterOf(articles: readonly AmendmentArticle[]): AgreementPdfChapter {
  return {
    ordinal: 1,
    title: "",
    articles: articles.map((article) => ({ ...article, clauses: numbered(article.clauses) })),
  };
}

function wholeChapters(version: LockedVersion, { articles }: AgreementContent): AgreementPdfChapter[] {
  const dated = termClause(version.plannedFrom, version.plannedUntil);
  const chapters = [...new Map(articles.map((a) => [a.chapterOrdinal, a.chapterTitle])).entries()];
  return chapters.map(([ordinal, title]) => ({
    ordinal,
    title,
    articles: articles
      .filter((article) => article.chapterOrdinal === ordinal)
      .map((article) => ({
        ordinal: article.ordinal,
        heading: article.heading,
        clauses: numbered([
          ...article.clauses,
          ...(article.articleKey === effectArticleKey && dated ? [dated] : []),
        ]),
      })),
  }));
}

function headingOf({ articles }: AgreementContent, ordinal: number): string {
  return articles.find((article) => article.ordinal === ordinal)?.heading ?? "";
}

/** Draws the paper of a version as it will be signed: neutral joint form, blocks for every signer, head of the chain. */
export async function issuePaper(
  tx: TenantTx,
  actor: Actor,
  version: LockedVersion,
  issue: {
    number: number;
    symbol: string;
    date: Day;
    at: Date;
    /** By party: who signs in the place of who holds the signing post. */
    onBehalf: ReadonlyMap<string, OnBehalf | undefined>;
  },
): Promise<Uint8Array<ArrayBuffer>> {
  const { tenantId } = actor;
  const content = await loadContent(tx, tenantId, version.id);
  const parties = await loadParties(tx, tenantId, version.agreementId);
  const row = await tx.agreementVersion.findUniqueOrThrow({
    where: { tenantId_id: { tenantId, id: version.id } },
    select: {
      id: true,
      abstract: true,
      mark: true,
      bases: true,
      amendsId: true,
      plannedFrom: true,
      plannedUntil: true,
    },
  });
  const amendment = await loadAmendment(tx, tenantId, row, { content, parties });
  const head = await tx.auditHead.findUnique({ where: { tenantId }, select: { hash: true } });
  const authority = await tx.certificateAuthority.findFirst({
    where: { tenantId },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    select: { certificateDer: true },
  });
  const bytes = await renderAgreementPdf({
    number: String(issue.number).padStart(2, "0"),
    symbol: issue.symbol,
    place: placeOf(actor.tenantName),
    date: issue.date,
    title: "Quy chế",
    abstract: row.abstract,
    offices: parties.map((party) => ({
      name: party.office.name,
      capacity: capacityLines(party.signingPostTitle, issue.onBehalf.get(party.id) ?? null),
      signerName: issue.onBehalf.get(party.id)?.personName ?? party.signer?.name ?? "",
    })),
    bases: row.bases,
    chapters: amendment ? [chapterOf(amendment.articles)] : wholeChapters(version, content),
    matrix: {
      offices: parties.map((party) => ({ code: party.office.code })),
      rows: content.duties
        .filter(({ dutyKey }) => amendment?.changes.duties.some((duty) => duty.dutyKey === dutyKey) ?? true)
        .map((duty) => ({
          article: duty.article,
          ...(amendment ? { heading: headingOf(content, duty.article) } : {}),
          clause: duty.clause,
          text: duty.shortText,
          cells: parties.map((party) => matrixCell(duty, party.office.id)),
        })),
    },
    chainHead: head?.hash ?? "0".repeat(64),
    ...(authority ? { rootSha256: certificateSha256(authority.certificateDer) } : {}),
    ...(row.mark ? { templateMark: row.mark } : {}),
    demo: actor.demo,
    issuedAt: issue.at.toISOString(),
  });
  return new Uint8Array(bytes);
}
