import "server-only";
import { type Day, dayAt } from "@/lib/platform/dates/days";
import type { TenantTx } from "@/lib/platform/db/tenant-transaction";
import type { Query } from "@/lib/platform/queries/run-query";
import { chaptersOf, matrixOf } from "../arrange";
import { termClause } from "../rules";
import type { ChainPaper, ConsolidatedView, Party, VersionRef } from "../types";
import { loadChain } from "./load-chain";
import { loadContent } from "./load-content";
import { loadParties } from "./load-parties";
import { loadVersions } from "./load-versions";

/** Which amendment gave a clause the words it has: the last whose text differs there from the one before it. */
async function loadAmendedBy(
  tx: TenantTx,
  tenantId: string,
  papers: readonly ChainPaper[],
): Promise<Record<string, string>> {
  if (papers.length < 2) return {};
  const articles = await tx.agreementArticle.findMany({
    where: { tenantId, versionId: { in: papers.map(({ versionId }) => versionId) } },
    select: { versionId: true, articleKey: true, clauses: true },
  });
  const clauses = new Map(articles.map((article) => [`${article.versionId}.${article.articleKey}`, article]));
  const amendedBy: Record<string, string> = {};
  for (const [index, paper] of papers.entries()) {
    const before = papers[index - 1];
    if (!before) continue;
    for (const { articleKey, versionId, clauses: now } of articles) {
      if (versionId !== paper.versionId) continue;
      const old = clauses.get(`${before.versionId}.${articleKey}`)?.clauses ?? [];
      now.forEach((text, place) => {
        if (text !== old[place]) amendedBy[`${articleKey}.${place + 1}`] = paper.paperNumber ?? "";
      });
    }
  }
  return amendedBy;
}

async function loadText(
  tx: TenantTx,
  tenantId: string,
  version: VersionRef,
  parties: readonly Party[],
): Promise<ConsolidatedView["text"]> {
  const papers = await loadChain(tx, tenantId, version.id);
  const [root] = papers;
  const content = await loadContent(tx, tenantId, version.id);
  const hashes = await tx.$queryRaw<{ hash: string }[]>`
    select version_content_hash(${tenantId}::uuid, ${version.id}::uuid) as hash`;
  const dated = termClause(root?.plannedFrom ?? null, version.plannedUntil);
  return {
    version,
    papers,
    abstract: root?.abstract ?? "",
    bases: root?.bases ?? [],
    chapters: chaptersOf(content, dated),
    amendedBy: await loadAmendedBy(tx, tenantId, papers),
    matrix: matrixOf(content, parties),
    contentHash: hashes[0]?.hash ?? "",
  };
}

/**
 * Text and matrix of an agreement as they read on a day, from the whole text and every amendment in force by then. Null where
 * the acting office may not read the agreement.
 */
export const getConsolidated: Query<
  { agreementId: string; on?: Day | undefined },
  ConsolidatedView
> = async ({ tx, actor, input, now }) => {
  const { tenantId } = actor;
  const agreement = await tx.agreement.findUnique({
    where: { tenantId_id: { tenantId, id: input.agreementId } },
    select: { id: true, title: true },
  });
  if (!agreement) return null;
  const on = input.on ?? dayAt(now);
  const parties = await loadParties(tx, tenantId, agreement.id);
  const versions = (await loadVersions(tx, tenantId, agreement.id, now)).filter(
    ({ effectiveFrom }) => effectiveFrom !== null,
  );
  const found = await tx.$queryRaw<{ id: string | null }[]>`
    select version_on(${tenantId}::uuid, ${agreement.id}::uuid, ${on}::date) as id`;
  const version = versions.find(({ id }) => id === found[0]?.id);
  return {
    agreementId: agreement.id,
    title: agreement.title,
    on,
    parties,
    versions,
    text: version ? await loadText(tx, tenantId, version, parties) : null,
  };
};
