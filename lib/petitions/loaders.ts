import "server-only";
import { cache } from "react";
import { returnedFormToken } from "@/lib/platform/files/returned-form";
import { loadPage } from "@/lib/platform/queries/load-page";
import { countPetitions } from "./queries/count-petitions";
import { getPaperForm, type PaperFormInput } from "./queries/get-paper-form";
import { getPetitionAssigning } from "./queries/get-petition-assigning";
import { getPetitionConcluding } from "./queries/get-petition-concluding";
import { getPetitionForm, type PetitionFormInput } from "./queries/get-petition-form";
import { getPetitionForwarding } from "./queries/get-petition-forwarding";
import { getPetitionLog } from "./queries/get-petition-log";
import { getPetitionPage } from "./queries/get-petition-page";
import { getPetitionReceipt } from "./queries/get-petition-receipt";
import { getRegisterSheet } from "./queries/get-register-sheet";
import { listLookUps } from "./queries/list-look-ups";
import { listLooks } from "./queries/list-looks";
import { listPetitions, type PetitionListInput } from "./queries/list-petitions";
import type { PetitionFilter } from "./types";

/** Called once a request, since an input of its own is no key for a cache. */
export const loadPetitionList = (tenant: string, input: PetitionListInput) =>
  loadPage(tenant, listPetitions, input);

export const loadPetitionPage = cache(async (tenant: string, petitionId: string) =>
  loadPage(tenant, getPetitionPage, { petitionId, returned: await returnedFormToken() }),
);

export const loadLooks = cache((tenant: string, after: string | undefined) =>
  loadPage(tenant, listLooks, { after }),
);

export const loadPetitionReceipt = cache((tenant: string, petitionId: string) =>
  loadPage(tenant, getPetitionReceipt, { petitionId }),
);

export const loadPetitionLog = cache((tenant: string, petitionId: string) =>
  loadPage(tenant, getPetitionLog, { petitionId }),
);

export const loadPetitionForm = async (tenant: string, input: PetitionFormInput) =>
  loadPage(tenant, getPetitionForm, { ...input, returned: await returnedFormToken() });

export const loadPetitionCounts = cache((tenant: string, from: string, until: string) =>
  loadPage(tenant, countPetitions, { from, until }),
);

/** Called once a request, since an input of its own is no key for a cache. */
export const loadRegisterSheet = (tenant: string, filter: PetitionFilter) =>
  loadPage(tenant, getRegisterSheet, filter);

export const loadPetitionConcluding = cache((tenant: string, petitionId: string) =>
  loadPage(tenant, getPetitionConcluding, { petitionId }),
);

export const loadPetitionAssigning = cache((tenant: string, petitionId: string) =>
  loadPage(tenant, getPetitionAssigning, { petitionId }),
);

export const loadPetitionForwarding = cache((tenant: string, petitionId: string) =>
  loadPage(tenant, getPetitionForwarding, { petitionId }),
);

export const loadPaperForm = cache((tenant: string, petitionId: string, kind: string, ofId: string) =>
  loadPage(tenant, getPaperForm, { petitionId, kind, ofId } satisfies PaperFormInput),
);

export const loadLookUps = cache((tenant: string, until: string | undefined) =>
  loadPage(tenant, listLookUps, { until }),
);
