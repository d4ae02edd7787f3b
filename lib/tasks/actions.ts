"use server";
import { formAction } from "@/lib/platform/commands/form-action";
import { acceptHandover } from "./commands/accept-handover";
import { acceptRequest } from "./commands/accept-request";
import { askContribution } from "./commands/ask-contribution";
import { closeTask } from "./commands/close-task";
import { createTask } from "./commands/create-task";
import { declineHandover } from "./commands/decline-handover";
import { declineRequest } from "./commands/decline-request";
import { describeTask } from "./commands/describe-task";
import { keepTask } from "./commands/keep-task";
import { offerHandover } from "./commands/offer-handover";
import { takeOverContribution } from "./commands/take-over-contribution";

type Done = { tenant: string; result: { taskId: string } };

const toHandovers = ({ tenant, result }: { tenant: string; result: { agreementId: string } }) =>
  `/${tenant}/agreements/${result.agreementId}/handover`;

const toTask = ({ tenant, result }: Done) => `/${tenant}/tasks/${result.taskId}`;

export const createTaskAction = formAction(createTask, { redirectTo: toTask, saved: "taskCreated" });
export const describeTaskAction = formAction(describeTask, { redirectTo: toTask, saved: "taskDescribed" });
export const askContributionAction = formAction(askContribution, { redirectTo: toTask, saved: "asked" });
export const acceptRequestAction = formAction(acceptRequest, { redirectTo: toTask, saved: "accepted" });
export const declineRequestAction = formAction(declineRequest, {
  redirectTo: toTask,
  saved: "requestDeclined",
});
export const takeOverContributionAction = formAction(takeOverContribution, {
  redirectTo: toTask,
  saved: "takenOver",
});
export const closeTaskAction = formAction(closeTask, { redirectTo: toTask, saved: "taskClosed" });
export const offerHandoverAction = formAction(offerHandover, {
  redirectTo: toHandovers,
  saved: "handoverOffered",
});
export const keepTaskAction = formAction(keepTask, { redirectTo: toHandovers, saved: "taskKept" });
export const acceptHandoverAction = formAction(acceptHandover, {
  redirectTo: toTask,
  saved: "taskHandedOver",
});
export const declineHandoverAction = formAction(declineHandover, {
  redirectTo: toHandovers,
  saved: "handoverDeclined",
});
