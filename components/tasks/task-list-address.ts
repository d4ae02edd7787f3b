import type { StoredTaskState, TaskListPart } from "@/lib/tasks/types";

export type TaskListFilter = { part: TaskListPart; state: StoredTaskState; after?: string | undefined };

/** Reads the list's address; a word it does not know is as if it were left out. */
export function taskListFilter(query: {
  part?: string | undefined;
  state?: string | undefined;
  after?: string | undefined;
}): TaskListFilter {
  const part =
    query.part === "lead" || query.part === "assist" || query.part === "informed" ? query.part : "all";
  return { part, state: query.state === "closed" ? "closed" : "open", after: query.after };
}

/** The address of a list, without what stands by itself. */
export function taskListAddress(base: string, { part, state, after }: TaskListFilter): string {
  const query = new URLSearchParams();
  if (part !== "all") query.set("part", part);
  if (state !== "open") query.set("state", state);
  if (after) query.set("after", after);
  const text = query.toString();
  return text ? `${base}?${text}` : base;
}
