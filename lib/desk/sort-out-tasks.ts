import { type Day, plusDays } from "@/lib/platform/dates/days";
import type { Actor } from "@/lib/platform/tenancy/actor";
import { decideTask, type TaskSubject } from "@/lib/tasks/policy";
import { turnOf } from "@/lib/tasks/rules";
import type { DeskTaskRow } from "./queries/load-desk-tasks";
import type { DeskTask, DeskTaskAct, DeskView } from "./types";

const soonDays = 7;
const rowsShown = 12;

const neverDue: Day = "9999-12-31";

function owes({ state }: DeskTaskRow["assists"][number]): boolean {
  return state === "asked" || state === "accepted";
}

/** The acting person's own next step, asked of the same policy the commands ask; null when it is somebody else's. */
function stepOf(actor: Actor, row: DeskTaskRow): DeskTaskAct | null {
  const subject: TaskSubject = {
    state: "open",
    leadOfficeId: row.lead.id,
    creatorOfficeId: row.lead.id,
    assists: row.assists.map(({ id, state }) => ({ officeId: id, state })),
    informedOfficeIds: [],
  };
  const may = (act: DeskTaskAct, officeId?: string) => decideTask(actor, act, subject, officeId).allowed;
  if (row.lead.id !== actor.officeId) {
    if (may("accept")) return "accept";
    return may("contribute") && row.assists.some((part) => part.id === actor.officeId && owes(part))
      ? "contribute"
      : null;
  }
  const turn = turnOf(subject, actor.officeId);
  if (turn.step === "takeOver") return may("takeOver", turn.officeIds[0]) ? "takeOver" : null;
  if (turn.step === "ask") return row.assists.some(({ id }) => may("ask", id)) ? "ask" : null;
  return turn.step === "close" && may("close") ? "close" : null;
}

function deskTask(row: DeskTaskRow, officeId: string, today: Day): DeskTask {
  const mine = row.assists.find((part) => part.id === officeId && owes(part));
  const leads = row.lead.id === officeId;
  const lateParts = leads
    ? row.assists.filter((part) => owes(part) && part.dueOn !== null && part.dueOn < today)
    : [];
  const days = [leads ? row.dueOn : (mine?.dueOn ?? null), ...lateParts.map((part) => part.dueOn)];
  return {
    taskId: row.id,
    title: row.title,
    lead: row.lead,
    assists: row.assists,
    dueOn: days.filter((day) => day !== null).sort()[0] ?? null,
    lateOffices: lateParts.map((part) => part.code),
  };
}

function byDay(one: DeskTask, other: DeskTask): number {
  return (one.dueOn ?? neverDue).localeCompare(other.dueOn ?? neverDue);
}

/** What waits for the person, what of the office is late, and what falls due within seven days and waits for others. */
export function sortOutTasks(
  rows: readonly DeskTaskRow[],
  actor: Actor,
  today: Day,
): Pick<DeskView, "tasks" | "late" | "soon" | "next"> {
  const all = rows
    .map((row) => ({ ...deskTask(row, actor.officeId, today), act: stepOf(actor, row) }))
    .sort(byDay);
  const tasks = all.flatMap(({ act, ...task }) => (act === null ? [] : [{ ...task, act }]));
  const waiting = new Set(tasks.map((task) => task.taskId));
  const others = all.filter((task) => !waiting.has(task.taskId));
  const coming = all.find((task) => task.dueOn !== null && task.dueOn >= today);
  const end = plusDays(today, soonDays);
  return {
    tasks: tasks.slice(0, rowsShown),
    late: others.filter(({ dueOn }) => dueOn !== null && dueOn < today).slice(0, rowsShown),
    soon: others.filter(({ dueOn }) => dueOn !== null && dueOn >= today && dueOn <= end).slice(0, rowsShown),
    next: coming?.dueOn ? { taskId: coming.taskId, title: coming.title, dueOn: coming.dueOn } : null,
  };
}
