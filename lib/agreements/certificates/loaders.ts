import "server-only";
import { cache } from "react";
import { returnedFormToken } from "@/lib/platform/files/returned-form";
import { loadPage } from "@/lib/platform/queries/load-page";
import { getOfficeCertificates } from "../queries/get-office-certificates";
import { getOwnCertificates } from "../queries/get-own-certificates";

export const loadOwnCertificates = cache(async (tenant: string) =>
  loadPage(tenant, getOwnCertificates, { returned: await returnedFormToken() }),
);

export const loadOfficeCertificates = cache((tenant: string) => loadPage(tenant, getOfficeCertificates, {}));
