import "server-only";
import { cache } from "react";
import { loadPage } from "@/lib/platform/queries/load-page";
import { getCase } from "./queries/get-case";
import { listCases } from "./queries/list-cases";

export const loadCases = cache((tenant: string, after: string | undefined) =>
  loadPage(tenant, listCases, { after }),
);

export const loadCase = cache((tenant: string, caseId: string) => loadPage(tenant, getCase, { caseId }));
