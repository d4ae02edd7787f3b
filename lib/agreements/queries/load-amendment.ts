import "server-only";
import { dayFromColumn } from "@/lib/platform/dates/days";
import type { TenantTx } from "@/lib/platform/db/tenant-transaction";
import { amendmentArticles } from "../amendment";
import { findChanges } from "../changes";
import type { AgreementContent, AmendmentView, ChainPaper, Party, TextChanges } from "../types";
import { loadChain } from "./load-chain";
import { loadContent } from "./load-content";

type Version = { id: string; amendsId: string | null; plannedFrom: Date | null; plannedUntil: Date | null };

type Amendment = AmendmentView & {
  root: ChainPaper;
  changes: TextChanges;
};

/** What an amendment changes of the version it amends; null for a version that is a text of its own. */
export async function loadAmendment(
  tx: TenantTx,
  tenantId: string,
  version: Version,
  read: { content: AgreementContent; before?: AgreementContent | null; parties: readonly Party[] },
): Promise<Amendment | null> {
  if (version.amendsId === null) return null;
  const papers = await loadChain(tx, tenantId, version.amendsId);
  const [root] = papers;
  if (!root) throw new Error("an amendment of nothing");
  const { content, parties } = read;
  const before = read.before ?? (await loadContent(tx, tenantId, version.amendsId));
  const amended = await tx.agreementVersion.findUniqueOrThrow({
    where: { tenantId_id: { tenantId, id: version.amendsId } },
    select: { plannedUntil: true },
  });
  const day = (column: Date | null) => (column === null ? null : dayFromColumn(column));
  const until = { before: day(amended.plannedUntil), after: day(version.plannedUntil) };
  const offices = parties.map(({ office }) => office);
  const changes = findChanges(
    before,
    content,
    offices.map(({ id }) => id),
  );
  return {
    root,
    papers,
    changes,
    changed: changes.articles.length > 0 || changes.duties.length > 0 || until.before !== until.after,
    articles: amendmentArticles({
      before,
      after: content,
      offices,
      number: root.paperNumber ?? "",
      plannedFrom: day(version.plannedFrom),
      until,
    }),
  };
}
