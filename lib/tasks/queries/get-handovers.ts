import "server-only";
import { quoteRule } from "@/lib/agreements/queries/quote-clause";
import { dayAt } from "@/lib/platform/dates/days";
import type { Query } from "@/lib/platform/queries/run-query";
import { decideHandover, type HandoverSubject } from "../handover/policy";
import { type HandoverAct, handoverActs } from "../handover/rule-table";
import type { HandoverItem, HandoverView, TaskOffice } from "../types";
import { loadHandoverRows } from "./load-handover-rows";

const handover = {
  source: { kind: "article", articleKey: "review", clause: 4 },
  quote:
    "Việc đang mở tiếp tục thực hiện theo bản quy chế có hiệu lực khi tạo việc. Bản mới thay đổi văn phòng chủ trì thì thủ trưởng hai bên thống nhất danh mục việc bàn giao hoặc giữ lại.",
} as const;

/**
 * Open tasks that the acting office leads and another would lead by the text in force, and the other way round, each with
 * what was said of it and what may be said now. Null where the acting office may not read the agreement.
 */
export const getHandovers: Query<{ agreementId: string }, HandoverView> = async ({ tx, actor, input }) => {
  const { tenantId } = actor;
  const agreement = await tx.agreement.findUnique({
    where: { tenantId_id: { tenantId, id: input.agreementId } },
    select: { id: true, title: true },
  });
  if (!agreement) return null;
  const rows = await loadHandoverRows(tx, agreement.id, null);
  const offices = await tx.office.findMany({
    where: {
      tenantId,
      id: { in: rows.flatMap(({ leadOfficeId, nextOfficeId }) => [leadOfficeId, nextOfficeId]) },
    },
    select: { id: true, code: true, name: true, tint: true },
  });
  const officeOf = new Map<string, TaskOffice>(offices.map((office) => [office.id, office]));
  const versions = await tx.$queryRaw<{ id: string | null }[]>`
    select version_on(${tenantId}::uuid, ${agreement.id}::uuid, portal_today()) as id`;
  const may = (subject: HandoverSubject) =>
    Object.fromEntries(
      handoverActs.map((act) => [act, decideHandover(actor, act, subject).allowed]),
    ) as Record<HandoverAct, boolean>;
  const items = rows.flatMap((row): HandoverItem[] => {
    const { leadOfficeId, nextDutyId: _, nextOfficeId, handoverId: __, saidAt, ...rest } = row;
    const [lead, next] = [officeOf.get(leadOfficeId), officeOf.get(nextOfficeId)];
    return lead && next ? [{ ...rest, lead, next, saidOn: saidAt && dayAt(saidAt), may: may(row) }] : [];
  });
  return {
    agreementId: agreement.id,
    title: agreement.title,
    rule: await quoteRule(tx, tenantId, versions[0]?.id ?? null, handover),
    giving: items.filter(({ lead }) => lead.id === actor.officeId),
    taking: items.filter(({ next }) => next.id === actor.officeId),
  };
};
