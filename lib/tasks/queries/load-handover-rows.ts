import "server-only";
import type { Day } from "@/lib/platform/dates/days";
import type { TenantTx } from "@/lib/platform/db/tenant-transaction";
import type { HandoverState } from "../handover/rule-table";

export type HandoverRow = {
  taskId: string;
  title: string;
  dueOn: Day | null;
  article: number;
  clause: number;
  shortText: string;
  leadOfficeId: string;
  nextDutyId: string;
  nextOfficeId: string;
  readable: boolean;
  handoverId: string | null;
  state: Exclude<HandoverState, "settled">;
  word: string | null;
  reason: string | null;
  /** When it was said or answered last. */
  saidAt: Date | null;
};

/** Open tasks of an agreement whose lead moves and that the acting office leads or would lead; of one task where named. */
export async function loadHandoverRows(
  tx: TenantTx,
  agreementId: string,
  taskId: string | null,
): Promise<HandoverRow[]> {
  return tx.$queryRaw<HandoverRow[]>`
    select task_id as "taskId", title, to_char(due_on, 'YYYY-MM-DD') as "dueOn", article, clause, short_text as "shortText",
      lead_office_id as "leadOfficeId", next_duty_id as "nextDutyId", next_office_id as "nextOfficeId", readable,
      handover_id as "handoverId", coalesce(state, 'undecided') as state, word, reason,
      coalesce(answered_at, made_at) as "saidAt"
    from tasks_to_hand_over(${agreementId}::uuid, ${taskId}::uuid)`;
}
