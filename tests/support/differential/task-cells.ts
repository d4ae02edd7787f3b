import { acceptRequest } from "@/lib/tasks/commands/accept-request";
import { askContribution } from "@/lib/tasks/commands/ask-contribution";
import { closeTask } from "@/lib/tasks/commands/close-task";
import { createTask } from "@/lib/tasks/commands/create-task";
import { declineRequest } from "@/lib/tasks/commands/decline-request";
import { describeTask } from "@/lib/tasks/commands/describe-task";
import { giveContribution } from "@/lib/tasks/commands/give-contribution";
import { takeOverContribution } from "@/lib/tasks/commands/take-over-contribution";
import type { Province } from "@/tests/support/builders/province";
import { inDays } from "@/tests/support/builders/task-stages";
import type { Tries } from "./actors";
import { type Compared, compare, nothingCounted } from "./compared";
import { type CodeVerdict, judgeByCode } from "./judge-by-code";
import { judgeByDatabase } from "./judge-by-database";
import { type RawTaskAct, rawCreation, rawTaskAct } from "./raw-task-acts";

export type TaskItem = { name: string; taskId: string; revision: number };

/** `about` is the assisting office that an act of the lead names. */
export type TaskCell = { who: Tries; item: TaskItem; act: RawTaskAct; about: string };

export type FixedDuty = { id: string; versionId: string; leadOfficeId: string; state: string };

function codeSays({ act, item, about, who }: TaskCell): Promise<CodeVerdict> {
  const { taskId, revision } = item;
  switch (act) {
    case "describe":
      return judgeByCode(describeTask, who, { taskId, revision, title: "Tên khác" });
    case "close":
      return judgeByCode(closeTask, who, { taskId, revision, result: "Đã xong" });
    case "ask":
      return judgeByCode(askContribution, who, {
        taskId,
        officeId: about,
        request: "Đề nghị góp ý",
        dueOn: inDays(3),
      });
    case "takeOver":
      return judgeByCode(takeOverContribution, who, { taskId, officeId: about });
    case "accept":
      return judgeByCode(acceptRequest, who, { taskId });
    case "decline":
      return judgeByCode(declineRequest, who, { taskId, reason: "Không kịp" });
    case "contribute":
      return judgeByCode(giveContribution, who, { taskId, contribution: "Phần góp" });
  }
}

/** Puts every cell to the command and, as bare SQL, to the database. */
export async function compareTaskCells(province: Province, cells: readonly TaskCell[]): Promise<Compared> {
  const compared = nothingCounted();
  for (const cell of cells) {
    const { who, item, act, about } = cell;
    const code = await codeSays(cell);
    const database = await judgeByDatabase(
      province.pool("app"),
      who,
      rawTaskAct(act, item.taskId, about, who),
    );
    compare(compared, { act, item: item.name, who, code, database });
  }
  return compared;
}

/** The same for creating a task from a duty. */
export async function compareCreations(
  province: Province,
  cells: readonly { who: Tries; duty: FixedDuty }[],
): Promise<Compared> {
  const compared = nothingCounted();
  for (const { who, duty } of cells) {
    const code = await judgeByCode(createTask, who, { dutyId: duty.id, title: "Việc mới" });
    const database = await judgeByDatabase(province.pool("app"), who, rawCreation(duty, who));
    compare(compared, { act: "create", item: duty.state, who, code, database });
  }
  return compared;
}
