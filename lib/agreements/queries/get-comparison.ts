import "server-only";
import type { Query } from "@/lib/platform/queries/run-query";
import { findChanges } from "../changes";
import type { ComparisonView, VersionRef } from "../types";
import { loadContents } from "./load-content";
import { loadPaperLooks } from "./load-paper-looks";
import { loadParties } from "./load-parties";
import { loadVersions } from "./load-versions";

type Asked = { agreementId: string; from?: number | undefined; to?: number | undefined };

/**
 * What one version says otherwise than another, by default the newest than the one before it. Null where the acting
 * office may not read the agreement or one of the two.
 */
export const getComparison: Query<Asked, ComparisonView> = async ({ tx, actor, input, now }) => {
  const { tenantId } = actor;
  const agreement = await tx.agreement.findUnique({
    where: { tenantId_id: { tenantId, id: input.agreementId } },
    select: { id: true, title: true },
  });
  if (!agreement) return null;
  const versions = await loadVersions(tx, tenantId, agreement.id, now);
  const parties = await loadParties(tx, tenantId, agreement.id);
  const offices = parties.map(({ office }) => office);
  const chosen = (number: number | undefined) => versions.find((version) => version.number === number);
  const to = input.to === undefined ? versions[0] : chosen(input.to);
  const from =
    input.from === undefined
      ? versions.find((version) => version.number < (to?.number ?? 0))
      : chosen(input.from);
  if (!to || (input.from !== undefined && !from)) return null;
  const view = { agreementId: agreement.id, title: agreement.title, offices, versions };
  if (!from) return { ...view, compared: null };
  const contentOf = await loadContents(tx, tenantId, [...new Set([from.id, to.id])]);
  const lookOf = await loadPaperLooks(tx, tenantId, agreement.id);
  const textOf = ({ id }: VersionRef) => ({ ...contentOf(id), paper: lookOf(id) });
  const [before, after] = [textOf(from), textOf(to)];
  const officeIds = offices.map(({ id }) => id);
  return {
    ...view,
    compared: {
      from,
      to,
      changes: findChanges(before, after, officeIds),
      articles: Math.max(before.articles.length, after.articles.length),
    },
  };
};
