import "server-only";
import { cache } from "react";
import { loadPage } from "@/lib/platform/queries/load-page";
import { getDesk } from "./queries/get-desk";
import { getRefusals } from "./queries/get-refusals";

export const loadDesk = cache((tenant: string) => loadPage(tenant, getDesk, {}));

export const loadRefusals = cache((tenant: string, after: string | undefined) =>
  loadPage(tenant, getRefusals, { after }),
);
