import type { Rule } from "@/lib/platform/policy/rule-table";

export const taskActs = [
  "create",
  "read",
  "describe",
  "ask",
  "takeOver",
  "close",
  "accept",
  "decline",
  "contribute",
] as const;
export type TaskAct = (typeof taskActs)[number];

/**
 * The acting office's one strongest part in a task: lead, assist, creator, informed, else none. Creating happens
 * before there is a task, so there the part is that in the agreement: "party" when the office represents a party
 * to the version in force, "other" when not.
 */
export const taskParts = ["lead", "assist", "informed", "creator", "none", "party", "other"] as const;
export type TaskPart = (typeof taskParts)[number];

/** "none" is the state before the task exists. */
export const taskStates = ["none", "open", "closed"] as const;
export type TaskState = (typeof taskStates)[number];

/** How far an assisting office has come: the acting one when it assists, the addressed one when the lead acts. */
export const assistStates = ["named", "asked", "accepted", "declined", "contributed", "taken-over"] as const;
export type AssistState = (typeof assistStates)[number];

export type TaskRule = Rule<TaskAct, TaskPart, TaskState, AssistState>;

export const taskRules: readonly TaskRule[] = [];
