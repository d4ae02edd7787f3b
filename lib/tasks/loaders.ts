import "server-only";
import { cache } from "react";
import { returnedFormToken } from "@/lib/platform/files/returned-form";
import { loadPage } from "@/lib/platform/queries/load-page";
import { obedienceOf } from "./obedience";
import { getHandovers } from "./queries/get-handovers";
import { getObedience } from "./queries/get-obedience";
import { getTaskLog } from "./queries/get-task-log";
import { getTaskOptions } from "./queries/get-task-options";
import { getTaskPage } from "./queries/get-task-page";
import { listTasks } from "./queries/list-tasks";
import type { StoredTaskState, TaskListPart } from "./types";

export const loadTaskList = cache(
  (tenant: string, part: TaskListPart, state: StoredTaskState, after: string | undefined) =>
    loadPage(tenant, listTasks, { part, state, after }),
);

export const loadHandovers = cache((tenant: string, agreementId: string) =>
  loadPage(tenant, getHandovers, { agreementId }),
);

export const loadObedience = cache(
  (
    tenant: string,
    agreementId: string,
    from?: string,
    until?: string,
    dutyKey?: string,
    officeId?: string,
    figure?: string,
  ) =>
    loadPage(
      tenant,
      getObedience,
      obedienceOf(agreementId, { from, until, duty: dutyKey, office: officeId, figure }),
    ),
);

export const loadTaskPage = cache(async (tenant: string, taskId: string) =>
  loadPage(tenant, getTaskPage, { taskId, returned: await returnedFormToken() }),
);

export const loadTaskLog = cache((tenant: string, taskId: string) =>
  loadPage(tenant, getTaskLog, { taskId }),
);

export const loadTaskOptions = cache((tenant: string, dutyId: string | undefined) =>
  loadPage(tenant, getTaskOptions, { dutyId }),
);
