import { executeCommand } from "@/lib/platform/commands/execute-command";
import { dayAt, plusDays } from "@/lib/platform/dates/days";
import { acceptRequest } from "@/lib/tasks/commands/accept-request";
import { askContribution } from "@/lib/tasks/commands/ask-contribution";
import { closeTask } from "@/lib/tasks/commands/close-task";
import { createTask } from "@/lib/tasks/commands/create-task";
import { declineRequest } from "@/lib/tasks/commands/decline-request";
import { giveContribution } from "@/lib/tasks/commands/give-contribution";
import { takeOverContribution } from "@/lib/tasks/commands/take-over-contribution";
import { as } from "@/prisma/seed/caller";
import { inForce } from "./agreement-stages";
import { committee, council, type Province, party } from "./province";

/** A task the party office leads and the council's and committee's offices assist, brought to some state by real acts. */
export type TaskStage = { taskId: string };

export type AssistRow = Record<string, unknown> & { state: string };

export function inDays(days: number): string {
  return plusDays(dayAt(new Date()), days);
}

export function officeId(province: Province, code: string): string {
  const id = province.phuTho.posts.find((post) => post.officeCode === code)?.officeId;
  if (!id) throw new Error(`no office ${code}`);
  return id;
}

export async function dutyOf(province: Province, dutyKey: string): Promise<string> {
  const { versionId } = await inForce(province);
  const [duty] = await province.rows<{ id: string }>(
    "select id from coordination_duties where version_id = $1 and duty_key = $2",
    [versionId, dutyKey],
  );
  if (!duty) throw new Error(`no duty ${dutyKey}`);
  return duty.id;
}

export async function taskRow(province: Province, { taskId }: TaskStage): Promise<Record<string, unknown>> {
  const [row] = await province.rows<Record<string, unknown>>(
    "select *, due_on::text as due_on from tasks where id = $1",
    [taskId],
  );
  if (!row) throw new Error("no such task");
  return row;
}

/** What one assisting office was asked and gave. */
export async function partOf(province: Province, { taskId }: TaskStage, office: string): Promise<AssistRow> {
  const [row] = await province.rows<AssistRow>(
    "select *, due_on::text as due_on from task_assists where task_id = $1 and office_id = $2",
    [taskId, officeId(province, office)],
  );
  if (!row) throw new Error("that office does not assist");
  return row;
}

/** Created by the committee's clerk, so that lead, assisting and creating office differ. */
export async function created(province: Province): Promise<TaskStage> {
  return executeCommand(createTask, as(province.phuTho, committee, "records-clerk"), {
    dutyId: await dutyOf(province, "party-meetings"),
    title: "Tài liệu hội nghị",
  });
}

export async function ask(province: Province, task: TaskStage, office: string = council): Promise<void> {
  await executeCommand(askContribution, as(province.phuTho, party, "specialist"), {
    ...task,
    officeId: officeId(province, office),
    request: "Danh mục nghị quyết trình kỳ họp.",
    dueOn: inDays(4),
  });
}

export async function asked(province: Province): Promise<TaskStage> {
  const task = await created(province);
  await ask(province, task);
  return task;
}

export async function accepted(province: Province): Promise<TaskStage> {
  const task = await asked(province);
  await executeCommand(acceptRequest, as(province.phuTho, council, "department-head"), task);
  return task;
}

export async function refused(province: Province): Promise<TaskStage> {
  const task = await asked(province);
  await executeCommand(declineRequest, as(province.phuTho, council, "department-head"), {
    ...task,
    reason: "Trùng kỳ họp, xin lùi thời hạn.",
  });
  return task;
}

export async function contributed(province: Province): Promise<TaskStage> {
  const task = await accepted(province);
  await executeCommand(giveContribution, as(province.phuTho, council, "specialist"), {
    ...task,
    contribution: "Bốn nghị quyết.",
  });
  return task;
}

export async function takenOver(province: Province): Promise<TaskStage> {
  const task = await contributed(province);
  await executeCommand(takeOverContribution, as(province.phuTho, party, "specialist"), {
    ...task,
    officeId: officeId(province, council),
  });
  return task;
}

async function close(province: Province, task: TaskStage): Promise<TaskStage> {
  await executeCommand(closeTask, as(province.phuTho, party, "department-head"), {
    ...task,
    revision: 1,
    result: "Hội nghị đã họp.",
  });
  return task;
}

/** Closed while the council's office still owed its part. */
export async function closedWhenAsked(province: Province): Promise<TaskStage> {
  return close(province, await asked(province));
}

export async function closedWhenContributed(province: Province): Promise<TaskStage> {
  return close(province, await contributed(province));
}

/** Led by the council's office, created by the party's. */
export async function ledByCouncil(province: Province): Promise<TaskStage> {
  return executeCommand(createTask, as(province.phuTho, party, "specialist"), {
    dutyId: await dutyOf(province, "draft-resolutions"),
    title: "Dự thảo nghị quyết",
  });
}
