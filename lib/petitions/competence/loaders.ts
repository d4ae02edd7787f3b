import "server-only";
import { cache } from "react";
import { loadPage } from "@/lib/platform/queries/load-page";
import { getCompetence } from "./queries/get-competence";

export const loadCompetencePage = cache((tenant: string) => loadPage(tenant, getCompetence, {}));
