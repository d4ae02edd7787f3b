import "server-only";
import { cache } from "react";
import type { Day } from "@/lib/platform/dates/days";
import { returnedFormToken } from "@/lib/platform/files/returned-form";
import { loadPage } from "@/lib/platform/queries/load-page";
import { getAgreementHistory } from "./queries/get-agreement-history";
import { getAgreementPage } from "./queries/get-agreement-page";
import { getComparison } from "./queries/get-comparison";
import { getConsolidated } from "./queries/get-consolidated";
import { getDraftOptions } from "./queries/get-draft-options";
import { getEnding } from "./queries/get-ending";
import { getIssuePage } from "./queries/get-issue-page";
import { getNumberRegister } from "./queries/get-number-register";
import { getOtherWays } from "./queries/get-other-ways";
import { getReceipt } from "./queries/get-receipt";
import { getSigningPage } from "./queries/get-signing-page";
import { listAgreements } from "./queries/list-agreements";
import { listDelegations } from "./queries/list-delegations";

export const loadAgreementList = cache((tenant: string, after?: string) =>
  loadPage(tenant, listAgreements, { after }),
);

export const loadAgreementPage = cache((tenant: string, agreementId: string, versionNumber?: number) =>
  loadPage(tenant, getAgreementPage, { agreementId, versionNumber }),
);

export const loadAgreementHistory = cache((tenant: string, agreementId: string) =>
  loadPage(tenant, getAgreementHistory, { agreementId }),
);

export const loadComparison = cache((tenant: string, agreementId: string, from?: number, to?: number) =>
  loadPage(tenant, getComparison, { agreementId, from, to }),
);

export const loadConsolidated = cache((tenant: string, agreementId: string, on?: Day) =>
  loadPage(tenant, getConsolidated, { agreementId, on }),
);

export const loadEnding = cache((tenant: string, agreementId: string) =>
  loadPage(tenant, getEnding, { agreementId }),
);

export const loadNumberRegister = cache((tenant: string, year?: number, after?: number) =>
  loadPage(tenant, getNumberRegister, { year, after }),
);

export const loadDraftOptions = cache((tenant: string) => loadPage(tenant, getDraftOptions, {}));

export const loadDelegations = cache((tenant: string) => loadPage(tenant, listDelegations, {}));

export const loadSigningPage = cache((tenant: string, agreementId: string) =>
  loadPage(tenant, getSigningPage, { agreementId }),
);

export const loadOtherWays = cache(async (tenant: string, agreementId: string) =>
  loadPage(tenant, getOtherWays, { agreementId, returned: await returnedFormToken() }),
);

export const loadIssuePage = cache((tenant: string, agreementId: string) =>
  loadPage(tenant, getIssuePage, { agreementId }),
);

export const loadReceipt = cache((tenant: string, signatureId: string) =>
  loadPage(tenant, getReceipt, { signatureId }),
);
