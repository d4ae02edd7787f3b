import "server-only";
import { cache } from "react";
import { loadPage } from "@/lib/platform/queries/load-page";
import { listOffices } from "./queries/list-offices";

export const loadOfficeList = cache((tenant: string) => loadPage(tenant, listOffices, {}));
