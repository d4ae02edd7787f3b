import "server-only";
import { nameOfPaper } from "@/lib/agreements/queries/quote-clause";
import { loadHolders } from "@/lib/offices/queries/load-holders";
import { loadRecentRefusal } from "@/lib/platform/audit/load-recent-refusal";
import { dayAt, dayFromColumn } from "@/lib/platform/dates/days";
import { listFiles } from "@/lib/platform/files/keep";
import { fileLimits } from "@/lib/platform/files/limits";
import { loadReturnedForm } from "@/lib/platform/files/returned-form";
import type { Query } from "@/lib/platform/queries/run-query";
import { partInTask, type TaskSubject } from "../policy";
import type { AssistState } from "../rule-table";
import { partsStillOut, turnOf } from "../rules";
import type { LeadReason, TaskPageView } from "../types";
import { mayOnTask, notAllowedOnTask } from "./judge-acts";
import { type LoadedTask, loadTask, loadTaskPeople } from "./load-task";

function subjectOf(task: LoadedTask): TaskSubject {
  return {
    state: task.state === "closed" ? "closed" : "open",
    leadOfficeId: task.leadOffice.id,
    creatorOfficeId: task.creatorOffice.id,
    assists: task.assists.map(({ office, state }) => ({ officeId: office.id, state: state as AssistState })),
    informedOfficeIds: [
      ...task.informed.map(({ office }) => office.id),
      ...task.handovers.filter(({ state }) => state === "offered").map(({ toOfficeId }) => toOfficeId),
    ],
  };
}

function reasonOf(task: LoadedTask, hostTitle: string | null, host: string | null): LeadReason {
  const { duty } = task;
  const row = duty.leadRows.find((candidate) => candidate.subjectKey === task.subjectKey);
  const about = {
    fixed: null,
    "office-serving": task.body?.name,
    "host-of": hostTitle,
    "by-table": row?.label,
  };
  const rule = duty.leadRule as LeadReason["rule"];
  const handed = task.handovers.find(({ state }) => state === "accepted");
  return {
    rule,
    about: about[rule] ?? null,
    host,
    basis: row?.basis ?? duty.basis,
    merged: duty.offices.some((named) => named.officeId === task.leadOffice.id),
    handed: handed?.answeredAt ? { from: handed.fromOffice.code, on: dayAt(handed.answeredAt) } : null,
  };
}

/** One task with who leads and why, what each office owes or gave, and what the acting person may do now. */
export const getTaskPage: Query<{ taskId: string; returned?: string | undefined }, TaskPageView> = async ({
  tx,
  actor,
  input,
  now,
}) => {
  const { tenantId } = actor;
  const task = await loadTask(tx, tenantId, input.taskId);
  if (!task) return null;
  const people = await loadTaskPeople(tx, tenantId, task);
  const postIds = [
    task.leadPostId,
    task.hostPostId,
    ...task.assists.map((assist) => assist.responsiblePostId),
  ];
  const holders = await loadHolders(
    tx,
    tenantId,
    postIds.filter((id) => id !== null),
  );
  const holderOf = (postId: string | null) => (postId === null ? null : (holders.get(postId) ?? null));
  const host = holderOf(task.hostPostId);
  const subject = subjectOf(task);
  const codes = new Map(
    [task.leadOffice, ...task.assists.map(({ office }) => office)].map(({ id, code }) => [id, code]),
  );
  const { article } = task.duty.area;
  const files = await listFiles(tx, tenantId, { kind: "task", id: task.id });
  return {
    taskId: task.id,
    title: task.title,
    description: task.description,
    state: subject.state,
    revision: task.revision,
    dueOn: task.dueOn ? dayFromColumn(task.dueOn) : null,
    result: task.result,
    createdAt: task.createdAt,
    createdBy: people.createdBy,
    creatorOffice: task.creatorOffice,
    closedAt: task.closedAt,
    closedBy: people.closedBy,
    today: dayAt(now),
    part: partInTask(subject, actor.officeId),
    turn: turnOf(subject, actor.officeId),
    stillOut: partsStillOut(subject.assists).map(({ officeId }) => codes.get(officeId) ?? ""),
    lead: { ...task.leadOffice, responsible: holderOf(task.leadPostId) },
    assists: task.assists.map(({ responsiblePostId, ...assist }) => ({
      ...assist,
      state: assist.state as AssistState,
      responsible: holderOf(responsiblePostId),
      dueOn: assist.dueOn ? dayFromColumn(assist.dueOn) : null,
      files: files.filter((file) => file.officeId === assist.office.id),
      contributedBy: assist.contributedBy ? (people.byPerson.get(assist.contributedBy) ?? null) : null,
    })),
    informed: task.informed.map(({ office }) => office),
    duty: {
      article: article.ordinal,
      heading: article.heading,
      clause: task.duty.clause,
      text: task.duty.text,
      shortText: task.duty.shortText,
      basis: task.duty.basis,
      agreementId: task.version.agreementId,
      versionNumber: task.version.number,
      paper: await nameOfPaper(tx, tenantId, task.versionId),
    },
    why: reasonOf(task, host?.title ?? null, host?.name ?? null),
    may: mayOnTask(actor, subject),
    notAllowed: await notAllowedOnTask(tx, actor, task.versionId, subject, (id) => codes.get(id) ?? ""),
    refusedJustNow: await loadRecentRefusal(tx, actor, task.id),
    returned: await loadReturnedForm(tx, actor, input.returned),
    fileLimits: fileLimits(),
  };
};
