import { newId } from "@/lib/platform/ids";
import { acceptHandover } from "@/lib/tasks/commands/accept-handover";
import { declineHandover } from "@/lib/tasks/commands/decline-handover";
import { keepTask } from "@/lib/tasks/commands/keep-task";
import { offerHandover } from "@/lib/tasks/commands/offer-handover";
import type { HandoverAct } from "@/lib/tasks/handover/rule-table";
import type { Province } from "@/tests/support/builders/province";
import type { Tries } from "./actors";
import { type Compared, compare, nothingCounted } from "./compared";
import { type CodeVerdict, judgeByCode } from "./judge-by-code";
import { judgeByDatabase, type Statement } from "./judge-by-database";

/** A task and where a hand-over of it would go from and to. */
export type HandoverItem = {
  name: string;
  taskId: string;
  fromOfficeId: string;
  toOfficeId: string;
  fromDutyId: string;
  toDutyId: string;
};

export type HandoverCell = { who: Tries; item: HandoverItem; act: HandoverAct };

const reason = "Lý do đã trao đổi";

function codeSays({ act, item: { taskId }, who }: HandoverCell): Promise<CodeVerdict> {
  switch (act) {
    case "offerHandover":
      return judgeByCode(offerHandover, who, { taskId, word: reason });
    case "keepTask":
      return judgeByCode(keepTask, who, { taskId, reason });
    case "acceptHandover":
      return judgeByCode(acceptHandover, who, { taskId });
    case "declineHandover":
      return judgeByCode(declineHandover, who, { taskId, reason });
  }
}

function rawHandoverAct({ act, item, who }: HandoverCell): Statement[] {
  if (act === "offerHandover" || act === "keepTask") {
    return [
      [
        `insert into task_handovers (tenant_id, id, task_id, from_office_id, to_office_id, from_duty_id, to_duty_id, state, word,
            made_by, made_at)
          values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, now())`,
        [
          who.tenant.id,
          newId(),
          item.taskId,
          item.fromOfficeId,
          item.toOfficeId,
          item.fromDutyId,
          item.toDutyId,
          act === "keepTask" ? "kept" : "offered",
          reason,
          who.accountId,
        ],
      ],
    ];
  }
  const [state, why] = act === "acceptHandover" ? ["accepted", null] : ["declined", reason];
  return [
    [
      `update task_handovers set state = $2, reason = $3, answered_by = $4, answered_at = now()
        where id = (select id from task_handovers where task_id = $1 order by made_at desc, id desc limit 1)`,
      [item.taskId, state, why, who.accountId],
    ],
  ];
}

/** Puts every cell to the command and, as bare SQL, to the database. */
export async function compareHandoverCells(
  province: Province,
  cells: readonly HandoverCell[],
): Promise<Compared> {
  const compared = nothingCounted();
  for (const cell of cells) {
    const { who, item, act } = cell;
    const code = await codeSays(cell);
    const database = await judgeByDatabase(province.pool("app"), who, rawHandoverAct(cell));
    compare(compared, { act, item: item.name, who, code, database });
  }
  return compared;
}
