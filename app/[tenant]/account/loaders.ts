import "server-only";
import { cache } from "react";
import { loadPage } from "@/lib/platform/queries/load-page";

/** For pages that show only who asks. */
export const loadAccount = cache((tenant: string) => loadPage(tenant, async () => ({}), {}));
