import "server-only";
import { cache } from "react";
import type { Day } from "@/lib/platform/dates/days";
import { loadPage } from "@/lib/platform/queries/load-page";
import { getClockRule, getClockRules } from "./queries/get-clock-rules";
import { getLegalDays } from "./queries/get-legal-days";
import { listDue } from "./queries/list-due";

export const loadLegalDays = cache((tenant: string, year: number | null, day: Day | null) =>
  loadPage(tenant, getLegalDays, { year, day }),
);

export const loadClockRules = cache((tenant: string) => loadPage(tenant, getClockRules, {}));

export const loadClockRule = cache((tenant: string, key: string) => loadPage(tenant, getClockRule, { key }));

export const loadDue = cache((tenant: string, after: string | undefined) =>
  loadPage(tenant, listDue, { after }),
);
