import "server-only";
import { cache } from "react";
import { loadPage } from "@/lib/platform/queries/load-page";
import { getOwnCertificates } from "../queries/get-own-certificates";

export const loadOwnCertificates = cache((tenant: string) => loadPage(tenant, getOwnCertificates, {}));
