import { executeCommand } from "@/lib/platform/commands/execute-command";
import { createTask } from "@/lib/tasks/commands/create-task";
import { declineHandover } from "@/lib/tasks/commands/decline-handover";
import { keepTask } from "@/lib/tasks/commands/keep-task";
import { offerHandover } from "@/lib/tasks/commands/offer-handover";
import { as } from "@/prisma/seed/caller";
import { signed, type VersionStage } from "./agreement-stages";
import { amendmentOf, giveLead, signWhole } from "./amendments";
import { committee, council, type Province, party } from "./province";
import type { TaskStage } from "./task-stages";

export const word = "Đề nghị tiếp tục theo dõi.";
export const reason = "Đang làm dở, xin giữ đến hết tuần.";

export async function taskUnder(
  { phuTho, rows }: Province,
  { versionId }: VersionStage,
  dutyKey: string,
  title: string,
): Promise<string> {
  const [duty] = await rows<{ id: string }>(
    "select id from coordination_duties where version_id = $1 and duty_key = $2",
    [versionId, dutyKey],
  );
  const task = { dutyId: duty?.id, title, description: "", dueOn: "31/12/2099" };
  return (await executeCommand(createTask, as(phuTho, council, "records-clerk"), task)).taskId;
}

/** The weekly schedule goes from the party office to the committee's. */
export async function moveWeekly(province: Province, base: VersionStage): Promise<VersionStage> {
  const version = await amendmentOf(province, base);
  await giveLead(province, version, "weekly-schedule", { [committee]: "CT", [party]: "PH", [council]: "B" });
  await signWhole(province, version);
  return version;
}

/** Open tasks whose lead an amendment moved from the party office to the committee's: a fresh one at every call. */
export function movedTasks(province: () => Province, count: number): () => Promise<TaskStage> {
  let prepared: Promise<string[]> | undefined;
  const prepare = async () => {
    const base = await signed(province());
    const ids: string[] = [];
    for (let n = 1; n <= count; n += 1) {
      ids.push(await taskUnder(province(), base, "weekly-schedule", `Lịch công tác tuần ${n}`));
    }
    await moveWeekly(province(), base);
    return ids;
  };
  return async () => {
    prepared ??= prepare();
    const taskId = (await prepared).pop();
    if (!taskId) throw new Error(`more than ${count} tasks are asked for`);
    return { taskId };
  };
}

const chief = ({ phuTho }: Province, office: string) => as(phuTho, office, "chief");

export async function offered(province: Province, { taskId }: TaskStage): Promise<TaskStage> {
  await executeCommand(offerHandover, chief(province, party), { taskId, word });
  return { taskId };
}

export async function kept(province: Province, { taskId }: TaskStage): Promise<TaskStage> {
  await executeCommand(keepTask, chief(province, party), { taskId, reason });
  return { taskId };
}

export async function declined(province: Province, { taskId }: TaskStage): Promise<TaskStage> {
  await offered(province, { taskId });
  await executeCommand(declineHandover, chief(province, committee), { taskId, reason });
  return { taskId };
}

/** What was said of a task, the newest first. */
export async function saidOf({ rows }: Province, { taskId }: TaskStage) {
  return rows<{ state: string; word: string; reason: string | null }>(
    "select state, word, reason from task_handovers where task_id = $1 order by made_at desc, id desc",
    [taskId],
  );
}
