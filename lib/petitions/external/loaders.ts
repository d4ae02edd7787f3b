import "server-only";
import { cache } from "react";
import { loadPage } from "@/lib/platform/queries/load-page";
import { listExternalBodies } from "./queries/list-external-bodies";

export const loadExternalBodies = cache((tenant: string, bodyId: string | null) =>
  loadPage(tenant, listExternalBodies, { bodyId }),
);
