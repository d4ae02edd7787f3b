import "server-only";
import { cache } from "react";
import { loadPage } from "@/lib/platform/queries/load-page";
import { getItemForm } from "./queries/get-item-form";
import { getOverlaps } from "./queries/get-overlaps";
import { getProgramme } from "./queries/get-programme";
import { getProgrammeForm } from "./queries/get-programme-form";
import { getProgrammeLog } from "./queries/get-programme-log";
import { getProgrammeTree } from "./queries/get-programme-tree";

export const loadProgrammeTree = cache((tenant: string, year: number | undefined) =>
  loadPage(tenant, getProgrammeTree, { year }),
);

export const loadOverlapPage = cache((tenant: string, year: number | undefined) =>
  loadPage(tenant, getOverlaps, { year }),
);

export const loadProgrammeForm = cache((tenant: string) => loadPage(tenant, getProgrammeForm, null));

export const loadProgramme = cache((tenant: string, programmeId: string) =>
  loadPage(tenant, getProgramme, { programmeId }),
);

export const loadProgrammeLog = cache((tenant: string, programmeId: string) =>
  loadPage(tenant, getProgrammeLog, { programmeId }),
);

export const loadItemForm = cache((tenant: string, programmeId: string, itemId: string | undefined) =>
  loadPage(tenant, getItemForm, { programmeId, itemId }),
);
