import "server-only";
import { cache } from "react";
import { loadPage } from "@/lib/platform/queries/load-page";
import { listHandovers } from "./queries/list-handovers";

export const loadHandovers = cache((tenant: string, before: string | undefined) =>
  loadPage(tenant, listHandovers, { before }),
);
