import "server-only";
import { quoteRule } from "@/lib/agreements/queries/quote-clause";
import type { Query } from "@/lib/platform/queries/run-query";
import type { HandoverItem, HandoverView, TaskOffice } from "../types";

type Row = Omit<HandoverItem, "lead" | "next"> & { leadOfficeId: string; nextOfficeId: string };

const handover = {
  source: { kind: "article", articleKey: "review", clause: 4 },
  quote:
    "Việc đang mở tiếp tục thực hiện theo bản quy chế có hiệu lực khi tạo việc. Bản mới thay đổi văn phòng chủ trì thì thủ trưởng hai bên thống nhất danh mục việc bàn giao hoặc giữ lại.",
} as const;

/**
 * Open tasks that the acting office leads and another would lead by the text in force, and the other way round. Null where
 * the acting office may not read the agreement.
 */
export const getHandovers: Query<{ agreementId: string }, HandoverView> = async ({ tx, actor, input }) => {
  const { tenantId } = actor;
  const agreement = await tx.agreement.findUnique({
    where: { tenantId_id: { tenantId, id: input.agreementId } },
    select: { id: true, title: true },
  });
  if (!agreement) return null;
  const rows = await tx.$queryRaw<Row[]>`
    select task_id as "taskId", title, to_char(due_on, 'YYYY-MM-DD') as "dueOn", article, clause, short_text as "shortText",
      lead_office_id as "leadOfficeId", next_office_id as "nextOfficeId", readable
    from tasks_to_hand_over(${agreement.id}::uuid)`;
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
  const items = rows.flatMap(({ leadOfficeId, nextOfficeId, ...row }): HandoverItem[] => {
    const [lead, next] = [officeOf.get(leadOfficeId), officeOf.get(nextOfficeId)];
    return lead && next ? [{ ...row, lead, next }] : [];
  });
  return {
    agreementId: agreement.id,
    title: agreement.title,
    rule: await quoteRule(tx, tenantId, versions[0]?.id ?? null, handover),
    giving: items.filter(({ lead }) => lead.id === actor.officeId),
    taking: items.filter(({ next }) => next.id === actor.officeId),
  };
};
