import { newId } from "@/lib/platform/ids";
import type { Tries } from "./actors";
import type { Statement } from "./judge-by-database";

export const rawTaskActs = [
  "describe",
  "close",
  "ask",
  "takeOver",
  "accept",
  "decline",
  "contribute",
] as const;
export type RawTaskAct = (typeof rawTaskActs)[number];

/** The statements of an act on a task, bare. `aboutOfficeId` is the assisting office that an act of the lead is about. */
export function rawTaskAct(act: RawTaskAct, taskId: string, aboutOfficeId: string, who: Tries): Statement[] {
  const part = (set: string, officeId: string, ...values: unknown[]): Statement[] => [
    [`update task_assists set ${set} where task_id = $1 and office_id = $2`, [taskId, officeId, ...values]],
  ];
  const own = who.post.officeId;
  switch (act) {
    case "describe":
      return [["update tasks set title = 'Tên khác', revision = revision + 1 where id = $1", [taskId]]];
    case "close":
      return [
        [
          `update tasks set state = 'closed', result = 'Đã xong', closed_at = now(), revision = revision + 1
            where id = $1`,
          [taskId],
        ],
      ];
    case "ask":
      return part(
        "state = 'asked', request = 'Đề nghị góp ý', due_on = portal_today() + 3, asked_at = now()",
        aboutOfficeId,
      );
    case "takeOver":
      return part("state = 'taken-over', taken_over_at = now()", aboutOfficeId);
    case "accept":
      return part("state = 'accepted', answered_at = now()", own);
    case "decline":
      return part("state = 'declined', decline_reason = 'Không kịp', answered_at = now()", own);
    case "contribute":
      return part(
        "state = 'contributed', contribution = 'Phần góp', contributed_at = now(), contributed_by = $3",
        own,
        who.personId,
      );
  }
}

/** A task from a duty with a fixed lead. */
export function rawCreation(
  duty: { id: string; versionId: string; leadOfficeId: string },
  who: Tries,
): Statement[] {
  return [
    [
      `insert into tasks (tenant_id, id, title, description, version_id, duty_id, lead_office_id, creator_office_id,
          creator_account_id, state, created_at)
        values ($1, $2, 'Việc mới', '', $3, $4, $5, $6, $7, 'open', now())`,
      [who.tenant.id, newId(), duty.versionId, duty.id, duty.leadOfficeId, who.post.officeId, who.accountId],
    ],
  ];
}
