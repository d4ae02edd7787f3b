"use server";
import { formAction } from "@/lib/platform/commands/form-action";
import { acceptRequest } from "./commands/accept-request";
import { askContribution } from "./commands/ask-contribution";
import { closeTask } from "./commands/close-task";
import { createTask } from "./commands/create-task";
import { declineRequest } from "./commands/decline-request";
import { describeTask } from "./commands/describe-task";
import { giveContribution } from "./commands/give-contribution";
import { takeOverContribution } from "./commands/take-over-contribution";

type Done = { tenant: string; result: { taskId: string } };

const toTask = ({ tenant, result }: Done) => `/${tenant}/tasks/${result.taskId}`;

export const createTaskAction = formAction(createTask, { redirectTo: toTask });
export const describeTaskAction = formAction(describeTask, { redirectTo: toTask });
export const askContributionAction = formAction(askContribution, { redirectTo: toTask });
export const acceptRequestAction = formAction(acceptRequest, { redirectTo: toTask });
export const declineRequestAction = formAction(declineRequest, { redirectTo: toTask });
export const giveContributionAction = formAction(giveContribution, { redirectTo: toTask });
export const takeOverContributionAction = formAction(takeOverContribution, { redirectTo: toTask });
export const closeTaskAction = formAction(closeTask, { redirectTo: toTask });
